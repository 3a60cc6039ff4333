import { insertAudit } from '../../../db/queries/calendar.ts';
import type { EvaluationRow } from '../../../db/queries/evaluations.ts';
import { insertObjection, type ObjectionRow } from '../../../db/queries/objections.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { defaultRules } from '../../core/rules.ts';
import { filingNotices } from '../objection/object.ts';
import { dueDate, placement } from '../objection/place.ts';
import type { Stage } from './stage.ts';

/** An objection to an evaluation that waits for its decision. */
export async function objectionWrites(
  { services, now, dice }: Stage,
  evaluation: EvaluationRow,
  employee: PersonRow,
): Promise<Statement[]> {
  const createdAt = Math.max(evaluation.ratedAt! + 60_000, now - 20 * 3_600_000);
  const place = await placement(services, employee, evaluation.ratedBy);
  const { handler, deciders } = place;
  const row: ObjectionRow = {
    ...{ id: dice.id(createdAt), personId: employee.id, subjectKind: 'evaluation', subjectId: evaluation.id },
    reason:
      'Vaksin baru tiba pada pekan ketujuh, sehingga imunisasi di dua desa tertunda di luar kendali saya.',
    ...{ status: 'open', handlerId: handler.kind === 'person' ? handler.id : null, answer: null },
    dueOn: await dueDate(services, deciders[0]!, defaultRules.objectionDays, createdAt),
    ...{ revision: 1, createdAt, decidedAt: null, decidedBy: null },
  };
  return [
    insertObjection(row),
    insertAudit({
      ...{ id: `objection|${evaluation.id}|0`, at: createdAt, actorId: employee.id },
      ...{ action: 'objection_filed', subject: row.id, detail: { kind: 'evaluation' } },
    }),
    ...(await filingNotices(services, row, employee, evaluation.ratedBy, place, now)),
  ];
}
