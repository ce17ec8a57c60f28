import { describe, expect, test } from 'vitest';
import { bracedForms } from '../../../src/glossary/forms.ts';
import { latvianForms } from '../../../src/glossary/latvian-forms.ts';

describe('the forms of a Latvian term', () => {
  test.each([
    ['verdzība*', 'verdzība verdzības verdzībai verdzību verdzībā verdzībām verdzībās'],
    ['upuris*', 'upuris upura upurim upuri upurī upuru upuriem upurus upuros'],
    ['pilsonis*', 'pilsonis pilsoņa pilsonim pilsoni pilsonī pilsoņi pilsoņu pilsoņiem pilsoņus pilsoņos'],
    ['vervētājs*', 'vervētājs vervētāja vervētājam vervētāju vervētājā vervētāji vervētājiem vervētājus vervētājos'],
    ['valsts*', 'valsts valstij valsti valstī valstis valstu valstīm valstīs'],
    ['cietušais*', 'cietušais cietušā cietušajam cietušo cietušajā cietušie cietušajiem cietušos cietušajos'],
    ['cietusī*', 'cietusī cietušās cietušajai cietušo cietušajā cietušajām cietušajās'],
    ['pazīmes*', 'pazīmes pazīmju pazīmēm pazīmēs'],
  ])('are all there: %s', (pattern, forms) => {
    expect(latvianForms(pattern).sort()).toEqual(forms.split(' ').sort());
  });

  test('keep words without a star as they are', () => {
    expect(latvianForms('cilvēku tirdzniecība*')).toContain('cilvēku tirdzniecību');
    expect(latvianForms('cilvēku tirdzniecība*').every((form) => form.startsWith('cilvēku '))).toBe(true);
  });

  test('let words that change together agree', () => {
    const forms = latvianForms('seksuālā* ekspluatācija*');
    expect(forms).toContain('seksuālās ekspluatācijas');
    expect(forms).toContain('seksuālajai ekspluatācijai');
    expect(forms).not.toContain('seksuālā ekspluatāciju');
  });

  test('are plural only where the term is plural', () => {
    expect(latvianForms('fiktīvas* laulības*')).toEqual(['fiktīvas laulības', 'fiktīvu laulību', 'fiktīvām laulībām', 'fiktīvās laulībās']);
  });

  test('are refused where the ending is none of a nominative', () => expect(() => latvianForms('vervēt*')).toThrow(/nominative/));
});

describe('the forms of an English or Russian term', () => {
  test('come from braces', () =>
    expect(bracedForms('victim{,s} of trafficking')).toEqual(['victim of trafficking', 'victims of trafficking']));
  test('multiply', () => expect(bracedForms('{a,b}{c,d}')).toEqual(['ac', 'ad', 'bc', 'bd']));
});
