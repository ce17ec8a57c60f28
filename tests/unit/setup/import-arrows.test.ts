import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' });

/** Imports that go up, one and more of each arrow of eslint.config.mjs: where they would be written, and what they would import. */
const forbidden = [
  ['src/schemas/news.ts', '../records/world.ts'],
  ['src/easy-language/check.ts', '../i18n/locales.ts'],
  ['src/offer-check/index.ts', '~/queries/site.ts'],
  ['src/media-language/check.ts', '../records/world.ts'],
  ['src/i18n/t.ts', '~/queries/site.ts'],
  ['src/records/world.ts', '../gate/rule.ts'],
  ['src/queries/site.ts', '~/components/primitives/Icon.astro'],
  ['src/components/primitives/Icon.astro', '~/components/site/Logo.astro'],
  ['src/components/primitives/Icon.astro', '../site/Logo.astro'],
  ['src/components/primitives/Icon.astro', '~/queries/site.ts'],
  ['src/components/easy-read/Picture.astro', '~/layouts/Base.astro'],
  ['src/components/paper/Poster.astro', '~/records/world.ts'],
  ['src/components/site/Footer.astro', '~/layouts/Base.astro'],
  ['src/components/report/ReportForm.astro', '~/layouts/Base.astro'],
  ['src/components/report/ReportForm.astro', '~/reports/handler.ts'],
  ['src/pages/404.astro', '~/reports/handler.ts'],
  ['src/gate/rule.ts', '../queries/site.ts'],
  ['src/server/serve.ts', '../queries/site.ts'],
  ['src/reports/stores/store.ts', '../../queries/site.ts'],
  ['src/reports/handler.ts', './stores/disk.ts'],
  ['src/reports/handler.ts', 'node:fs'],
] as const;

const allowed = [
  ['src/components/primitives/Icon.astro', '~/components/primitives/Fruit.astro'],
  ['src/components/primitives/Icon.astro', './Fruit.astro'],
  ['src/components/site/Footer.astro', '~/queries/site.ts'],
  ['src/components/report/ReportForm.astro', '~/reports/message/attachments.ts'],
  ['src/layouts/Base.astro', '~/queries/site.ts'],
  ['src/reports/handler.ts', './stores/store.ts'],
] as const;

async function complaints(file: string, imported: string): Promise<number> {
  const code = `import '${imported}';\n`;
  const [result] = await eslint.lintText(file.endsWith('.astro') ? `---\n${code}---\n` : code, { filePath: file });
  const fatal = result?.messages.find((message) => message.fatal);
  if (!result || fatal) throw new Error(`${file}: not linted: ${fatal?.message ?? 'no result'}`);
  return result.messages.length;
}

test.each(forbidden)('%s may not import %s', async (file, imported) => {
  expect(await complaints(file, imported)).toBe(1);
});
test.each(allowed)('%s may import %s', async (file, imported) => {
  expect(await complaints(file, imported)).toBe(0);
});
