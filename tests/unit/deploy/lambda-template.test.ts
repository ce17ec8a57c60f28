import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { edgeFunction } from '../../../src/deploy/lambda/edge.ts';
import { behaviours, cloudFormation } from '../../../src/deploy/lambda/template.ts';
import { securityHeaders } from '../../../src/hosting/headers.ts';
import type { SitePolicy } from '../../../src/hosting/policy.ts';

const policy: SitePolicy = {
  https: true,
  hosts: { canonical: null, all: ['site.example'] },
  styleHashes: ["'sha256-abc='"],
  wasmPages: ['/lv/meklet/'],
  mediaPages: ['/lv/viegli-lasit/'],
  noStore: ['/api/', '/lv/zinot/', '/lv/viegli-lasit/zinojums/'],
  redirects: [{ from: '/lv/drosa-vasara/190', to: '/lv/jaunumi/#x', status: 301 }],
  oldAddresses: {
    byNumber: { 190: '/lv/jaunumi/#x' },
    page: '/lv/veca-adrese/',
    taken: { lv: ['jaunumi'], root: ['api', 'assets', 'lv', 'en'] },
  },
  notFound: { '': '/404.html' },
};

describe('the function at the edge', () => {
  const handler = runInNewContext(`${edgeFunction(policy)}; handler`) as (event: { request: { uri: string } }) => unknown;
  const moved = (to: string, statusCode = 301) => expect.objectContaining({ statusCode, headers: { location: { value: to } } }) as unknown;

  test.each([
    ['/lv/', { uri: '/lv/index.html' }],
    ['/robots.txt', { uri: '/robots.txt' }],
    ['/_headers', { uri: '/none' }],
    ['/lv/drosa-vasara/190', moved('/lv/jaunumi/#x')],
    ['/lv/drosa-vasara/190/', moved('/lv/jaunumi/#x')],
    ['/cits/190', moved('/lv/jaunumi/#x')],
    ['/jaunumi/1/Cits/190/', moved('/lv/jaunumi/#x')],
    ['/lv/jaunumi/190', moved('/lv/jaunumi/190/')],
    ['/lv/jaunumi', moved('/lv/jaunumi/')],
    ['/constructor', moved('/constructor/')],
    ['//evil.example', { uri: '/none' }],
    ['//evil.example/lv', { uri: '/none' }],
    ['/\\evil.example', { uri: '/none' }],
    ['/lv//x', { uri: '/none' }],
  ])('answers %s', (uri, answer) => {
    expect(handler({ request: { uri } })).toEqual(answer);
  });
});

describe('the template', () => {
  const all = behaviours(policy);
  const headersOf = (path: string) =>
    all.find(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path))?.headers;

  test.each([
    '/lv/',
    '/lv/meklet/',
    '/lv/viegli-lasit/a/',
    '/lv/viegli-lasit/zinojums/',
    '/lv/zinot/',
    '/assets/x.js',
    '/pagefind/x.js',
    '/help.json',
  ])('gives %s the headers of the site, by the first pattern that fits', (path) => {
    expect(headersOf(path)).toMatchObject(securityHeaders(path, policy));
  });

  test('keeps forms nowhere and hashed files for ever', () => {
    expect(headersOf('/lv/viegli-lasit/zinojums/')?.['Cache-Control']).toBe('no-store');
    expect(headersOf('/assets/x.js')?.['Cache-Control']).toContain('immutable');
    expect(headersOf('/lv/')?.['Cache-Control']).toContain('must-revalidate');
  });

  test('names no log and gives no right to write one', () => {
    expect(JSON.stringify(cloudFormation(policy))).not.toMatch(/logs:|"Logging|LogGroup|AWSLambdaBasicExecutionRole/);
  });

  test('refers only to what it makes or asks for', () => {
    const template = cloudFormation(policy) as { Resources: object; Parameters: object };
    const known = [...Object.keys(template.Resources), ...Object.keys(template.Parameters), 'AWS::Region'];
    const refs = [...JSON.stringify(template).matchAll(/"Ref":"([^"]+)"|"Fn::GetAtt":\["([^"]+)"|\$\{(\w+)(?:\.\w+)?\}/g)];
    expect(refs.length).toBeGreaterThan(15);
    expect(refs.map(([, ref, attribute, name]) => ref ?? attribute ?? name).filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});
