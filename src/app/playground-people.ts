import { lastDayBefore } from '../../db/queries/entries.ts';
import { allPeople, currentAccounts } from '../../db/queries/people.ts';
import { first, type Statement } from '../../db/store.ts';
import { localDate } from '../core/local-time.ts';
import type { Role } from '../core/model.ts';
import { refreshCard } from './notices.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

/** A person of the sample agency, as the playground offers them. */
export interface PlaygroundPersonView {
  id: string;
  name: string;
  position: string;
  unit: string;
  zone: string;
  roles: Role[];
  supervisor: boolean;
  /** Account of their own supervisor. */
  supervisorId: string | null;
}

/** Everybody with an account in the playground, by unit and name. */
export async function playgroundPeople(services: Services): Promise<PlaygroundPersonView[]> {
  const [people, accounts] = await Promise.all([
    services.store.all(allPeople()),
    services.store.all(currentAccounts()),
  ]);
  const supervisors = new Set(people.map((p) => p.supervisorId));
  const accountOf = (personId: string | null) =>
    accounts.find((a) => a.personId === personId && a.platform === 'playground') ?? null;
  return people
    .flatMap((person) => {
      const account = accountOf(person.id);
      if (!account || !person.active) return [];
      const { name, position, unitName: unit, roles } = person;
      const zone = zoneOf(person, services);
      const supervisor = supervisors.has(person.id);
      const supervisorId = accountOf(person.supervisorId)?.externalId ?? null;
      return [{ id: account.externalId, name, position, unit, zone, roles, supervisor, supervisorId }];
    })
    .sort((a, b) => a.unit.localeCompare(b.unit) || a.name.localeCompare(b.name));
}

/** The cards of everybody's last reported day, so that a supervisor's conversation does not begin empty. */
export async function lastCards(services: Services): Promise<Statement[]> {
  const { store } = services;
  const now = services.now();
  const writes: Statement[] = [];
  for (const person of await store.all(allPeople())) {
    const before = localDate(now, zoneOf(person, services));
    const last = await first(store, lastDayBefore({ personId: person.id, before }));
    if (last) writes.push(...refreshCard(person, last.localDate, now));
  }
  return writes;
}
