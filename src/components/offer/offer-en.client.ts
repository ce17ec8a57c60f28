import rules from 'virtual:offer-words/en';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(rules);
