import { insertRules } from '../../db/queries/calendar.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { insertUnit } from '../../db/queries/people.ts';
import { type Statement, type Store, statement } from '../../db/store.ts';
import type { Platform } from '../../src/core/model.ts';

const CHUNK = 500;
const UNIT = 'unit';

/** The person and the conversation of a number. */
export const personAt = (number: number) => `person-${number}`;
export const addressAt = (number: number) => `chat-${number}`;

/** Adds so many people, each linked to a conversation of their own. */
export async function addCrowd(store: Store, size: number, platform: Platform): Promise<void> {
  await store.commit([
    insertUnit({ id: UNIT, name: 'Bidang A', parentId: null, zone: null }),
    insertRules({ id: 'rules', unitId: null, effectiveFrom: '2020-01-01', body: { messageBudget: 5 } }),
  ]);
  await inChunks(store, size, (numbers) => [
    statement('people', (db, t) =>
      db
        .insert(t.people)
        .values(
          numbers.map((number) => ({
            ...{
              id: personAt(number),
              nip: `1${String(number).padStart(17, '0')}`,
              name: `Pegawai ${number}`,
            },
            ...{
              position: 'Analis',
              unitId: UNIT,
              supervisorId: null,
              email: null,
              zone: null,
              locale: null,
            },
            ...{ roles: ['pegawai' as const], activeFrom: '2020-01-01', active: true, updatedAt: 0 },
          })),
        )
        .returning({ id: t.people.id }),
    ),
    statement('accounts', (db, t) =>
      db
        .insert(t.accounts)
        .values(
          numbers.map((number) => ({
            ...{ id: `account-${number}`, personId: personAt(number), platform, current: true },
            ...{ externalId: addressAt(number), address: addressAt(number), reachable: true },
            ...{ unreachableReason: null, linkedAt: 0 },
          })),
        )
        .returning({ id: t.accounts.id }),
    ),
  ]);
}

/** Wants something to leave for each of so many people. */
export async function addRows(
  store: Store,
  size: number,
  rowOf: (number: number) => Pick<OutboxRow, 'kind' | 'platform' | 'dueAt'>,
): Promise<void> {
  await inChunks(store, size, (numbers) => [
    statement('rows', (db, t) =>
      db
        .insert(t.outbox)
        .values(
          numbers.map((number) => {
            const row = rowOf(number);
            return {
              ...{ key: `${row.kind}:${String(number).padStart(7, '0')}`, personId: personAt(number) },
              ...{ address: null, payload: {}, status: 'pending' as const, reason: null, version: 1 },
              ...{ attempts: 0, createdAt: row.dueAt, settledAt: null, ...row },
            };
          }),
        )
        .returning({ key: t.outbox.key }),
    ),
  ]);
}

async function inChunks(
  store: Store,
  size: number,
  statements: (numbers: number[]) => Statement[],
): Promise<void> {
  for (let from = 0; from < size; from += CHUNK)
    await store.commit(
      statements(Array.from({ length: Math.min(CHUNK, size - from) }, (_, index) => from + index)),
    );
}
