import type { APIRoute } from 'astro';
import { site as siteData } from '~/queries/site.ts';

/** RFC 9116. Until the operator has an address of its own, the contact is the page that says so. */
export const GET: APIRoute = ({ site }) => {
  const origin = site?.origin ?? '';
  const { operator, securityTxtExpiresOn } = siteData();
  const lines = [
    `Contact: ${operator.email ? `mailto:${operator.email}` : `${origin}/lv/par-vietni/`}`,
    `Expires: ${securityTxtExpiresOn}T00:00:00.000Z`,
    'Preferred-Languages: lv, en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
