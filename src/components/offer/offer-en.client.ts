import words, { said } from 'virtual:offer-words/en';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(words, said);
