import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyObject } from '../../../src/reports/stores/store.ts';
import { badRequests, CANARY } from '../../support/reports/bad-requests.ts';
import { handle, makeContext, openAll, post, postForm } from '../../support/reports/world.ts';

/** 2,000 here; `npm run torture` asks for 100,000. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

/** Answers, and says what an answer must not be: an error of ours, half a report, an echo. */
async function faultOf(request: Request): Promise<string | undefined> {
  const context = await makeContext();
  const answer = await handle(request, context);
  const text = await answer.text();
  const stored = (await Array.fromAsync(everyObject(context.store, ''))).length;
  if (answer.status >= 500) return `status ${answer.status}`;
  if (stored !== (answer.status === 201 || answer.status === 303 ? 1 : 0)) return `status ${answer.status} with ${stored} stored`;
  if (stored > 0 && (await openAll(context.store)).length !== 1) return 'stored what cannot be opened';
  const outside = text.replaceAll(/<textarea[^>]*>[\s\S]*?<\/textarea>/g, '');
  if (outside.includes(CANARY) || /<script|onerror/.test(text)) return 'echoes what was sent';
  return undefined;
}

test('the catalogue has cases of every group', () => {
  expect(badRequests.length).toBeGreaterThanOrEqual(100);
  expect(new Set(badRequests.map(({ group }) => group)).size).toBe(10);
});

test.each(badRequests)('$group: $name is answered without a fault, in time', async ({ make }) => {
  const request = await make();
  const before = process.cpuUsage();
  expect(await faultOf(request)).toBeUndefined();
  const { user, system } = process.cpuUsage(before);
  // The whole of the round, opening with thirty keys included; reporting.md asks 200 ms of the endpoint alone.
  expect((user + system) / 1_000).toBeLessThan(600);
});

test('no body of any type leads to an error of ours or to half a report', async () => {
  const type = fc.oneof(
    fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''),
    fc.string({ maxLength: 30 }).filter((text) => /^[\x20-\x7e]*$/.test(text)),
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text)),
    fc
      .array(fc.constantFrom('--x', '\r\n', '--', 'Content-Disposition: form-data; name="', 'what"', '\r\n\r\n', 'a', '"', '--x--'), {
        maxLength: 30,
      })
      .map((parts) => Buffer.from(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(type, body, async (contentType, bytes) => {
      expect(await faultOf(post(bytes, { 'Content-Type': contentType }))).toBeUndefined();
    }),
    { numRuns: runs },
  );
}, 3_600_000);

test('any words in any field of the form are stored as one report or come back', async () => {
  const names = ['what', 'about', 'links', 'where', 'when', 'who', 'contact', 'danger', 'lang', 'site', '__proto__', 'toString'];
  const fields = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(fields, async (typed) => {
      expect(await faultOf(postForm(typed))).toBeUndefined();
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
}, 3_600_000);
