import { peopleByIds, personById } from '../../../db/queries/people.ts';
import { type RoleCellRow, roleCellsOfPerson } from '../../../db/queries/role-cells.ts';
import { first } from '../../../db/store.ts';
import type { PlannedResult } from '../../core/cascade/facts.ts';
import { isResultOf } from '../../core/cascade/role-cell.ts';
import { groupBy } from '../../core/group.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { clip } from '../entry-view.ts';
import type { Session } from '../session.ts';
import { cascadeButton } from './buttons.ts';
import { dateIn } from './facts.ts';
import { resultsOn } from './plans-in-force.ts';

/** Contributions that have a button at once. */
const MAX_BUTTONS = 30;

/** What somebody was given to contribute, with what has become of it. */
export interface OwnRole {
  cells: RoleCellRow[];
  leaders: ReadonlyMap<string, { name: string; results: readonly PlannedResult[] }>;
  own: readonly PlannedResult[];
}

/** Loads what was shared with whoever the session belongs to. */
export async function ownRole(session: Session, year: number): Promise<OwnRole> {
  const { services, person, today } = session;
  const { store } = services;
  const cells = await store.all(roleCellsOfPerson({ personId: person.id, year }));
  const leaderIds = [...new Set(cells.map(({ leaderId }) => leaderId))];
  const [leaders, plans] = await Promise.all([
    leaderIds.length > 0 ? store.all(peopleByIds(leaderIds)) : [],
    resultsOn(store, [...leaderIds, person.id], dateIn(year, today)),
  ]);
  return {
    cells,
    leaders: new Map(leaders.map(({ id, name }) => [id, { name, results: plans.get(id) ?? [] }])),
    own: plans.get(person.id) ?? [],
  };
}

/** The own role in words, with a button for each contribution that is not in the plan yet. */
export async function roleMessage(session: Session, year: number, role: OwnRole): Promise<Message> {
  const { t } = session;
  const texts = t.cascade.role;
  if (role.cells.length === 0) return say(texts.none(await supervisorName(session)));
  const blocks: Block[] = [{ kind: 'title', text: texts.title(year) }];
  const open = role.cells.filter(({ status }) => status === 'shared');
  let number = 0;
  const numbers = new Map(role.cells.map(({ id }) => [id, ++number]));
  for (const [resultId, cells] of groupBy(role.cells, ({ workResultId }) => workResultId)) {
    const leader = role.leaders.get(cells[0]!.leaderId);
    const result = leader?.results.find(({ id }) => id === resultId);
    const above = result
      ? texts.from(leader!.name, result.number, result.title)
      : texts.goneResult(leader?.name ?? '–');
    blocks.push({ kind: 'line', parts: [{ bold: above }] });
    blocks.push({
      kind: 'list',
      items: cells.map((cell) => [
        `${role.cells.length > 1 ? `${numbers.get(cell.id)}. ` : ''}${clip(cell.contribution, 300)} (${t.cascade.method(cell.method, cell.divided)}) · ${stateText(session, role, cell)}`,
      ]),
    });
  }
  const rows = open
    .slice(0, MAX_BUTTONS)
    .map(({ id }) => [
      cascadeButton('take', texts.take(role.cells.length > 1 ? numbers.get(id)! : null), id, year),
    ]);
  return withButtons({ blocks, buttons: [], files: [] }, ...rows);
}

function stateText({ t }: Session, { own }: OwnRole, cell: RoleCellRow): string {
  const inForce = own.some((result) => isResultOf(cell, result));
  return t.cascade.matrix.state(inForce ? 'in_force' : cell.status === 'taken' ? 'taken' : 'shared');
}

async function supervisorName({ services, person }: Session): Promise<string | null> {
  const found = person.supervisorId && (await first(services.store, personById({ id: person.supervisorId })));
  return found ? found.name : null;
}
