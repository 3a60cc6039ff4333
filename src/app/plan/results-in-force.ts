import { type PlanVersionRow, planVersionsOfMany } from '../../../db/queries/plan-versions.ts';
import { workResultsOfMany } from '../../../db/queries/plans.ts';
import type { Store } from '../../../db/store.ts';
import { groupBy } from '../../core/group.ts';
import type { PlanResult } from '../../core/plan/content.ts';
import { versionOn } from '../../core/plan/version.ts';

/** A work result of the plan in force. */
export interface ResultInForce extends Pick<PlanResult, 'id' | 'number' | 'title'> {
  /** The first local date of the year on which it is in a plan that was agreed upon. */
  since: string;
}

/**
 * The work results in force of some people (a few hundred at most), with as many queries as for one; by the same rule as
 * `planOn`.
 *
 * @param years the years of the dates that will be asked for
 */
export async function resultsInForce(
  store: Store,
  personIds: readonly string[],
  years: readonly number[],
): Promise<(personId: string, date: string) => ResultInForce[]> {
  const loaded = await Promise.all(
    years.map(async (year) => {
      const versions = groupBy(
        (await store.all(planVersionsOfMany(personIds, year))).filter(({ status }) => status === 'agreed'),
        ({ personId }) => personId,
      );
      const without = personIds.filter((id) => !versions.has(id));
      const rows = without.length > 0 ? await store.all(workResultsOfMany(without, year)) : [];
      return [year, { versions, rows: groupBy(rows, ({ personId }) => personId) }] as const;
    }),
  );
  const byYear = new Map(loaded);
  return (personId, date) => {
    const year = byYear.get(Number(date.slice(0, 4)));
    const versions = year?.versions.get(personId);
    const first = `${date.slice(0, 4)}-01-01`;
    if (versions)
      return (versionOn(versions, date)?.content.results ?? []).map(({ id, number, title }) => ({
        ...{ id, number, title, since: firstDateOf(id, versions) ?? first },
      }));
    return (year?.rows.get(personId) ?? []).map(({ id, number, title }) => ({
      id,
      number,
      title,
      since: first,
    }));
  };
}

function firstDateOf(workResultId: string, versions: readonly PlanVersionRow[]): string | undefined {
  return versions
    .filter(({ content }) => content.results.some(({ id }) => id === workResultId))
    .map(({ fromDate }) => fromDate)
    .sort()[0];
}
