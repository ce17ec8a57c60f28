import { decodeNatively, nodePrimitives } from './node-primitives.ts';
import { sealNatively } from './node-seal.ts';

/** What the endpoint needs of a platform, by Node's own means. */
export const natively = { seal: sealNatively, primitives: nodePrimitives, decode: decodeNatively };
