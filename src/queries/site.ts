import type { Holiday } from '~/schemas/holiday.ts';
import type { Navigation, Site } from '~/schemas/site.ts';
import { indexed, world } from './world.ts';

export function site(): Site {
  const found = world().site;
  if (!found) throw new Error('content/data/site.yml is missing or faulty. Run npm run check:content.');
  return found.value;
}

export function navigation(): Navigation {
  const found = world().navigation;
  if (!found) throw new Error('content/data/navigation.yml is missing or faulty. Run npm run check:content.');
  return found.value;
}

export const contact = indexed('content/data/contacts.yml', () => world().contacts);

/** Public holidays of Latvia. */
export function holidays(): Holiday[] {
  const found = world().holidays;
  if (!found) throw new Error('content/data/holidays.yml is missing or faulty. Run npm run check:content.');
  return found.value.days;
}
