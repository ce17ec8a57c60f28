import site from 'virtual:site-data';
import { lambdaHandler } from '../../reports/adapters/lambda.ts';

export const handler = lambdaHandler(site, process.env);
