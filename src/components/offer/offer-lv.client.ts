import words from 'virtual:offer-words/lv';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(words);
