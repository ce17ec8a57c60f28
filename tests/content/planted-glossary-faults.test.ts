import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const general = 'content/glossary/general.yml';
const mechanisms = 'content/glossary/mechanisms.yml';

/** What an editor may break in the glossary, and the one message that must name place and remedy. */
const faults: { fault: string; plant: (content: Planted) => void; message: RegExp }[] = [
  {
    fault: 'a neighbour that is no term',
    plant: (content) => content.edit(general, 'seeAlso: [ekspluatacija,', 'seeAlso: [ekspluatacijas,'),
    message: /general\.yml:2: cilveku-tirdznieciba\.seeAlso: "ekspluatacijas" does not exist → .*content\/glossary$/,
  },
  {
    fault: 'a law that nobody recorded',
    plant: (content) => content.edit(general, 'law: law-palermo-protokols', 'law: law-palermo'),
    message: /general\.yml:\d+: palermo-protokols\.law: "law-palermo" does not exist → .*seeds\/facts\/laws\.yml$/,
  },
  {
    fault: 'a law that was replaced',
    plant: (content) => content.edit(mechanisms, 'law: law-mk-344-2019', 'law: law-mk-889-2006'),
    message: /mechanisms\.yml:\d+: atzisana\.law: cites law-mk-889-2006, which was replaced → cite what replaced it$/,
  },
  {
    fault: 'a source that is not registered',
    plant: (content) => content.edit(general, 'id: ilo-pazimes', 'id: ilo-pazime'),
    message: /general\.yml:\d+: pazimes\.sources: "ilo-pazime" does not exist → .*seeds\/sources\.yml$/,
  },
  {
    fault: 'a citation of neither law nor source',
    plant: (content) => content.edit(general, 'law: law-palermo-protokols,', ''),
    message: /general\.yml:\d+:\d+: \d+\.law\.citations\.0: names neither a law nor a source\. Write one of them/,
  },
  {
    fault: 'words that two terms claim',
    plant: (content) => content.edit(general, 'lv: [riska grupa*]', 'lv: [riska grupa*, ievainojamība*]'),
    message: /general\.yml:\d+: riska-grupa\.linked\.lv: "ievainojamība" already belongs to ievainojamiba → leave it to one of the two$/,
  },
  {
    fault: 'a word whose grammar is unknown',
    plant: (content) => content.edit(general, 'lv: [riska grupa*]', 'lv: [riskēt*]'),
    message: /general\.yml:\d+: riska-grupa\.linked\.lv: "riskēt\*": no Latvian noun or adjective in the nominative ends so/,
  },
  {
    fault: 'an address that two terms have',
    plant: (content) => content.edit(general, 'urlSlug: { en: coercion,', 'urlSlug: { en: deception,'),
    message: /general\.yml:\d+: piespiesana\.urlSlug\.en: "deception" already belongs to vilts → leave it to one of the two$/,
  },
  {
    fault: 'an easy text that is not easy',
    plant: (content) => content.edit(general, 'lv: Šajā valstī cilvēku izmanto.', 'lv: Šajā valstī cilvēks tiek izmantots.'),
    message: /general\.yml:\d+: merka-valsts\.easy\.lv: passive: /,
  },
  {
    fault: 'a figure in a term',
    plant: (content) => content.edit(general, 'lv: Caur šo valsti cilvēku ved tālāk.', 'lv: Caur šo valsti ved 25 cilvēkus.'),
    message: /general\.yml:\d+: the figure 25 is typed in a term → leave it to the page that shows it with its source$/,
  },
];

describe('an editor who breaks something in the glossary is told place and remedy, once', () => {
  test.each(faults)('$fault', async ({ plant, message }) => {
    planted = plantedContent();
    plant(planted);
    expect(await planted.messages()).toEqual([expect.stringMatching(message)]);
  });
});
