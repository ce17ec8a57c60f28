import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const STYLE = 'body{color:#111}';

/** A whole page with the shared style sheet; `head` and `body` are added as they are. */
export function page(body = '<p>Teksts</p>', head = ''): string {
  return `<!doctype html><html lang="lv"><head><title>Lapa</title><style>${STYLE}</style>${head}</head><body>${body}</body></html>`;
}

const SITE = `name: { lv: A, en: A, ru: A }
neutralName: { lv: I, en: I, ru: I }
isMirror: true
operator: { name: { lv: A, en: A, ru: A }, email: null }
official: { href: https://www.cilvektirdznieciba.lv/, body: { lv: A, en: A, ru: A } }
origin: https://cilvektirdznieciba.lv
oldHosts: [www.cilvektirdznieciba.lv, cilvektirdznieciba.lv, www.trafficking.lv, trafficking.lv]
exitHref: { lv: https://lv.wikipedia.org/, en: https://en.wikipedia.org/, ru: https://ru.wikipedia.org/ }
securityTxtExpiresOn: 2027-10-31
`;

export const REDIRECTS = `- { from: /lv/drosa-vasara/190, to: news/2018-06-26-celot-drosi, sinceOn: 2026-11-21, reason: Pārcelta uz arhīvu. }
- { from: /projekts/69, to: pages/par-vietni, sinceOn: 2026-11-21, reason: Pārcelta uz arhīvu. }
- { from: /jaunumi/1/Riga-Konference/65, to: /lv/jaunumi/, sinceOn: 2026-11-21, reason: Pārcelta uz arhīvu. }
- { from: /lv/kur-meklet, to: /lv/#palidziba, isTemporary: true, sinceOn: 2026-11-21, reason: Sadaļas vēl nav. }
- { from: /, to: /lv/, isTemporary: true, sinceOn: 2026-11-21, reason: Valodu vēl neizvēlas. }
`;

const WORDS = JSON.stringify({
  'oldAddress.title': 'Lapa pārcelta',
  'oldAddress.text': 'Tā ir citur.',
  'oldAddress.link': 'Atvērt',
});

/** What a small but whole project has in its folders, by path; values of undefined are left out. */
export function smallSite(): Record<string, string | Buffer | undefined> {
  return {
    'content/data/site.yml': SITE,
    'content/data/redirects.yml': REDIRECTS,
    'content/data/ui/lv.json': WORDS,
    'content/news/lv/2018-06-26-celot-drosi.md': 'x',
    'content/pages/lv/par-vietni.mdx': 'x',
    'dist/index.html': page('<p>Sākums</p>'),
    'dist/404.html': page('<p>Nav</p>'),
    'dist/lv/index.html': page('<h2 id="palidziba">Palīdzība</h2>'),
    'dist/en/index.html': page('<p>Home</p>'),
    'dist/lv/404/index.html': page('<p>Nav latviski</p>'),
    'dist/en/404/index.html': page('<p>Not here</p>'),
    'dist/ru/404/index.html': page('<p>Нет</p>'),
    'dist/lv/jaunumi/index.html': page(`<p>${'Ziņas par darbu. '.repeat(60)}</p>`),
    'dist/lv/jaunumi/2018/celot-drosi/index.html': page(
      '<p>Ziņa</p>',
      '<link rel="canonical" href="https://cilvektirdznieciba.lv/lv/jaunumi/2018/celot-drosi/">',
    ),
    'dist/lv/par-vietni/index.html': page('<p>Par</p>'),
    'dist/lv/veca-adrese/index.html': page('<p>Vecā adrese</p>'),
    'dist/robots.txt': 'User-agent: *\n',
    'dist/help.json': '{}\n',
    'dist/lv/notikumi.ics': 'BEGIN:VCALENDAR\r\n',
    'dist/lv/zinas.xml': '<rss/>',
    'dist/assets/poga.abc123.svg': `<svg>${'<path/>'.repeat(100)}</svg>`,
  };
}

/** Writes files below a new temporary folder. Remove it with `removeFolder`. */
export async function makeFolder(files: Record<string, string | Buffer | undefined>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'small-site-'));
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
