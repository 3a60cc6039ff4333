import { joinAgenda, lookAgain } from '../../../db/queries/agenda.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import {
  allPeople,
  allUnits,
  insertPerson,
  insertUnit,
  updatePerson,
  updateUnit,
} from '../../../db/queries/people.ts';
import { expecting, type Statement } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import type { PersonRow } from '../../core/import/people.ts';
import { type PeopleProblem, type PeopleWarning, readPeople } from '../../core/import/people.ts';
import { byLine, type Table } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import type { Services } from '../services.ts';
import {
  comparePeople,
  type EmailTaken,
  isEmpty,
  type PeopleDifference,
  type PersonChange,
  type StoredPeople,
  takenEmails,
} from './people-difference.ts';
import { planMoves } from './people-moves.ts';
import { supervisorChanges, withDefinitive } from './people-supervisors.ts';

/** People in one statement. */
const CHUNK = 500;

/** What an import needs of the world. */
export type ImportServices = Pick<Services, 'store' | 'now' | 'newId' | 'agency'>;

/** What came of a people file; with problems nothing is stored. */
export interface PeopleImport {
  problems: (PeopleProblem | EmailTaken)[];
  warnings: PeopleWarning[];
  difference: PeopleDifference;
  applied: boolean;
}

/**
 * Brings the stored people and units to what a people file says, in one commit; `dryRun` only compares.
 *
 * Throws `Conflict` if somebody stored one of the new people or units meanwhile.
 */
export async function importPeople(
  services: Services,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<PeopleImport> {
  const { store, agency } = services;
  const current: StoredPeople = { people: await store.all(allPeople()), units: await store.all(allUnits()) };
  const stored = await withDefinitive(services, current);
  const reading = readPeople(table, {
    today: localDate(services.now(), agency.zone),
    known: knownOf(stored),
  });
  const problems = byLine([...reading.problems, ...takenEmails(reading, stored)]);
  const difference = comparePeople(reading, stored);
  const applied = problems.length === 0 && !dryRun && !isEmpty(difference);
  if (applied) {
    const ids = personIds(difference, current, services.newId);
    const unitId = unitIds(difference, current, services.newId);
    await store.commit([
      ...peopleWrites(difference, current, ids, unitId, services),
      ...(await supervisorChanges(services, difference, current, ids)),
      ...(await planMoves(services, difference, current, unitId)),
    ]);
  }
  return { problems, warnings: reading.warnings, difference, applied };
}

function knownOf({ people, units }: StoredPeople): Parameters<typeof readPeople>[1]['known'] {
  const nips = new Map(people.map(({ id, nip }) => [id, nip]));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const at = (map: Map<string, string>, id: string | null) => (id === null ? null : (map.get(id) ?? null));
  return {
    nips: people.map(({ nip, supervisorId }) => ({ nip, supervisorNip: at(nips, supervisorId) })),
    units: units.map(({ name, parentId }) => ({ name, parent: at(names, parentId) })),
  };
}

/** The ids of everybody who is stored, and of those who are added. */
function personIds(
  { added }: PeopleDifference,
  { people }: StoredPeople,
  newId: () => string,
): Map<string, string> {
  const ids = new Map(people.map(({ id, nip }) => [nip, id]));
  for (const { nip } of added) ids.set(nip, newId());
  return ids;
}

/** The id of each unit by its name, of those that are added as well. */
function unitIds(
  { units }: PeopleDifference,
  stored: StoredPeople,
  newId: () => string,
): (name: string) => string {
  const ids = new Map(stored.units.map(({ id, name }) => [name.toLowerCase(), id]));
  for (const { name } of units.added) ids.set(name.toLowerCase(), newId());
  return (name) => ids.get(name.toLowerCase())!;
}

/** The writes that a difference asks for; units come first, because people refer to them. */
function peopleWrites(
  difference: PeopleDifference,
  stored: StoredPeople,
  ids: ReadonlyMap<string, string>,
  unitId: (name: string) => string,
  { now, newId, agency }: Pick<Services, 'now' | 'newId' | 'agency'>,
): Statement[] {
  const at = now();
  const personId = (nip: string | null) => (nip === null ? null : ids.get(nip)!);
  const unitZones = new Map(stored.units.map(({ id, zone }) => [id, zone]));

  const add = (person: PersonRow): Statement => {
    const { nip, name, position, email, roles, zone, level } = person;
    const unit = unitId(person.unit);
    const workZone = zone ?? unitZones.get(unit) ?? agency.zone;
    return insertPerson({
      ...{ id: personId(nip)!, nip, name, position, email, roles, zone, level },
      ...{ unitId: unit, supervisorId: personId(person.supervisorNip), locale: null },
      ...{ activeFrom: localDate(at, workZone), active: true, updatedAt: at },
    });
  };
  const change = ({ id, person, fields }: PersonChange): Statement => {
    const { name, position, email, roles, zone, level } = person;
    const columns = {
      ...{ name: { name }, position: { position }, email: { email }, roles: { roles }, zone: { zone } },
      ...{ unit: { unitId: unitId(person.unit) }, level: { level } },
      // Moves with everything that is open, and dated.
      supervisor: {},
    };
    const changes = fields.map(({ field }) => columns[field]);
    return expecting(1, updatePerson(id, Object.assign({ updatedAt: at }, ...changes)));
  };
  const news = [...difference.added, ...difference.changed.map(({ person }) => person)];
  const supervisors = [...new Set(news.flatMap(({ supervisorNip }) => personId(supervisorNip) ?? []))];
  return [
    ...difference.units.added.map(({ name, parent }) =>
      insertUnit({ id: unitId(name), name, parentId: parent === null ? null : unitId(parent), zone: null }),
    ),
    ...difference.units.moved.map(({ id, to }) => expecting(1, updateUnit(id, { parentId: unitId(to) }))),
    ...difference.units.led.map(({ name, to }) =>
      expecting(1, updateUnit(unitId(name), { leaderId: personId(to) })),
    ),
    ...difference.units.independent.map(({ name, to }) =>
      expecting(1, updateUnit(unitId(name), { independent: to })),
    ),
    ...difference.added.map(add),
    ...inChunks(difference.added, CHUNK).map((some) =>
      joinAgenda(
        'prompt',
        some.map(({ nip }) => personId(nip)!),
        at,
      ),
    ),
    ...(difference.changed.length > 0 ? [lookAgain(difference.changed.map(({ id }) => id))] : []),
    ...difference.changed.map(change),
    ...inChunks(supervisors, CHUNK).flatMap((some) => [joinAgenda('digest', some, at), lookAgain(some)]),
    insertAudit({
      id: newId(),
      at,
      actorId: null,
      action: 'import.people',
      subject: 'people',
      detail: countsOf(difference),
    }),
  ];
}

function countsOf({ units, added, changed, unchanged, missing }: PeopleDifference): Record<string, number> {
  return {
    ...{ added: added.length, changed: changed.length, unchanged, missing },
    ...{ unitsAdded: units.added.length, unitsMoved: units.moved.length, unitsLed: units.led.length },
  };
}
