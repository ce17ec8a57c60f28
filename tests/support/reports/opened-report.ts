import type { OpenedReport } from '../../../src/reports/inbox/opening.ts';
import { TODAY } from './world.ts';

/** A report as the inbox opened it, sent without script today. */
export function openedReport(parts: Partial<OpenedReport> = {}): OpenedReport {
  return {
    name: '',
    id: '',
    day: TODAY,
    via: 'nojs',
    isTrapped: false,
    isDanger: false,
    answers: [{ field: 'what', text: 'same' }],
    unknown: undefined,
    ...parts,
  };
}
