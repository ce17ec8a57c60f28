import type { Locale } from '~/i18n/locales.ts';
import { translator, type Translate, type UiKey } from '~/i18n/t.ts';

/** Words of the form that have an easier form, and its key. */
const easier: Partial<Record<UiKey, UiKey>> = {
  'report.code.later': 'easyReport.codeLater',
  'report.errors.title': 'easyReport.errors',
  'report.field.contact': 'easyReport.contact',
  'report.field.danger': 'easyReport.danger',
  'report.field.what': 'easyReport.what',
  'report.field.where': 'easyReport.where',
  'report.noScript': 'easyReport.noScript',
  'report.optional': 'easyReport.optional',
  'report.preview.open': 'easyReport.preview',
  'report.preview.title': 'easyReport.previewTitle',
  'report.required': 'easyReport.required',
  'report.why.contact': 'easyReport.contactWhy',
  'report.why.danger': 'easyReport.dangerWhy',
  'report.why.what': 'easyReport.whatWhy',
  'report.why.where': 'easyReport.whereWhy',
};

/** The words of the report form; on the page in easy language the easier ones. */
export function formWords(locale: Locale, isEasy: boolean): Translate {
  const t = translator(locale);
  return isEasy ? (key, params) => t(easier[key] ?? key, params) : t;
}
