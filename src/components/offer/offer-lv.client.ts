import words, { said } from 'virtual:offer-words/lv';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(words, said);
