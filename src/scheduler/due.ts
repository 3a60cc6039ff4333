import { type AgendaRow, dueAgenda, joinAgenda, MAX_LOOKED_AT } from '../../db/queries/agenda.ts';
import { Conflict, type Statement } from '../../db/store.ts';
import type { Services } from '../app/services.ts';
import { inChunks } from '../core/chunks.ts';

/** Somebody is looked at again after this long, should nobody say so before. */
export const DAY_MS = 24 * 60 * 60_000;
/** Conflicts in a row after which the rest is left to the next minute. */
const MAX_CONFLICTS = 5;

/**
 * Decides about everybody whose moment has come, some at a time, each lot in one commit; every decision has to plan
 * the next look. Gives the counts of each lot.
 *
 * What somebody else changed meanwhile, another process or a person, is looked at again.
 */
export async function decideDue<Counts>(
  { store }: Pick<Services, 'store'>,
  kind: AgendaRow['kind'],
  now: number,
  size: number,
  decide: (rows: readonly AgendaRow[]) => Promise<{ writes: Statement[]; counts: Counts }>,
): Promise<Counts[]> {
  const decided: Counts[] = [];
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; ) {
    const due = await store.all(dueAgenda({ kind, now }));
    if (due.length === 0) break;
    for (const rows of inChunks(due, size)) {
      const { writes, counts } = await decide(rows);
      try {
        await store.commit(writes);
        conflicts = 0;
        decided.push(counts);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        conflicts += 1;
        break;
      }
    }
  }
  return decided;
}

/** Puts people on the agenda who were forgotten there. */
export async function joinAll(
  { store, now }: Pick<Services, 'store' | 'now'>,
  kind: AgendaRow['kind'],
  ids: readonly string[],
): Promise<void> {
  for (const some of inChunks(ids, MAX_LOOKED_AT)) await store.commit([joinAgenda(kind, some, now())]);
}
