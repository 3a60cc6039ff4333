import { putAccount } from '../../db/queries/linking.ts';
import { insertPerson, insertUnit } from '../../db/queries/people.ts';
import { insertPlan, insertWorkResult } from '../../db/queries/plans.ts';
import { openSqlite } from '../../db/sqlite.ts';
import type { Statement, Store } from '../../db/store.ts';
import { addDays, localDate } from '../../src/core/local-time.ts';
import type { Platform } from '../../src/core/model.ts';
import { calmRules } from '../support/calm-rules.ts';
import { uuid } from '../support/world.ts';

export const ZONE = 'Asia/Jakarta';
/** The agency's day on which everything happens. */
export const today = () => localDate(Date.now(), ZONE);

/** Where somebody is linked; null for nobody. */
export type Account = { platform: Platform; id: string } | null;

export const UNIT = uuid('unit');
export const personId = (name: string) => uuid(`person ${name}`);

/** Fills a database file with an agency that nobody prompts, because its people begin tomorrow. */
export async function seed(file: string, write: (store: Store) => Promise<void>): Promise<void> {
  const store = openSqlite(file);
  await store.commit([insertUnit({ id: UNIT, name: 'Bidang A', parentId: null, zone: null }), calmRules()]);
  await write(store);
  await store.close();
}

/** One person, perhaps with an account and a plan of three work results. */
export function person(
  name: string,
  number: number,
  supervisor: string | null,
  account: Account,
): Statement[] {
  const id = personId(name);
  const year = Number(today().slice(0, 4));
  const titles = ['Tersusunnya laporan kinerja', 'Terlaksananya rapat koordinasi', 'Terlayaninya masyarakat'];
  return [
    insertPerson({
      ...{ id, name, nip: `19900101201501${1_000 + number}`, position: 'Analis', unitId: UNIT },
      ...{ supervisorId: supervisor === null ? null : personId(supervisor), email: null, roles: ['pegawai'] },
      ...{ zone: null, locale: null, activeFrom: addDays(today(), 1), active: true, updatedAt: 0 },
    }),
    insertPlan({ id: uuid(`plan ${name}`), personId: id, year }),
    ...titles.map((title, index) =>
      insertWorkResult({
        ...{ id: uuid(`result ${name} ${index}`), planId: uuid(`plan ${name}`), number: index + 1, title },
        ...{ additional: false, superiorNumber: null, current: true },
      }),
    ),
    ...(account === null ? [] : [linked(id, account)]),
  ];
}

function linked(id: string, account: NonNullable<Account>): Statement {
  return putAccount({
    ...{ id: uuid(`account ${id}`), personId: id, platform: account.platform },
    ...{ externalId: account.id, address: account.id, current: true, reachable: true },
    ...{ unreachableReason: null, linkedAt: 0 },
  });
}
