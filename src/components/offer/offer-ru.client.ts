import rules from 'virtual:offer-rules/ru';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(rules);
