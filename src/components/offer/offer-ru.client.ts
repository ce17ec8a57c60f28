import rules from 'virtual:offer-words/ru';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(rules);
