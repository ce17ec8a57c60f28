import { z } from 'zod';
import { addressWords, pathIn } from '../../i18n/paths.ts';
import { translator } from '../../i18n/t.ts';
import { parseYaml } from '../../records/parse-yaml.ts';
import { readText } from '../../records/read-files.ts';
import { siteOrigin } from '../../records/site-origin.ts';
import { contactSchema } from '../../schemas/contact.ts';
import { navigationSchema } from '../../schemas/site.ts';
import { type AnswerLanguage, type Language, LANGUAGES } from '../context.ts';
import { natively } from './natively.ts';
import { type Endpoint, openReports, type Settings } from './node.ts';

/**
 * The endpoint of this site by the environment's settings. Reports of real people come behind TLS; on this machine alone somebody is trying
 * the site out. Throws with one line that names the remedy.
 */
export function openSiteReports(root: string, settings: Settings): Promise<Endpoint> {
  const isProduction = settings['REPORTS_TRIAL'] !== '1' && (settings['NODE_ENV'] === 'production' || settings['SITE_HTTPS'] === '1');
  return openReports({ root, settings, isProduction, origins: [siteOrigin(root)], languages: siteAnswers(root), ...natively });
}

/** The endpoint's pages in the words of this site, with the phones of its help strip. Throws when contacts or navigation cannot be read. */
export function siteAnswers(root: string): Record<Language, AnswerLanguage> {
  const contacts = read(root, 'content/data/contacts.yml', z.array(contactSchema));
  const { helpStrip } = read(root, 'content/data/navigation.yml', navigationSchema);
  const shown = [helpStrip.emergency, helpStrip.helpline].map((id) => contacts.find((contact) => contact.id === id));
  const answers = LANGUAGES.map((language): [Language, AnswerLanguage] => {
    const phones = shown.flatMap((contact) => {
      const [phone] = contact?.phones ?? [];
      if (!contact || !phone)
        throw new Error('content/data/navigation.yml: helpStrip names a contact without a phone. Choose contacts that show one.');
      return [{ name: contact.name[language], printed: phone.printed, href: `tel:${phone.e164 ?? phone.shortCode}` }];
    });
    const formPath = pathIn(language, addressWords.report[language]);
    return [language, { words: translator(language), phones, formPath, replyPath: pathIn(language, addressWords.reply[language]) }];
  });
  return Object.fromEntries(answers) as Record<Language, AnswerLanguage>;
}

function read<T>(root: string, file: string, schema: z.ZodType<T>): T {
  const { value } = parseYaml(file, readText(root, file), schema);
  if (value === undefined) throw new Error(`${file} is faulty. Run: npm run check:content`);
  return value;
}
