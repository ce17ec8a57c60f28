import words, { said } from 'virtual:offer-words/ru';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(words, said);
