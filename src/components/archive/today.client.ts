/** Marks today in a month of the calendar. The day is the reader’s own. */
const today = new Date();
const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
const cell = document.querySelector(`[data-month] time[datetime="${day}"]`);
cell?.setAttribute('aria-current', 'date');
