import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { addDays } from '../../core/local-time.ts';
import { decideOrder } from '../staffing/supervision.ts';
import { type Stage, todayOf, workingDateFrom } from './stage.ts';

/** One change of supervisors that takes place in two weeks: the archivist comes under the head of personnel. */
export function staffingWrites(stage: Stage, siti: PersonRow): Statement[] {
  const known = { person: siti, rows: [], spans: [], count: 0 };
  const fromDate = workingDateFrom(stage, 'siti', addDays(todayOf(stage, 'siti'), 14));
  const order = {
    ...{ supervisorId: stage.ids.ratna, kind: 'definitive' as const, fromDate, toDate: null },
    ...{ reason: 'Penataan arsip kepegawaian', createdBy: stage.ids.dewi },
  };
  return decideOrder(stage.services, known, order, stage.now).writes;
}
