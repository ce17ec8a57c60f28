import words from 'virtual:offer-words/ru';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(words);
