import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import { type EvaluationPeriod, readEvaluationPeriod } from '../../core/evaluation/period.ts';
import { findUnit } from '../../core/unit-names.ts';
import type { Session } from '../session.ts';
import { readingProblem } from './open.ts';

/** A unit and a period that were typed in either order, or what is wrong with them. */
export type UnitAndPeriod =
  | { ok: true; unit: UnitRow | null; period: EvaluationPeriod }
  | { ok: false; text: string };

/** A word that names a period. */
const PERIOD = /(?:^|\s)(\d{4}(?:-(?:\d{2}|[qQ]\d))?)(?=\s|$)/;

/** Reads `Bidang A 2026-Q1` or `2026-Q1 Bidang A`; without a unit it is null, without a period it is the given one. */
export async function readUnitAndPeriod(
  session: Session,
  args: string,
  otherwise: EvaluationPeriod | null,
): Promise<UnitAndPeriod> {
  const { services, t } = session;
  const match = PERIOD.exec(args);
  const reading = match ? readEvaluationPeriod(match[1]!) : null;
  if (reading && !reading.ok) return { ok: false, text: readingProblem(session, reading) };
  const period = reading?.period ?? otherwise;
  if (!period) return { ok: false, text: t.evaluation.problem.period() };
  const name = match ? args.replace(match[0], ' ').trim() : args.trim();
  if (name === '') return { ok: true, unit: null, period };
  const found = findUnit(name, await services.store.all(allUnits()));
  if (found.ok) return { ok: true, unit: found.unit, period };
  const texts = t.evaluation.board.unit;
  return {
    ok: false,
    text:
      found.candidates.length > 0 ? texts.several(name, found.candidates.join(', ')) : texts.unknown(name),
  };
}
