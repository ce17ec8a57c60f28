import rules from 'virtual:offer-words/lv';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(rules);
