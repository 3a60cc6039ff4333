import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import { type EvaluationPeriod, readEvaluationPeriod } from '../../core/evaluation/period.ts';
import { readUnitNames } from '../../core/unit-names.ts';
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
  const found = await unitNamed(services.store, name);
  if ('unit' in found) return { ok: true, unit: found.unit, period };
  const texts = t.evaluation.board.unit;
  return {
    ok: false,
    text:
      found.candidates.length > 0 ? texts.several(name, found.candidates.join(', ')) : texts.unknown(name),
  };
}

/** The one unit that a text names, by its name or a part of it that no other has. */
export async function unitNamed(
  store: Store,
  name: string,
): Promise<{ unit: UnitRow } | { candidates: string[] }> {
  const units = await store.all(allUnits());
  const named = readUnitNames(name, units);
  if (!named.ok) return { candidates: named.candidates };
  const unit = named.unitIds.length === 1 ? units.find(({ id }) => id === named.unitIds[0]) : undefined;
  return unit ? { unit } : { candidates: [] };
}
