import { OLD_FORMS, spellings } from '../../hosting/old-addresses.ts';
import type { SitePolicy } from '../../hosting/policy.ts';

/** What CloudFront lets a function weigh, in bytes. */
export const MOST_OF_EDGE = 10_240;

/**
 * The function that CloudFront runs before it looks for a file: redirects of old addresses, slashes, and the file of a page. An address with two slashes together
 * would lead to another host, and has no page. It is plain text in the dialect of CloudFront's runtime 2.0; deploy:check runs it.
 */
export function edgeFunction(policy: SitePolicy): string {
  const moved = policy.redirects.flatMap(({ from, to, status }) => spellings(from).map((old) => [old, [to, status]] as const));
  const numbered = [OLD_FORMS.latvian, OLD_FORMS.bare, OLD_FORMS.news];
  const data = { moved: Object.fromEntries(moved), numbers: policy.oldAddresses.byNumber, taken: policy.oldAddresses.taken };
  const forms = numbered.map((form) => `/${form.replaceAll('/', '\\/')}/`);
  return `const D = ${JSON.stringify(data)};
const FORMS = [${forms.join(', ')}];
function moved(to, status) {
  return { statusCode: status, statusDescription: status === 301 ? 'Moved Permanently' : 'Found', headers: { location: { value: to } } };
}
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (/\\/\\/|\\\\/.test(uri)) {
    request.uri = '/none';
    return request;
  }
  if (Object.prototype.hasOwnProperty.call(D.moved, uri)) return moved(D.moved[uri][0], D.moved[uri][1]);
  const words = uri.split('/');
  const isOurs = words[1] === 'lv' ? D.taken.lv.includes(words[2]) : D.taken.root.includes(words[1]);
  for (const form of FORMS) {
    const found = isOurs ? null : form.exec(uri);
    if (found && D.numbers[found[1]]) return moved(D.numbers[found[1]], 301);
  }
  if (uri === '/_headers' || uri === '/_redirects') request.uri = '/none';
  else if (uri.endsWith('/')) request.uri = uri + 'index.html';
  else if (!words[words.length - 1].includes('.')) return moved(uri + '/', 301);
  return request;
}
`;
}
