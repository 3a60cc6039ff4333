import { type EntryRow, entriesBetween, evidenceCounts } from '../../../db/queries/entries.ts';
import type { EvaluationRow } from '../../../db/queries/evaluations.ts';
import { type PlanVersionRow, planVersionsOf } from '../../../db/queries/plan-versions.ts';
import type { Store } from '../../../db/store.ts';
import type { EvaluationContent, Realisation } from '../../core/evaluation/content.ts';
import type { EvaluationPeriod } from '../../core/evaluation/period.ts';
import { type ProposedRealisation, proposeRealisations } from '../../core/evaluation/proposal.ts';
import { shortRange } from '../../core/local-time.ts';
import type { Locale } from '../../core/model.ts';
import type { PlanContent } from '../../core/plan/content.ts';
import { formatQuantity } from '../../core/quantity.ts';
import type { Texts } from '../../i18n/texts.ts';
import { planOn } from '../plan/in-force.ts';

/** An activity with the number of its pieces of evidence. */
export type CountedEntryRow = EntryRow & { evidence: number };

/** What is evaluated: the plan in force at the end of the period, with its version (null: from before versions). */
export interface EvaluatedPlan {
  version: PlanVersionRow | null;
  results: PlanContent['results'];
  expectations: PlanContent['expectations'];
}

/** The activities of a person in a span of dates. */
export async function entriesOf(
  store: Store,
  personId: string,
  span: { from: string; to: string },
): Promise<CountedEntryRow[]> {
  const [entries, evidence] = await Promise.all([
    store.all(entriesBetween({ personId, from: span.from, to: span.to })),
    store.all(evidenceCounts({ personId, from: span.from, to: span.to })),
  ]);
  const counts = new Map(evidence.map((row) => [row.entryId, row.count]));
  return entries.map((entry) => ({ ...entry, evidence: counts.get(entry.id) ?? 0 }));
}

/**
 * The plan that a period is evaluated by; null if none was agreed for any of its days.
 *
 * Results of earlier versions in the period belong to it where something was done for them.
 */
export async function evaluatedPlan(
  store: Store,
  personId: string,
  period: EvaluationPeriod,
  entries: readonly EntryRow[],
): Promise<EvaluatedPlan | null> {
  const [last, versions] = await Promise.all([
    planOn(store, personId, period.to),
    store.all(planVersionsOf({ personId, year: period.year })),
  ]);
  const inPeriod = versions.filter(
    ({ status, fromDate, toDate }) =>
      status === 'agreed' && fromDate <= period.to && (toDate === null || toDate >= period.from),
  );
  const newest = last ?? (inPeriod[0] ? { version: inPeriod[0], content: inPeriod[0].content } : null);
  if (!newest) return null;
  const done = new Set(entries.map((entry) => entry.workResultId));
  const results = [...newest.content.results];
  for (const result of inPeriod.flatMap(({ content }) => content.results))
    if (done.has(result.id) && !results.some(({ id }) => id === result.id)) results.push(result);
  return { version: newest.version, results, expectations: newest.content.expectations };
}

/** The content of an evaluation that nothing was said about yet. */
export function newContent(
  { results, expectations }: EvaluatedPlan,
  entries: readonly CountedEntryRow[],
  words: Words,
): EvaluationContent {
  const content = { results, expectations, resultFeedback: {}, behaviourFeedback: {}, remark: null };
  return refreshed({ ...content, realisations: [] }, entries, words);
}

/** The same content with what the activities propose now; what the employee has said stays. */
export function refreshed(
  content: EvaluationContent,
  entries: readonly CountedEntryRow[],
  words: Words,
): EvaluationContent {
  const realisations = proposeRealisations(content.results, entries).map((proposal): Realisation => {
    const { workResultId, indicator } = proposal;
    const known = content.realisations.find(
      (one) => one.workResultId === workResultId && one.indicator === indicator,
    );
    const proposed = proposalText(proposal, words);
    const { said = null, source = null } = known ?? {};
    return { workResultId, indicator, proposed, counted: proposal, said, source };
  });
  return { ...content, realisations };
}

/** The language that proposals are written in, the employee's, and the date that years are left out for. */
export interface Words {
  t: Texts;
  locale: Locale;
  today: string;
}

/** `12 laporan berdasarkan 9 bukti dukung; 15 kegiatan, 5 Jan – 28 Mar`. */
function proposalText(proposal: ProposedRealisation, { t, locale, today }: Words): string {
  const { count, evidence, matched, others, firstDate, lastDate } = proposal;
  const texts = t.evaluation.proposal;
  if (firstDate === null || lastDate === null) return texts.none();
  const sums = (matched ? [matched] : others).map(({ milli, unit }) => formatQuantity(milli, unit, locale));
  const span = shortRange(firstDate, lastDate, locale, today);
  return sums.length > 0
    ? `${texts.main(sums.join(', '), evidence)}; ${texts.count(count)}, ${span}`
    : `${texts.activities(count, evidence)}, ${span}`;
}

/** A proposal in the words of whoever reads it. */
export function proposedText({ proposed, counted }: Realisation, words: Words): string {
  return counted ? proposalText(counted, words) : proposed;
}

/** Whether an evaluation is still with its employee, so that its proposals follow the activities. */
export const isEarly = ({ status }: Pick<EvaluationRow, 'status'>) =>
  status === 'open' || status === 'returned';
