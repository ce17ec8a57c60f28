import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { translator } from '../../../../src/i18n/t.ts';
import { attachedOf, type OpenedPart, partOf, type Recovered, recoverFiles } from '../../../../src/reports/inbox/attachments.ts';
import { groupReports, openFiles } from '../../../../src/reports/inbox/opening.ts';
import { describeFile } from '../../../../src/reports/inbox/printing.ts';
import { saveFiles } from '../../../../src/reports/inbox/saving.ts';
import { developmentEpochs, developmentIdentities } from '../../../../src/reports/keys/development.ts';
import {
  type Attachment,
  attachedInParts,
  listFiles,
  MOST_BESIDE_TEXT,
  MOST_TOGETHER,
} from '../../../../src/reports/message/attachments.ts';
import { cleanFile, FileProblem } from '../../../../src/reports/message/cleaning.ts';
import { epochOn } from '../../../../src/reports/message/epochs.ts';
import { MessageFault, packMessage } from '../../../../src/reports/message/format.ts';
import { BUCKETS } from '../../../../src/reports/message/padding.ts';
import { MAX_TEXT } from '../../../../src/reports/message/report.ts';
import { seal } from '../../../../src/reports/message/seal.ts';
import { photograph } from '../../../support/reports/pictures.ts';
import { openedReport } from '../../../support/reports/opened-report.ts';
import { inventedReport, TODAY } from '../../../support/reports/world.ts';

const MIB = 1_024 * 1_024;
const t = translator('lv');
const thread = 'ef'.repeat(16);
const identities = (await developmentIdentities(TODAY)).map(({ identity }) => identity);
const { recipients } = epochOn(TODAY, await developmentEpochs(TODAY));
const { file: picture } = await cleanFile(await photograph());

/** A file of so many bytes that differ from those of another seed. */
async function invented(length: number, seed: number): Promise<Attachment> {
  const bytes = new Uint8Array(length).fill(seed);
  bytes.set(new TextEncoder().encode('%PDF-1.7'));
  return (await cleanFile(bytes)).file;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the inbox makes of a report and its parts; `change` may take sealed files away or damage what is in them. */
async function recovered(attachments: readonly Attachment[], change: (sealed: Map<string, Uint8Array>) => void = () => undefined) {
  const { attached, bytes } = attachedInParts(attachments, thread);
  const sealed = new Map<string, Uint8Array>([['report', await seal(packMessage({ ...inventedReport(), ...attached }), recipients)]]);
  for (const [index, part] of bytes.entries()) {
    const message = {
      v: 1,
      kind: 'part',
      id: 'cd'.repeat(16),
      day: TODAY,
      thread,
      part: [index + 1, bytes.length],
      len: part.length,
    } as const;
    sealed.set(`part ${index + 1}`, await seal(packMessage({ ...message, part: [index + 1, bytes.length] }, [part]), recipients));
  }
  change(sealed);
  const read = (name: string) => Promise.resolve(sealed.get(name) ?? new Uint8Array());
  const opened = await Array.fromAsync(
    openFiles(
      [...sealed].map(([name, whole]) => ({ name, bytes: whole })),
      identities,
    ),
  );
  const parts = opened.flatMap((one) => ('part' in one ? [one.part] : []));
  const [report] = opened.flatMap((one) => ('report' in one ? [one.report] : []));
  if (!report?.attached) throw new Error('the report lists no files');
  return { report, files: await recoverFiles({ name: 'report', attached: report.attached, parts, read, identities }) };
}

const bytesOf = (files: readonly Recovered[]) => files.map((file) => ('bytes' in file ? Buffer.from(file.bytes) : file.fault));

describe('files in parts', () => {
  test('come back the same, whichever parts they lie across', async () => {
    const attachments = [picture, await invented(3 * MIB, 1), await invented(2 * MIB, 2)];
    const { files } = await recovered(attachments);
    expect(bytesOf(files)).toEqual(attachments.map(({ bytes }) => Buffer.from(bytes)));
  });

  test('are waited for until every part is there', async () => {
    const { files } = await recovered([await invented(3 * MIB, 1)], (sealed) => sealed.delete('part 2'));
    expect(files).toEqual([{ n: 1, fault: 'absent', here: 1, all: 2 }]);
    expect(describeFile(files[0] as Recovered, t)).toBe(t('inbox.file.absent', { n: 1, here: 1, all: 2 }));
  });

  test('are put in order by what is inside them, and a file that is no part is not taken for one', async () => {
    const attachments = [await invented(2.4 * MIB, 1), await invented(2.4 * MIB, 2)];
    const { files } = await recovered(attachments, (sealed) => {
      const [one, two] = ['part 1', 'part 2'].map((name) => sealed.get(name) ?? new Uint8Array());
      sealed.set('part 1', two as Uint8Array).set('part 2', one as Uint8Array);
    });
    expect(bytesOf(files)).toEqual(attachments.map(({ bytes }) => Buffer.from(bytes)));
    const damaged = await recovered([picture], (sealed) => {
      sealed.set('part 1', sealed.get('report') ?? new Uint8Array());
    });
    expect(damaged.files).toMatchObject([{ fault: 'absent' }]);
  });

  test('of the largest kind are twelve parts that fit their bucket', () => {
    const whole: Attachment = { ...picture, bytes: new Uint8Array(MOST_TOGETHER) };
    const { attached, bytes } = attachedInParts([whole], thread);
    expect([attached.parts, bytes.length]).toEqual([12, 12]);
    const message = { v: 1, kind: 'part', id: 'cd'.repeat(16), day: TODAY, thread, part: [12, 12], len: bytes[0]?.length ?? 0 } as const;
    expect(packMessage({ ...message, part: [12, 12] }, [bytes[0] as Uint8Array]).length).toBe(BUCKETS.at(-2));
  });

  test('the most beside the longest text fits the largest bucket', () => {
    const report = { ...inventedReport('\u0001'.repeat(MAX_TEXT)), files: listFiles(Array.from({ length: 6 }, () => picture)) };
    expect(packMessage(report, [new Uint8Array(MOST_BESIDE_TEXT)]).length).toBe(BUCKETS.at(-1));
  });
});

describe('what a report says of its files', () => {
  test('names no file of its owner and counts places', async () => {
    const [one, two] = listFiles([picture, await invented(100, 1)]);
    expect([one?.name, two?.name, one?.off, two?.off, two?.type]).toEqual([
      'image-1.jpg',
      'document-2.pdf',
      0,
      picture.bytes.length,
      'application/pdf',
    ]);
  });

  test('whatever it is never leads to another error or to bytes beyond the end', async () => {
    const hostile = fc.record(
      {
        files: fc.oneof(
          fc.array(fc.oneof(fc.anything(), fc.record({ off: fc.anything(), len: fc.anything(), sha256: fc.anything() }))),
          fc.anything(),
        ),
        thread: fc.oneof(fc.constant(thread), fc.anything()),
        parts: fc.oneof(fc.integer(), fc.anything()),
        kind: fc.constantFrom('report', 'part'),
        part: fc.oneof(fc.array(fc.oneof(fc.integer(), fc.anything())), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const sealed = await seal(packMessage(inventedReport(), [new Uint8Array(50)]), recipients);
    const read = () => Promise.resolve(sealed);
    await fc.assert(
      fc.asyncProperty(hostile, async (json) => {
        let parts: OpenedPart[] = [];
        try {
          const part = partOf('x', json);
          parts = part ? [part] : [];
        } catch (error) {
          if (!(error instanceof MessageFault)) throw error;
        }
        const attached = attachedOf(json);
        if (!attached) return;
        for (const file of await recoverFiles({ name: 'x', attached, parts, read, identities: identities.slice(0, 12) })) {
          expect('fault' in file || file.bytes.length === 0).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('tells two reports with equal words and other pictures apart', () => {
    const report = (sha256: string) => openedReport({ attached: { files: [{ n: 1, off: 0, len: 1, sha256, hasPlace: false }], parts: 0 } });
    expect(groupReports([report('a'), report('a'), report('b')]).map(({ times }) => times)).toEqual([2, 1]);
  });
});

describe('saving', () => {
  const files: Recovered[] = [
    { n: 1, kind: 'jpeg', bytes: picture.bytes, hasPlace: false },
    { n: 2, fault: 'changed' },
    { n: 3, kind: 'pdf', bytes: new Uint8Array([1]), hasPlace: false },
  ];
  const id = 'ab'.repeat(16);

  test('uses names of our own, for the owner alone', async () => {
    const paths = await saveFiles(join(folder, 'new'), id, files);
    expect(paths).toEqual(['1.jpg.bin', '3.pdf.bin'].map((name) => join(folder, 'new', id, name)));
    for (const path of paths) expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(paths[0] ?? '')).toEqual(Buffer.from(picture.bytes));
  });

  test('never writes into a folder that is there', async () => {
    await mkdir(join(folder, id));
    expect((await saveFiles(folder, id, files))[0]).toBe(join(folder, `${id}-2`, '1.jpg.bin'));
    expect((await saveFiles(folder, id, files))[0]).toBe(join(folder, `${id}-3`, '1.jpg.bin'));
    expect(await readdir(join(folder, id))).toEqual([]);
  });

  test.each(['../../escape', '/etc/x', '\u001b[2J', '', 'con', '..'])('takes no id that is none as a name: %j', async (hostile) => {
    const [path] = await saveFiles(folder, hostile, files);
    expect(path).toBe(join(folder, 'report', '1.jpg.bin'));
  });

  test('makes no folder when no file is whole', async () => {
    expect(await saveFiles(folder, id, [{ n: 1, fault: 'changed' }])).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('cleanFile', () => {
  const faultOf = (bytes: Uint8Array<ArrayBuffer>) =>
    cleanFile(bytes).then(
      () => 'none',
      (error: unknown) => (error instanceof FileProblem ? error.fault : 'another error'),
    );

  test('keeps the sum of the original, so that it can be recognised', async () => {
    const bytes = await photograph();
    const sum = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const { file, withPlace } = await cleanFile(bytes);
    expect([file.originalSha256, withPlace?.originalSha256]).toEqual([sum, sum]);
    expect(new Set([file.sha256, withPlace?.sha256, sum]).size).toBe(3);
  });

  test('offers the place only where a picture tells one', async () => {
    expect((await cleanFile(picture.bytes)).withPlace).toBeUndefined();
  });

  test('ends in an attachment or one of four faults for any bytes', async () => {
    const starts = [
      [],
      [0xff, 0xd8, 0xff],
      [...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
      [...Buffer.from('GIF89a')],
      [...Buffer.from('RIFF....WEBP')],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        expect(['none', 'empty', 'unknown', 'broken']).toContain(await faultOf(new Uint8Array([...start, ...rest])));
      }),
      { numRuns: 1_000 },
    );
  });

  test('refuses more than ten mebibytes and what is a PDF only further on', async () => {
    expect(await faultOf(new Uint8Array(10 * MIB + 1))).toBe('too-large');
    expect(await faultOf(new TextEncoder().encode('<html>%PDF-1.7'))).toBe('unknown');
    expect(await faultOf(new TextEncoder().encode('%PDF-1.7'))).toBe('none');
  });
});
