/** Answers to the questions about a reader's life are gone when the page is left. */
import { keepFromOthers } from '../site/keep-from-others.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form.answers')) keepFromOthers(form, () => form.reset());
