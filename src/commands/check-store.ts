import { allPeople, currentAccounts } from '../../db/queries/people.ts';
import type { Store } from '../../db/store.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { checkCalendar } from './check-calendar.ts';
import { type CheckFinding, finding } from './finding.ts';

/** Looks for gaps in what is stored: the calendar around today, people without supervisor or account. */
export async function checkStored(store: Store, today: string, t: OperatorTexts): Promise<CheckFinding[]> {
  return [...(await checkCalendar(store, today, t)), ...(await checkPeople(store, t))];
}

async function checkPeople(store: Store, t: OperatorTexts): Promise<CheckFinding[]> {
  const people = (await store.all(allPeople())).filter(({ active }) => active);
  if (people.length === 0) return [finding('people', 'warning', t.check.noPeople())];
  const linked = new Set((await store.all(currentAccounts())).map(({ personId }) => personId));
  const present = new Set(people.map(({ id }) => id));
  const supervised = (id: string | null) => id !== null && present.has(id);
  const alone = people.filter(({ supervisorId }) => !supervised(supervisorId)).length;
  const unlinked = people.filter(({ id }) => !linked.has(id)).length;
  return [
    finding('people', 'ok', t.check.people(people.length)),
    // Somebody stands at the top of every agency.
    ...(alone > 1 ? [finding('people', 'warning', t.check.withoutSupervisor(alone))] : []),
    ...(unlinked > 0 ? [finding('people', 'warning', t.check.unlinked(unlinked))] : []),
  ];
}
