import { expect, test } from 'playwright/test';
import { desktop, phone, setting } from '../support/browser/settings.ts';

// What a screen reader is told at the top of each page. A change here is a change for everyone who listens: read it before you accept it.

test.describe('at the top of the page a screen reader hears', () => {
  test.use(setting(desktop));
});
