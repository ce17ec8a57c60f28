import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;
const page = 'content/easy-read/lv/ka-zvanit.mdx';
const sentence = 'Izvēlieties laiku, kad Jūs **neviens** **nedzird**.';

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const faults: { fault: string; plant: (content: Planted) => void; message: RegExp }[] = [
  {
    fault: 'a sentence that is too long',
    plant: (content) =>
      content.edit(page, sentence, 'Ja kāds sola labu darbu un lielu algu un māju un pasi un ceļu citā valstī, zvaniet mums tūlīt.'),
    message: /ka-zvanit\.mdx:\d+: error sentence-length: 19 words in the sentence in „Ja kāds sola .* → split it/,
  },
  {
    fault: 'a passive',
    plant: (content) => content.edit(page, sentence, 'Palīdzība tiek dota.'),
    message: /ka-zvanit\.mdx:\d+: error passive: /,
  },
  {
    fault: 'a warning without a reason',
    plant: (content) => content.edit(page, sentence, 'Jūs gribētu laiku.'),
    message: /ka-zvanit\.mdx:\d+: warning conditional: .*or write the reason on the line above: \{\/\* easy: conditional – … \*\/\}/,
  },
  {
    fault: 'more warnings than three, reasons or not',
    plant: (content) =>
      content.edit(page, sentence, Array.from({ length: 4 }, () => '{/* easy: conditional – lūgums */}\n\nJūs gribētu laiku.\n').join('\n')),
    message: /ka-zvanit\.mdx: has 4 warnings of easy language, more than 3/,
  },
  {
    fault: 'a page that says too little',
    plant: (content) => content.edit(page, /## Pirms zvana[^]*/, ''),
    message: /ka-zvanit\.mdx:\d+: warning text-length: /,
  },
  {
    fault: 'a field that does not exist',
    plant: (content) => content.edit(page, 'testers: []', 'tester: []'),
    message: /ka-zvanit\.mdx:\d+:\d+: tester: there is no field "tester"/,
  },
  {
    fault: 'a long page that does not exist',
    plant: (content) => content.edit(page, 'longPage: pages/kas-notiek-kad-zvana', 'longPage: pages/kas-notiek'),
    message: /ka-zvanit\.mdx:\d+: longPage: "pages\/kas-notiek" does not exist/,
  },
  {
    fault: 'a source that does not exist',
    plant: (content) => content.edit(page, 'id: patverums-450', 'id: patverums-451'),
    message: /ka-zvanit\.mdx:\d+: sources\.1\.id: "patverums-451" does not exist/,
  },
  {
    fault: 'a contact that does not exist',
    plant: (content) => content.edit(page, '<Phone id="lv-drosa-maja" />', '<Phone id="lv-drosa" />'),
    message: /ka-zvanit\.mdx:\d+: "lv-drosa" does not exist/,
  },
  {
    fault: 'a link to an easy page that does not exist',
    plant: (content) => content.remove('content/easy-read/lv/vardi.mdx'),
    message: /par-so-sadalu\.mdx:\d+: "easy-read\/vardi" does not exist → .*content\/easy-read\/lv/,
  },
  {
    fault: 'two pages at one place in the order',
    plant: (content) => content.edit(page, 'order: 2', 'order: 3'),
    message: /"lv, order: 3" already stands at content\/easy-read\/lv\/ka-zvanit\.mdx:\d+/,
  },
  {
    fault: 'a section without a front',
    plant: (content) => {
      content.remove('content/easy-read/lv/index.mdx');
    },
    message: /content\/easy-read\/lv\/index\.mdx: is missing → write the front/,
  },
  {
    fault: 'a phone number typed in the text',
    plant: (content) => content.edit(page, '<Phone id="lv-drosa-maja" />', '2861 2120'),
    message: /ka-zvanit\.mdx:\d+: 2861 2120 is typed in prose/,
  },
  {
    fault: 'an idea without a picture',
    plant: (content) => content.edit(page, /<Picture id="danger-112" \/>\n\n/, ''),
    message: /ka-zvanit\.mdx:\d+: the idea "Zvaniet <Phone id="lv-112" \/>\." has no picture → put <Picture/,
  },
  {
    fault: 'an item of a list without a picture',
    plant: (content) => content.edit('content/easy-read/lv/pazimes.mdx', '- <Picture id="child-no-friends" /> ', '- '),
    message: /pazimes\.mdx:\d+: the item "Bērnam \*\*nav\*\* draugu\." has no picture → begin it with <Picture/,
  },
  {
    fault: 'a figure typed in the text',
    plant: (content) => content.edit(page, sentence, 'Gaidiet 7 dienas.'),
    message: /ka-zvanit\.mdx:\d+: the figure 7 is typed in prose/,
  },
  {
    fault: 'a misspelt word',
    plant: (content) => content.edit(page, 'Lasiet šos teikumus skaļi.', 'Lasiet šos teikumus skalji.'),
    message: /ka-zvanit\.mdx:\d+: "skalji" is in no dictionary/,
  },
  {
    fault: 'a check in the future',
    plant: (content) => content.edit(page, 'checkedOn: 2026-11-21', 'checkedOn: 2027-11-21'),
    message: /ka-zvanit\.mdx:\d+: checkedOn: 2027-11-21 is in the future/,
  },
];

describe('the content gate stops, on a page in easy language,', () => {
  test.each(faults)('$fault', async ({ plant, message }) => {
    planted = plantedContent();
    plant(planted);
    const messages = await planted.messages();
    expect(messages.filter((line) => message.test(line)).length, messages.join('\n')).toBeGreaterThan(0);
  });
});
