import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFsStore } from '../../../src/reports/stores/fs.ts';
import { chance } from '../../support/chance.ts';
import { type Endpoint, kill, startEndpoint } from './endpoint.ts';
import { isAcknowledged, losses, makeSending, storedTokens, trySending } from './sendings.ts';

const SENDERS = 8;

/** Kills the endpoint at random instants under load and starts it again; every sender goes on with the same bytes until it is acknowledged. */
export async function survivesKills(folder: string, kills: number, seed: number): Promise<string> {
  const random = chance(seed);
  const acknowledged = new Set<string>();
  let endpoint: Endpoint = await startEndpoint(folder);
  let isOver = false;
  const sender = async (first: number): Promise<void> => {
    for (let count = first; !isOver; count++) {
      const sending = await makeSending(count);
      while (!isAcknowledged(await trySending(endpoint.port, sending))) {
        if (isOver) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      acknowledged.add(sending.token);
    }
  };
  const senders = Array.from({ length: SENDERS }, (_, at) => sender(at));
  for (let done = 0; done < kills; done++) {
    await new Promise((resolve) => setTimeout(resolve, 20 + random(280)));
    await kill(endpoint);
    endpoint = await startEndpoint(folder);
  }
  isOver = true;
  await Promise.all(senders);
  await kill(endpoint);
  const place = join(folder, 'store');
  const halves = (await readdir(place, { recursive: true })).filter((name) => name.includes('.unfinished-')).length;
  const stored = await storedTokens(await openFsStore(place, () => new Date(Date.now() + 7_200_000)));
  const left = (await readdir(place, { recursive: true })).filter((name) => name.includes('.unfinished-')).length;
  const { lost, doubled } = losses(acknowledged, stored);
  const line = `${kills} kills, ${acknowledged.size} acknowledged, ${lost} lost, ${doubled} doubled; ${halves} unfinished files, none ever listed, ${left} left after cleaning`;
  if (lost + doubled + left > 0) throw new Error(line);
  return line;
}
