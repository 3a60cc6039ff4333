import { planVersionsOfMany } from '../../../db/queries/plan-versions.ts';
import { workResultsOfMany } from '../../../db/queries/plans.ts';
import type { Store } from '../../../db/store.ts';
import type { PlannedResult } from '../../core/cascade/facts.ts';
import { inChunks } from '../../core/chunks.ts';
import { groupBy } from '../../core/group.ts';
import { versionOn } from '../../core/plan/version.ts';

/** People who are asked for at once. */
const CHUNK = 300;

/**
 * The results of some people's plans that are in force on a local date; who has no such plan is missing.
 *
 * It says the same as `planOn`, for many people with few queries.
 */
export async function resultsOn(
  store: Store,
  personIds: readonly string[],
  date: string,
): Promise<Map<string, readonly PlannedResult[]>> {
  const year = Number(date.slice(0, 4));
  const found = new Map<string, readonly PlannedResult[]>();
  for (const ids of inChunks(personIds, CHUNK)) {
    const versions = groupBy(await store.all(planVersionsOfMany(ids, year)), ({ personId }) => personId);
    const without: string[] = [];
    for (const id of ids) {
      const own = versions.get(id) ?? [];
      const version = versionOn(own, date);
      if (version) found.set(id, version.content.results);
      else if (!own.some(({ status }) => status === 'agreed')) without.push(id);
    }
    for (const [id, results] of await unversioned(store, without, year)) found.set(id, results);
  }
  return found;
}

/** The stored results of plans that have no agreed version. */
async function unversioned(
  store: Store,
  ids: readonly string[],
  year: number,
): Promise<Map<string, PlannedResult[]>> {
  if (ids.length === 0) return new Map();
  const rows = await store.all(workResultsOfMany(ids, year));
  const planned = rows.map(({ personId, superiorNumber, supportsId, ...result }) => ({
    personId,
    result: {
      ...result,
      supports:
        superiorNumber === null && supportsId === null
          ? null
          : { kind: 'result' as const, id: supportsId, number: superiorNumber, title: null },
    },
  }));
  const groups = groupBy(planned, ({ personId }) => personId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ result }) => result)]));
}
