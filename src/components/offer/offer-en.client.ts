import rules from 'virtual:offer-rules/en';
import { startOfferCheck } from './offer-check.ts';

startOfferCheck(rules);
