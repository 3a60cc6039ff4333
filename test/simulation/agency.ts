import { joinAgenda } from '../../db/queries/agenda.ts';
import { insertRules } from '../../db/queries/calendar.ts';
import { putAccount } from '../../db/queries/linking.ts';
import { insertPerson, insertUnit } from '../../db/queries/people.ts';
import { putSeason } from '../../db/queries/roster.ts';
import type { Store } from '../../db/store.ts';
import type { Dice } from '../../src/app/demo/dice.ts';
import { importShippedHolidays } from '../../src/app/import/holidays.ts';
import type { ReminderLevel } from '../../src/core/model.ts';
import type { Rules } from '../../src/core/rules.ts';

/** Somebody of the simulated agency. */
export interface Employee {
  id: string;
  unit: UnitName;
  zone: string;
  /** Works by a duty roster. */
  roster: boolean;
  linked: boolean;
}

/** The units: an office in each zone, a school with six days, a hospital with shifts. */
export const UNITS = {
  wib: { zone: 'Asia/Jakarta', rules: {} },
  wita: { zone: 'Asia/Makassar', rules: { promptAt: '15:45', graceMinutes: 60 } },
  wit: { zone: 'Asia/Jayapura', rules: { closeAt: '26:00', quietFrom: '22:30', quietTo: '05:30' } },
  school: { zone: 'Asia/Makassar', rules: { workDays: [1, 2, 3, 4, 5, 6], promptAt: '13:30' } },
  hospital: { zone: 'Asia/Jakarta', rules: { secondPromptBefore: 60 } },
} satisfies Record<string, { zone: string; rules: Partial<Rules> }>;

/** The name of a unit. */
export type UnitName = keyof typeof UNITS;

const LEVELS: (ReminderLevel | null)[] = [null, null, null, 'once', 'more'];

/** Stores units with their rules, people, the shipped calendar and Ramadan. */
export async function foundAgency(store: Store, size: number, dice: Dice, now: number): Promise<Employee[]> {
  await importShippedHolidays(store);
  const names = Object.keys(UNITS) as UnitName[];
  await store.commit([
    putSeason({
      ...{ id: 'ramadan|2026-02-19', kind: 'ramadan', fromDate: '2026-02-19', toDate: '2026-03-20' },
      ...{ name: 'Ramadan 1447 H', source: null, provisional: false },
    }),
    ...names.flatMap((name) => [
      insertUnit({ id: name, name, parentId: null, zone: UNITS[name].zone }),
      insertRules({
        id: `rules-${name}`,
        unitId: name,
        effectiveFrom: '2025-01-01',
        body: UNITS[name].rules,
      }),
    ]),
  ]);
  const people = Array.from({ length: size }, (_, at): Employee => {
    const unit = names[at % names.length]!;
    return {
      id: `p${String(at).padStart(4, '0')}`,
      unit,
      zone: UNITS[unit].zone,
      roster: unit === 'hospital',
      linked: !dice.chance(5),
    };
  });
  await store.commit(
    people.map(({ id, unit }) =>
      insertPerson({
        ...{ id, nip: id, name: id, position: 'Analis', unitId: unit, supervisorId: null, email: null },
        ...{ roles: ['pegawai'], zone: null, locale: null, activeFrom: '2025-12-01', active: true },
        ...{ updatedAt: now, reminderLevel: dice.pick(LEVELS), reminderAt: null },
      }),
    ),
  );
  await store.commit([
    ...people
      .filter((p) => p.linked)
      .map(({ id }) =>
        putAccount({
          ...{
            id: `a-${id}`,
            personId: id,
            platform: 'telegram',
            externalId: id,
            address: id,
            current: true,
          },
          ...{ reachable: true, unreachableReason: null, linkedAt: now },
        }),
      ),
    joinAgenda(
      'prompt',
      people.map((p) => p.id),
      now,
    ),
  ]);
  return people;
}
