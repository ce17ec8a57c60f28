import site from 'virtual:site-data';
import { netlifyFunction } from '../../reports/adapters/netlify.ts';

export default netlifyFunction(site, process.env);
