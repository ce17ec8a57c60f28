import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { watch } from '../watched.ts';

/** The text that every program shows: our own news item, without our markup around it. */
export interface SharedText {
  title: string;
  description: string;
  /** Paragraphs, headings, lists, links; no classes. */
  html: string;
}

interface Nunjucks {
  configure: (folders: string[], options: { autoescape: boolean }) => { renderString: (template: string, data: object) => string };
}

const GOVUK_PAGE = `{% extends "govuk/template.njk" %}
{% from "govuk/components/breadcrumbs/macro.njk" import govukBreadcrumbs %}
{% block pageTitle %}{{ title }}{% endblock %}
{% block head %}<meta name="description" content="{{ description }}"><link rel="stylesheet" href="/stylesheets/govuk-frontend.min.css">{% endblock %}
{% block beforeContent %}{{ govukBreadcrumbs({ items: [{ text: "Sākums", href: "/" }, { text: "Jaunumi", href: "/" }] }) }}{% endblock %}
{% block content %}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">{{ title }}</h1>{{ html | safe }}</div></div>{% endblock %}
{% block bodyEnd %}<script type="module" src="/javascripts/govuk-frontend.min.js"></script>
<script type="module">import { initAll } from '/javascripts/govuk-frontend.min.js'; initAll()</script>{% endblock %}
`;

/** The page template of govuk-frontend with the text, its shipped style sheet, script and fonts, in `folder`. `packages`: node_modules of the peers. */
export async function makeGovukPage(folder: string, packages: string, text: SharedText): Promise<void> {
  const shipped = join(packages, 'govuk-frontend/dist');
  const nunjucks = createRequire(join(packages, 'x.js'))('nunjucks') as Nunjucks;
  const html = text.html
    .replaceAll(/<p>/g, '<p class="govuk-body">')
    .replaceAll(/<ul>/g, '<ul class="govuk-list govuk-list--bullet">')
    .replaceAll(/<h([23])[^>]*>/g, '<h$1 class="govuk-heading-m">')
    .replaceAll(/<a /g, '<a class="govuk-link" ');
  const page = nunjucks.configure([shipped], { autoescape: true }).renderString(GOVUK_PAGE, { ...text, html, htmlLang: 'lv' });
  for (const [kind, file] of [
    ['stylesheets', 'govuk-frontend.min.css'],
    ['javascripts', 'govuk-frontend.min.js'],
  ] as const) {
    await mkdir(join(folder, kind), { recursive: true });
    await cp(join(shipped, 'govuk', file), join(folder, kind, file));
  }
  await cp(join(shipped, 'govuk/assets'), join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), page);
}

const STARLIGHT_CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  cacheDir: './cache',
  integrations: [starlight({ title: 'Vietne', locales: { root: { label: 'Latviešu', lang: 'lv' } }, sidebar: [{ label: 'Sākums', link: '/' }] })],
});
`;
const STARLIGHT_CONTENT = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Builds a Starlight site of one page with the text below `folder` and returns the folder of the built site. */
export async function makeStarlightPage(folder: string, packages: string, { title, description, html }: SharedText): Promise<string> {
  const docs = join(folder, 'src/content/docs');
  await mkdir(docs, { recursive: true });
  await symlink(packages, join(folder, 'node_modules'), 'junction');
  // Astro looks here for the packages that it has to bundle.
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }\n');
  await writeFile(join(folder, 'astro.config.mjs'), STARLIGHT_CONFIG);
  await writeFile(join(folder, 'src/content.config.ts'), STARLIGHT_CONTENT);
  await writeFile(
    join(docs, 'index.md'),
    `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n${html}\n`,
  );
  await watch(['node_modules/astro/bin/astro.mjs', 'build'], { cwd: folder, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  return join(folder, 'dist');
}
