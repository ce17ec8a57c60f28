import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;
const page = 'content/pages/lv/formas.mdx';
const kept = 'content/data/media-language.yml';

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const faults: { fault: string; plant: (content: Planted) => void; message: RegExp }[] = [
  {
    fault: 'a word that blames, on a page',
    plant: (content) => content.edit(page, 'Ja cilvēks ir nepilngadīgs', 'Naiva meitene. Ja cilvēks ir nepilngadīgs'),
    message: /formas\.mdx:71: naive: „Naiva” → write: meitenes, kuras vervētājs apmānīja; .*media-language\.yml/,
  },
  {
    fault: 'a word of contempt in the interface',
    plant: (content) => content.edit('content/data/ui/ru.json', '"exit.label": "', '"exit.label": "Нелегалы: '),
    message: /ru\.json \(exit\.label\):1: illegal-migrant: „Нелегалы”/,
  },
  {
    fault: 'a kept word that is not there any more',
    plant: (content) => content.edit(kept, 'rules: [modern-slave]', 'rules: [modern-slave, hell]'),
    message: /media-language\.yml:\d+: campaigns\/lv\/musdienu-vergs-olegs\.md: hell finds nothing there any more → delete it/,
  },
  {
    fault: 'a kept word without a reason',
    plant: (content) => content.edit(kept, / {2}reason: Kampaņas nosaukums\.\n/, ''),
    message: /media-language\.yml:\d+:\d+: .*reason/,
  },
];

describe('the gate finds', () => {
  test.each(faults)('$fault', async ({ plant, message }) => {
    planted = plantedContent();
    plant(planted);
    expect((await planted.messages()).filter((line) => message.test(line))).toHaveLength(1);
  });
});
