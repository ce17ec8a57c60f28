import { describe, expect, test } from 'vitest';
import { bottom, cardHeight, halfWidth, planHalf } from '../../../src/paper/card-half.ts';
import { PaperDocument } from '../../../src/paper/document.ts';
import type { CardWords } from '../../../src/queries/paper-words.ts';

const call = (role: CardWords['calls'][number]['role'], number: string, reason = 'Ja vajag padomu', hours = 'Visu diennakti') => ({
  role,
  number,
  reason,
  hours,
});

function words(promise: string): CardWords {
  const calls = [
    call('emergency', '112'),
    call('helpline', '+371\u00a02000\u00a00000'),
    call('victims', '116000'),
    call('crisis', '116000', 'Naktī', ''),
    call('abroad', '+371\u00a02000\u00a00001'),
  ];
  return { lang: 'lv', direction: 'ltr', title: 'Jūs neesat vienatnē', calls, promise, isLong: false };
}

/** Baselines and right ends of all lines of a half that is drawn with its corner at 0, 0. */
function drawn(card: CardWords): { baseline: number; end: number }[] {
  const places: { baseline: number; end: number }[] = [];
  class Watched extends PaperDocument {
    override line(...[text, x, baseline, look]: Parameters<PaperDocument['line']>): number {
      const end = super.line(text, x, baseline, look);
      places.push({ baseline, end });
      return end;
    }
  }
  const sheet = new Watched({ title: 'A', lang: 'lv', size: [210, 297], day: '2026-11-21' });
  for (const { write } of planHalf(card).parts) write(sheet, 0, 0);
  return places;
}

describe('half a card', () => {
  const short = 'Padoms ir bez maksas.';
  const long = 'Padoms ir bez maksas, un palīdzību var lūgt arī bez pases, vīzas, uzturēšanās atļaujas un citiem papīriem, kas Jums bija.';

  test.each([short, long])('keeps every line within its edges: %s', (promise) => {
    for (const { baseline, end } of drawn(words(promise))) {
      expect(baseline).toBeLessThan(cardHeight - bottom - 3);
      expect(end).toBeLessThanOrEqual(halfWidth + 0.1);
    }
  });

  test('writes from top to bottom', () => {
    const baselines = drawn(words(short)).map(({ baseline }) => baseline);
    expect(baselines.at(-1)).toBe(Math.max(...baselines));
  });

  test('says which language has too many words', () => {
    expect(() => planHalf({ ...words(long.repeat(5)), lang: 'xx' })).toThrow('the texts of xx do not fit');
  });
});
