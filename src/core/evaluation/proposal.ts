import type { PlanIndicator, PlanResult } from '../plan/content.ts';
import { parseQuantity } from '../quantity.ts';
import type { CountedEntry } from '../summary.ts';

/** A sum of quantities of one unit; thousandths keep it exact. */
export interface UnitSum {
  unit: string;
  milli: number;
}

/** What the entries of a period say about one indicator: how much was done, never how well. */
export interface ProposedRealisation {
  workResultId: string;
  /** Place of the indicator in its work result, from 0. */
  indicator: number;
  /** Activities. */
  count: number;
  /** Pieces of evidence. */
  evidence: number;
  /** The sum in the unit of the indicator; null where it has none or nothing was reported in it. */
  matched: UnitSum | null;
  /** The sums in all other units, in alphabetical order. */
  others: UnitSum[];
  firstDate: string | null;
  lastDate: string | null;
}

/** An activity as far as a proposal depends on it. */
export type ProposalEntry = Pick<
  CountedEntry,
  'localDate' | 'workResultId' | 'quantityMilli' | 'unit' | 'status' | 'evidence'
>;

/** Shares do not add up. */
const SHARES = new Set(['%', 'persen', 'percent']);

/** Spellings that mean the same unit. */
const SAME: Record<string, string> = {
  dok: 'dokumen',
  document: 'dokumen',
  documents: 'dokumen',
  report: 'laporan',
  reports: 'laporan',
  draf: 'draft',
};

/**
 * Proposes the realisation of each indicator from the activities of the period; the same entries in any order give the
 * same proposals.
 */
export function proposeRealisations(
  results: readonly PlanResult[],
  entries: readonly ProposalEntry[],
): ProposedRealisation[] {
  return results.flatMap((result) => {
    const own = entriesBehind(result.id, entries);
    const sums = sumsOf(own);
    const dates = own.map((entry) => entry.localDate).sort();
    return indicatorsOf(result).map((indicator, index) => {
      const wanted = unitOf(indicator);
      return {
        workResultId: result.id,
        indicator: index,
        count: own.length,
        evidence: own.reduce((total, entry) => total + entry.evidence, 0),
        matched: sums.find((sum) => sameUnit(sum.unit) === wanted) ?? null,
        others: sums.filter((sum) => sameUnit(sum.unit) !== wanted),
        firstDate: dates[0] ?? null,
        lastDate: dates.at(-1) ?? null,
      };
    });
  });
}

/** The indicators of a work result; one without any is evaluated as a whole. */
export function indicatorsOf(result: PlanResult): PlanIndicator[] {
  return result.indicators.length > 0
    ? result.indicators
    : [{ aspect: null, title: result.title, target: null, unit: null, dueOn: null }];
}

/** The activities that a proposal for a work result counts. */
export function entriesBehind<E extends Pick<ProposalEntry, 'workResultId' | 'status'>>(
  workResultId: string,
  entries: readonly E[],
): E[] {
  return entries.filter((entry) => entry.workResultId === workResultId && entry.status !== 'withdrawn');
}

function sumsOf(entries: readonly ProposalEntry[]): UnitSum[] {
  const sums = new Map<string, number>();
  for (const { quantityMilli, unit } of entries) {
    const name = sameUnit(unit ?? '');
    if (quantityMilli === null || name === '' || SHARES.has(name)) continue;
    sums.set(name, (sums.get(name) ?? 0) + quantityMilli);
  }
  return [...sums].map(([unit, milli]) => ({ unit, milli })).sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** The unit that an indicator counts in: its own, or the one that its target names. */
function unitOf({ unit, target }: PlanIndicator): string | null {
  if (unit) return sameUnit(unit);
  const quantity = parseQuantity(target ?? '');
  return 'problem' in quantity ? null : sameUnit(quantity.unit);
}

function sameUnit(unit: string): string {
  const name = unit.trim().toLowerCase();
  return SAME[name] ?? name;
}
