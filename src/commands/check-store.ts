import { holidaysBetween } from '../../db/queries/calendar.ts';
import { allPeople, currentAccounts } from '../../db/queries/people.ts';
import type { Store } from '../../db/store.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { type CheckFinding, finding } from './finding.ts';

/** Looks for gaps in what is stored: holidays of this and the next year, people without supervisor or account. */
export async function checkStored(store: Store, year: number, t: OperatorTexts): Promise<CheckFinding[]> {
  return [...(await checkHolidays(store, year, t)), ...(await checkPeople(store, t))];
}

async function checkHolidays(store: Store, year: number, t: OperatorTexts): Promise<CheckFinding[]> {
  const all = await store.all(holidaysBetween({ from: '0000-01-01', to: '9999-12-31' }));
  if (all.length === 0) return [finding('holidays', 'warning', t.check.noHolidays())];
  const of = (wanted: number) => all.filter(({ date }) => date.startsWith(`${wanted}-`));
  return [year, year + 1].map((wanted) => {
    const days = of(wanted);
    if (days.length === 0)
      return finding('holidays', wanted === year ? 'problem' : 'warning', t.check.holidaysMissing(wanted));
    const provisional = days.filter((day) => day.provisional).length;
    return finding('holidays', 'ok', t.check.holidays(wanted, days.length, provisional));
  });
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
