import { CONTACT_CARD } from '~/hosting/headers.ts';
import { formatDay } from '~/i18n/format.ts';
import { describeHours } from '~/i18n/hours.ts';
import type { Locale } from '~/i18n/locales.ts';
import { translator } from '~/i18n/t.ts';
import type { HelpRole } from '~/schemas/help-in-languages.ts';
import { helpContact } from './help-in-languages.ts';
import { linkTo } from './links.ts';
import { languageOf, reasonOf } from './paper-words.ts';
import { site } from './site.ts';

const roles: HelpRole[] = ['emergency', 'helpline', 'victims', 'crisis'];

/** Plain HTML with the numbers of today, for other websites. `origin` is scheme and host of this site. */
export async function embedCode(locale: Locale, origin: string): Promise<string> {
  const t = translator(locale);
  const { href, label } = await linkTo('pages/kur-meklet-palidzibu', locale);
  const shown = roles.map((role) => ({ role, ...helpContact(role) }));
  const rows = shown.map(({ role, contact: { id }, phone }) => {
    const number = phone.printedInternational ?? phone.printed;
    const hours = describeHours(phone.hours, locale, t);
    const call = `<a href="tel:${phone.e164 ?? phone.shortCode}">${number.replaceAll('\u00a0', '&nbsp;')}</a>`;
    return `    <li data-contact="${id}">${call} – ${escaped(reasonOf(role, languageOf(locale)))}, <span data-hours>${escaped(hours)}</span></li>`;
  });
  const [oldest = ''] = shown.map(({ contact: { checkedOn } }) => checkedOn).sort();
  return [
    `<help-contacts lang="${locale}">`,
    `  <p><strong>${escaped(t('embed.title'))}</strong></p>`,
    '  <ul>',
    ...rows,
    '  </ul>',
    `  <p><a href="${origin}${href}">${escaped(label)}</a> (${escaped(site().name[locale])})</p>`,
    `  <p><small>${escaped(t('embed.checked'))} <time datetime="${oldest}">${escaped(formatDay(oldest, locale).replaceAll('\u00a0', ' '))}</time></small></p>`,
    '</help-contacts>',
  ].join('\n');
}

/** The line that loads the module. */
export function embedScript(origin: string): string {
  return `<script type="module" src="${origin}${CONTACT_CARD}"></script>`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
