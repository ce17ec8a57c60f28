import { indexed, world } from './world.ts';

/** A record of seeds/facts/laws.yml by its id. */
export const law = indexed('seeds/facts/laws.yml', () => world().laws);
