import type { PersonRow as StoredPerson, UnitRow as StoredUnit } from '../../../db/queries/people.ts';
import type { PeopleColumn, PeopleReading, PersonRow } from '../../core/import/people.ts';
import type { Place } from '../../core/import/table.ts';

/** What is stored about people and units before an import. */
export interface StoredPeople {
  people: readonly StoredPerson[];
  units: readonly StoredUnit[];
}

/** What an import can change about a person. */
export type PersonField = 'name' | 'position' | 'unit' | 'supervisor' | 'email' | 'roles' | 'zone' | 'level';

/** One changed field of a person, before and after; supervisors by NIP, units by name, `null` where empty. */
export interface FieldChange {
  field: PersonField;
  from: string | null;
  to: string | null;
}

/** A stored person whose row in the file says something new. */
export interface PersonChange {
  id: string;
  person: PersonRow;
  fields: FieldChange[];
}

/** What a people file would change. */
export interface PeopleDifference {
  units: {
    added: { name: string; parent: string | null }[];
    moved: { id: string; name: string; from: string | null; to: string }[];
    /** Units that another person leads from now on, by NIP; `null`: nobody. */
    led: { name: string; from: string | null; to: string | null }[];
    /** Units that become independent or cease to be. */
    independent: { name: string; to: boolean }[];
  };
  added: PersonRow[];
  changed: PersonChange[];
  unchanged: number;
  /** Active people who are stored and not in the file; an import leaves them alone. */
  missing: number;
}

/** A stored person who is not in the file has this e-mail address; `value` is the address, `owner` their NIP. */
export type EmailTaken = Place & { code: 'email_taken'; value: string; owner: string };

const columnOf: Record<PersonField, PeopleColumn> = {
  name: 'nama',
  position: 'jabatan',
  unit: 'unit',
  supervisor: 'atasan_nip',
  email: 'email',
  roles: 'peran',
  zone: 'zona',
  level: 'jenjang',
};

/** Compares a people file with what is stored; a column that the file lacks changes nothing. */
export function comparePeople(reading: PeopleReading, stored: StoredPeople): PeopleDifference {
  const byNip = new Map(stored.people.map((person) => [person.nip, person]));
  const nipOf = new Map(stored.people.map((person) => [person.id, person.nip]));
  const inFile = new Set(reading.people.map(({ nip }) => nip));
  const fields = (Object.keys(columnOf) as PersonField[]).filter((field) =>
    reading.columns.includes(columnOf[field]),
  );
  const added: PersonRow[] = [];
  const changed: PersonChange[] = [];
  for (const person of reading.people) {
    const old = byNip.get(person.nip);
    if (!old) {
      added.push(person);
      continue;
    }
    const before = storedValues(old, nipOf);
    const after = fileValues(person);
    const differing = fields.filter((field) => before[field] !== after[field]);
    if (differing.length === 0) continue;
    changed.push({
      id: old.id,
      person,
      fields: differing.map((field) => ({ field, from: before[field], to: after[field] })),
    });
  }
  return {
    units: {
      ...compareUnits(reading, stored.units),
      led: compareLeaders(reading, stored, nipOf),
      independent: compareIndependence(reading, stored.units),
    },
    added,
    changed,
    unchanged: reading.people.length - added.length - changed.length,
    missing: stored.people.filter(({ nip, active }) => active && !inFile.has(nip)).length,
  };
}

/** Finds addresses of the file that belong to somebody who is stored and not in the file. */
export function takenEmails(reading: PeopleReading, stored: StoredPeople): EmailTaken[] {
  const inFile = new Set(reading.people.map(({ nip }) => nip));
  const owners = new Map<string, string>();
  for (const { nip, email } of stored.people)
    if (email !== null && !inFile.has(nip)) owners.set(email.toLowerCase(), nip);
  return reading.people.flatMap(({ line, email: value }): EmailTaken[] => {
    const owner = value === null ? undefined : owners.get(value);
    if (value === null || owner === undefined) return [];
    return [{ line, column: 'email', code: 'email_taken', value, owner }];
  });
}

/** Whether an import would change nothing. */
export function isEmpty({ units, added, changed }: PeopleDifference): boolean {
  const { added: founded, moved, led, independent } = units;
  return [founded, moved, led, independent, added, changed].every((list) => list.length === 0);
}

/** Who leads which unit; whoever led one and leads none by the file has given it up. */
function compareLeaders(
  { columns, people }: PeopleReading,
  { units }: StoredPeople,
  nipOf: ReadonlyMap<string, string>,
): PeopleDifference['units']['led'] {
  if (!columns.includes('memimpin')) return [];
  const stored = new Map(units.map((unit) => [unit.name.toLowerCase(), unit]));
  const leaders = new Map(
    people.flatMap(({ nip, leads }) => (leads === null ? [] : [[leads.toLowerCase(), nip]])),
  );
  const inFile = new Set(people.map(({ nip }) => nip));
  const names = new Map(
    people.flatMap(({ leads }) => (leads === null ? [] : [[leads.toLowerCase(), leads]])),
  );
  for (const { name, leaderId } of units) {
    const nip = leaderId === null ? undefined : nipOf.get(leaderId);
    if (nip !== undefined && inFile.has(nip)) names.set(name.toLowerCase(), name);
  }
  return [...names].flatMap(([key, name]) => {
    const leaderId = stored.get(key)?.leaderId ?? null;
    const from = leaderId === null ? null : (nipOf.get(leaderId) ?? null);
    const to = leaders.get(key) ?? null;
    return from === to ? [] : [{ name, from, to }];
  });
}

function compareIndependence(
  { people }: PeopleReading,
  units: readonly StoredUnit[],
): PeopleDifference['units']['independent'] {
  const stored = new Map(units.map((unit) => [unit.name.toLowerCase(), unit]));
  return people.flatMap(({ leads, independent }) => {
    if (leads === null || independent === null) return [];
    const known = stored.get(leads.toLowerCase())?.independent ?? false;
    return known === independent ? [] : [{ name: leads, to: independent }];
  });
}

function compareUnits(
  reading: PeopleReading,
  units: readonly StoredUnit[],
): Pick<PeopleDifference['units'], 'added' | 'moved'> {
  const byName = new Map(units.map((unit) => [unit.name.toLowerCase(), unit]));
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
  const added: PeopleDifference['units']['added'] = [];
  const moved: PeopleDifference['units']['moved'] = [];
  for (const { name, parent } of reading.units) {
    const old = byName.get(name.toLowerCase());
    if (!old) {
      added.push({ name, parent });
      continue;
    }
    const from = old.parentId === null ? null : (nameOf.get(old.parentId) ?? null);
    // A file that names no parent says nothing about it.
    if (parent !== null && parent !== from) moved.push({ id: old.id, name: old.name, from, to: parent });
  }
  return { added, moved };
}

type Values = Record<PersonField, string | null>;

function fileValues(person: PersonRow): Values {
  const { name, position, unit, supervisorNip, email, roles, zone, level } = person;
  return { name, position, unit, supervisor: supervisorNip, email, roles: roleText(roles), zone, level };
}

function storedValues(person: StoredPerson, nipOf: ReadonlyMap<string, string>): Values {
  const { name, position, unitName, supervisorId, email, roles, zone, level } = person;
  const supervisor = supervisorId === null ? null : (nipOf.get(supervisorId) ?? null);
  return { name, position, unit: unitName, supervisor, email, roles: roleText(roles), zone, level };
}

const roleText = (roles: readonly string[]) => roles.toSorted().join('+');
