import { ownersOfResults } from '../../../db/queries/cascade.ts';
import { goalsOf } from '../../../db/queries/goals.ts';
import { allUnits, type PersonRow, peopleByIds, teamsOf } from '../../../db/queries/people.ts';
import { type RoleCellRow, roleCellsAround } from '../../../db/queries/role-cells.ts';
import type { Store } from '../../../db/store.ts';
import { type Cascade, cascadeOf } from '../../core/cascade/cascade.ts';
import type { CascadeFacts, CascadePerson, CascadeUnit } from '../../core/cascade/facts.ts';
import { inChunks } from '../../core/chunks.ts';
import { unitChain } from '../../core/rules.ts';
import { resultsOn } from './plans-in-force.ts';

/** People who are asked for at once. */
const CHUNK = 300;
/** Levels of superiors above whom nobody is looked for. */
const MAX_LEVELS = 20;

/** The cascade around some people and units on a local date. */
export interface Around {
  cascade: Cascade;
  facts: CascadeFacts;
  units: ReadonlyMap<string, CascadeUnit>;
}

/**
 * Loads the cascade around some people: their plans, those of their teams and of everybody above them, the goals of
 * their units and of the units above, and the cells of role matrices.
 *
 * The cost depends on these people and the levels above them, not on the size of the agency.
 */
export async function cascadeAround(
  store: Store,
  people: readonly PersonRow[],
  date: string,
  moreUnits: readonly string[] = [],
): Promise<Around> {
  const year = Number(date.slice(0, 4));
  const units = new Map((await store.all(allUnits())).map((unit) => [unit.id, unit]));
  const team = await chunked(
    people.map(({ id }) => id),
    (ids) => store.all(teamsOf(ids)),
  );
  const known = await withSuperiors(store, [...people, ...team], date);
  const unitIds = new Set(
    [...moreUnits, ...known.map(({ unitId }) => unitId)].flatMap((id) => unitChain(id, units)),
  );
  const goals = await chunked([...unitIds], (ids) => store.all(goalsOf(ids, year)));
  const cells = await chunked(
    known.map(({ id }) => id),
    (ids) => store.all(roleCellsAround(ids, year)),
  );
  const facts: CascadeFacts = {
    units: [...units.values()],
    goals: goals.filter(({ current }) => current),
    people: known,
    cells: [...new Map(cells.map((cell): [string, RoleCellRow] => [cell.id, cell])).values()],
  };
  return { cascade: cascadeOf(facts), facts, units };
}

/** Some people with everybody whose results they support, directly or further up. */
async function withSuperiors(
  store: Store,
  first: readonly PersonRow[],
  date: string,
): Promise<CascadePerson[]> {
  const known = new Map<string, CascadePerson>();
  let next: readonly PersonRow[] = first;
  for (let level = 0; level < MAX_LEVELS && next.length > 0; level += 1) {
    const fresh = next.filter(({ id, active }) => active && !known.has(id));
    const results = await resultsOn(
      store,
      fresh.map(({ id }) => id),
      date,
    );
    for (const { id, name, unitId, supervisorId } of fresh)
      known.set(id, { id, name, unitId, supervisorId, results: results.get(id) ?? null });
    const wanted = new Set(fresh.flatMap(({ supervisorId }) => supervisorId ?? []));
    for (const id of await ownersOf(store, [...results.values()].flat())) wanted.add(id);
    const missing = [...wanted].filter((id) => !known.has(id));
    next = await chunked(missing, (ids) => store.all(peopleByIds(ids)));
  }
  return [...known.values()];
}

/** Who has the results that some others support. */
async function ownersOf(
  store: Store,
  results: readonly { id: string; supports: { kind: string; id: string | null } | null }[],
): Promise<string[]> {
  const named = results.flatMap(({ supports }) =>
    supports?.kind === 'result' && supports.id !== null ? [supports.id] : [],
  );
  const here = new Set(results.map(({ id }) => id));
  const elsewhere = [...new Set(named)].filter((id) => !here.has(id));
  const owners = await chunked(elsewhere, (ids) => store.all(ownersOfResults(ids)));
  return owners.map(({ personId }) => personId);
}

async function chunked<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (const some of inChunks([...new Set(ids)], CHUNK)) found.push(...(await read(some)));
  return found;
}

/** The local date on which plans of a year are looked at: today, or the end of another year. */
export function dateIn(year: number, today: string): string {
  return year === Number(today.slice(0, 4)) ? today : `${year}-12-31`;
}
