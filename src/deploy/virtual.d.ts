/** What src/deploy/bundle.ts puts in place of this name. */
declare module 'virtual:site-data' {
  const site: import('../reports/adapters/site-data.ts').SiteData;
  export default site;
}
