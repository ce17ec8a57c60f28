import rules from 'virtual:offer-rules/lv';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(rules);
