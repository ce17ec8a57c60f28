import type { ListedFile } from '~/components/primitives/FileList.astro';
import type { Locale } from '~/i18n/locales.ts';
import type { Translate } from '~/i18n/t.ts';
import type { NewsAttachment } from '~/schemas/news.ts';

/** How each attachment is listed: with its address, or with the plain word that nobody has it. */
export function attachedFiles(attachments: readonly NewsAttachment[], locale: Locale, t: Translate): ListedFile[] {
  return attachments.map((file) => {
    const lang = file.language === locale ? undefined : file.language;
    switch (file.availability) {
      case 'here':
        return { title: file.title, lang, href: `/files/${file.file}` };
      case 'external':
        return { title: file.title, lang, href: file.href, note: t('news.attachmentElsewhere', { host: new URL(file.href).host }) };
      case 'unavailable':
        return { title: file.title, lang, note: t('news.attachmentMissing') };
    }
  });
}
