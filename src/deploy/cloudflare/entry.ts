import site from 'virtual:site-data';
import { workersHandler } from '../../reports/adapters/workers.ts';

export default workersHandler(site);
