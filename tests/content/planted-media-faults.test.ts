import { afterEach, describe, expect, test } from 'vitest';
import { plantedContent } from '../support/planted.ts';

type Planted = ReturnType<typeof plantedContent>;

let planted: Planted | undefined;
afterEach(() => planted?.dispose());

const rules = 'content/data/media-rules.yml';
const pictures = 'content/data/media-pictures.yml';

/** What an editor may break in the guidelines for journalists, and the one message that must name place and remedy. */
const faults: { fault: string; plant: (content: Planted) => void; message: RegExp }[] = [
  {
    fault: 'a rule on a page that does not exist',
    plant: (content) => content.edit(rules, 'page: vardi', 'page: vardini'),
    message: /media-rules\.yml:\d+: words-trafficking-not-smuggling\.page: "pages\/vardini" does not exist/,
  },
  {
    fault: 'a rule that stands twice',
    plant: (content) => content.edit(rules, 'id: start-violence', 'id: start-control'),
    message: /media-rules\.yml:\d+: "start-control" already stands at content\/data\/media-rules\.yml/,
  },
  {
    fault: 'a rule without a reason in Russian',
    plant: (content) => content.edit(rules, / {2}why:\n( {4}lv: .*\n {4}en: .*\n) {4}ru: .*\n/, '  why:\n$1'),
    message: /media-rules\.yml:\d+:\d+: 0\.why\.ru:/,
  },
  {
    fault: 'a picture that stands twice',
    plant: (content) => content.edit(pictures, 'id: payslip', 'id: job-ad'),
    message: /media-pictures\.yml:\d+: "job-ad" already stands at content\/data\/media-pictures\.yml/,
  },
  {
    fault: 'a press contact that is not in the register',
    plant: (content) => content.edit('content/pages/lv/preses-fakti.mdx', 'id="lv-iem"', 'id="lv-iemm"'),
    message: /preses-fakti\.mdx:\d+: "lv-iemm" does not exist .*contacts\.yml/,
  },
];

describe('an editor who breaks the guidelines for journalists is told place and remedy', () => {
  test.each(faults)('$fault', async ({ plant, message }) => {
    planted = plantedContent();
    plant(planted);
    const messages = await planted.messages();
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join('\n')).toMatch(message);
  });
});
