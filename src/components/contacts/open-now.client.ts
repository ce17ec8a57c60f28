/** Says beside each number whether somebody answers now, by the Latvian clock; without it the hours stand there in words. */
import { holidayCalendar, readHolidays } from '../../i18n/holidays.ts';
import { shortTime } from '../../i18n/hours.ts';
import { readHours } from '../../i18n/opening-attribute.ts';
import { isOpenAt, nextOpening, wallClock, type WallClock } from '../../i18n/opening.ts';

const latvia = 'Europe/Riga';
const dayLength = 86_400_000;

const box = document.querySelector<HTMLElement>('[data-open-now]');
if (box) {
  const { holidays = '', clock = '', open = '', opens = '', holiday = '', days = '' } = box.dataset;
  const isHoliday = holidayCalendar(readHolidays(holidays));
  const words = days.split('|');
  const clockPlace = box.querySelector('p span');
  const places = [...box.querySelectorAll<HTMLElement>('[data-hours]')].map((place) => ({
    place,
    hours: readHours(place.dataset['hours'] ?? ''),
  }));

  const timeOf = ({ minutes }: WallClock): string => shortTime(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
  /** "today", "tomorrow", or the day of the week; the date after a week. */
  const dayOf = (now: WallClock, then: WallClock): string => {
    const ahead = (Date.parse(then.day) - Date.parse(now.day)) / dayLength;
    if (ahead < 2) return words[7 + ahead] ?? '';
    if (ahead > 6) return then.day;
    return words[new Date(then.day).getUTCDay()] ?? '';
  };
  const show = (): void => {
    const instant = new Date();
    const now = wallClock(instant, latvia);
    if (clockPlace)
      clockPlace.textContent = clock.replace('{time}', `${Math.floor(now.minutes / 60)}.${String(now.minutes % 60).padStart(2, '0')}`);
    for (const { place, hours } of places) {
      const isOpen = isOpenAt(hours, instant, isHoliday);
      const next = isOpen === false ? nextOpening(hours, instant, isHoliday) : undefined;
      const then = next && wallClock(next, latvia);
      place.className = isOpen ? 'inline-block rounded-full bg-mint px-3 font-strong whitespace-nowrap' : 'text-ink-soft';
      place.textContent = isOpen ? open : `· ${then ? opens.replace('{day}', dayOf(now, then)).replace('{time}', timeOf(then)) : holiday}`;
    }
  };
  show();
  // The page may lie open for hours, also in a pocket.
  setInterval(show, 30_000);
  document.addEventListener('visibilitychange', show);
}
