declare module 'virtual:enhancement-scripts' {
  /** Address and integrity hash of each browser module. */
  const scripts: Record<'exit', { src: string; integrity: string }>;
  export default scripts;
}
