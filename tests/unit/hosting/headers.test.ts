import { describe, expect, test } from 'vitest';
import { caddyfile } from '../../../src/hosting/caddy.ts';
import { apiHeaders, cacheControl, contentSecurityPolicy, onionHeader, securityHeaders } from '../../../src/hosting/headers.ts';
import { nginxConfig } from '../../../src/hosting/nginx.ts';

const policy = {
  https: true,
  styleHashes: ["'sha256-abc='"],
  wasmPages: ['/lv/meklet/'],
  mediaPages: ['/lv/viegli-lasit/'],
  noStore: ['/lv/zinot/'],
};

describe('the content security policy', () => {
  test('allows styles by hash and nothing else', () => {
    expect(contentSecurityPolicy('/lv/', policy)).toContain("; style-src 'sha256-abc=';");
  });

  test('allows no styles at all when the pages have none', () => {
    expect(contentSecurityPolicy('/lv/', { ...policy, styleHashes: [] })).toContain("; style-src 'none';");
  });

  test('has nothing unsafe on any page but the search', () => {
    expect(contentSecurityPolicy('/lv/', policy)).not.toContain('unsafe');
    expect(contentSecurityPolicy('/lv/meklet/', policy)).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  test('lets only pages that are read aloud play sound, and only from this site', () => {
    expect(contentSecurityPolicy('/lv/', policy)).not.toContain('media-src');
    expect(contentSecurityPolicy('/lv/viegli-lasit/pazimes/', policy)).toContain("; media-src 'self';");
  });

  test('asks for TLS only where there is TLS', () => {
    expect(contentSecurityPolicy('/lv/', policy)).toContain('upgrade-insecure-requests');
    expect(contentSecurityPolicy('/lv/', { ...policy, https: false })).not.toContain('upgrade-insecure-requests');
  });
});

describe('the security headers', () => {
  test('promise TLS only where there is TLS', () => {
    expect(securityHeaders('/lv/', policy)['Strict-Transport-Security']).toBe('max-age=63072000; includeSubDomains; preload');
    expect(securityHeaders('/lv/', { ...policy, https: false })).not.toHaveProperty('Strict-Transport-Security');
  });

  // https://owasp.org/www-project-secure-headers/ without Clear-Site-Data (empties the cache of every reader) and
  // Cache-Control (cacheControl below).
  test.each([
    'X-Frame-Options',
    'X-Content-Type-Options',
    'Content-Security-Policy',
    'X-Permitted-Cross-Domain-Policies',
    'Referrer-Policy',
    'Cross-Origin-Embedder-Policy',
    'Cross-Origin-Opener-Policy',
    'Cross-Origin-Resource-Policy',
    'Permissions-Policy',
    'X-DNS-Prefetch-Control',
  ])('include %s of the OWASP list', (name) => {
    expect(securityHeaders('/lv/', policy)).toHaveProperty(name);
  });

  test('let other sites read open data, and nothing else', () => {
    expect(securityHeaders('/help.json', policy)).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    expect(securityHeaders('/lv/', policy)).toMatchObject({ 'Cross-Origin-Resource-Policy': 'same-origin' });
    expect(securityHeaders('/lv/', policy)).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test('leave out of a part of a page what only a page obeys', () => {
    const part = securityHeaders('/assets/search.js', policy);
    expect(part).not.toHaveProperty('Permissions-Policy');
    expect(part['Content-Security-Policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(part).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' });
    expect(Object.entries(part).flat().join('').length).toBeLessThan(450);
  });

  test('never clear the data of a page', () => {
    expect(securityHeaders('/lv/', policy)).not.toHaveProperty('Clear-Site-Data');
  });
});

describe('the onion address', () => {
  const onion = `${'a'.repeat(56)}.onion`;

  test('is named over TLS for each page, where there is one', () => {
    expect(onionHeader('/lv/', { https: true, onion })).toEqual({ 'Onion-Location': `http://${onion}/lv/` });
    expect(onionHeader('/lv/', { https: false, onion })).toEqual({});
    expect(onionHeader('/lv/', { https: true })).toEqual({});
  });

  test('goes into the files for nginx and Caddy', () => {
    const redirects = { redirects: [], oldAddresses: { byNumber: {}, page: null, taken: { lv: [], root: [] } }, notFound: {} };
    const whole = { ...policy, ...redirects, hosts: { canonical: null, all: ['a.example'] }, onion };
    expect(nginxConfig(whole)).toContain(`add_header Onion-Location "http://${onion}$request_uri" always;`);
    expect(caddyfile(whole)).toContain(`Onion-Location "http://${onion}{http.request.uri}"`);
    expect(nginxConfig({ ...whole, onion: undefined })).not.toContain('Onion');
  });
});

describe('answers of the endpoint', () => {
  test('are sandboxed, not stored and not indexed', () => {
    expect(apiHeaders(policy)).toMatchObject({
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    });
  });
});

describe('caching', () => {
  test.each([
    ['/assets/x.1a2b.js', 'public, max-age=31536000, immutable'],
    ['/_astro/x.1a2b.js', 'public, max-age=31536000, immutable'],
    ['/lv/', 'public, max-age=300, must-revalidate'],
    ['/lv/zinot/', 'no-store'],
  ])('of %s is %s', (path, expected) => {
    expect(cacheControl(path, policy)).toBe(expected);
  });
});
