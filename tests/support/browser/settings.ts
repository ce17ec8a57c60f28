import type { PlaywrightTestOptions } from 'playwright/test';

type Setting = Pick<PlaywrightTestOptions, 'viewport' | 'colorScheme' | 'bypassCSP' | 'contextOptions'>;

export const phone = { width: 360, height: 640 };
export const desktop = { width: 1280, height: 800 };
/** Narrowest window a page must fit without scrolling sideways (WCAG 1.4.10). */
export const narrow = { width: 320, height: 640 };

/**
 * What a visitor may have set. The policy is bypassed, because under it IBM's engine loses the styles it reads; `every-page.spec.ts` opens
 * every page without that. Still, because a moving page gives moving answers.
 */
export function setting(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light'): Setting {
  return { viewport, colorScheme, bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } };
}
