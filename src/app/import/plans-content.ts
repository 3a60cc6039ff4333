import type { PlanRow, PlansReading } from '../../core/import/plans.ts';
import { emptyPlan, type PlanContent, type PlanResult, type PlanSupport } from '../../core/plan/content.ts';
import type { StoredPlan } from './plans-difference.ts';

/** Finds a work result of somebody's supervisor in the plan of a year, by its number. */
export type FindSuperior = (
  nip: string,
  year: number,
  number: number,
) => { id: string; title: string } | null;

type FileResult = PlanRow['workResults'][number];

/**
 * The content that a file gives a plan: what it says, and for columns that it does not have, what is stored.
 *
 * Of annexes and expectations a file says only what is filled in; an empty cell takes nothing away.
 */
export function contentOf(
  row: PlanRow,
  columns: PlansReading['columns'],
  stored: StoredPlan | null,
  idOf: (number: number) => string,
  superior: FindSuperior,
): PlanContent {
  const before = stored?.content ?? emptyPlan;
  const has = (column: PlansReading['columns'][number]) => columns.includes(column);
  const resultOf = (said: FileResult): PlanResult => {
    const old = before.results.find(({ number }) => number === said.number) ?? null;
    return {
      ...{ id: idOf(said.number), number: said.number, additional: said.additional, title: said.title },
      supports: has('rhk_atasan_no') ? supportOf(said, old) : (old?.supports ?? null),
      method: has('metode') ? said.method : (old?.method ?? null),
      perspective: has('perspektif') ? said.perspective : (old?.perspective ?? null),
      indicators: said.indicators.map(({ aspect, title, target, unit, dueOn }) => {
        const known = old?.indicators.find((one) => one.title === title && one.aspect === aspect);
        return { aspect, title, target, unit, dueOn: has('tenggat') ? dueOn : (known?.dueOn ?? null) };
      }),
    };
  };
  const supportOf = ({ superiorNumber }: FileResult, old: PlanResult | null): PlanSupport | null => {
    // The file can only name work results; a goal of the unit was chosen in chat.
    if (superiorNumber === null) return old?.supports?.kind === 'goal' ? old.supports : null;
    const found = superior(row.nip, row.year, superiorNumber);
    return { kind: 'result', id: found?.id ?? null, number: superiorNumber, title: found?.title ?? null };
  };
  return {
    approach: row.approach ?? before.approach,
    results: row.workResults.map(resultOf),
    expectations: { ...before.expectations, ...row.expectations },
    annexes: { ...before.annexes, ...row.annexes },
  };
}
