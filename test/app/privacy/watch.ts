import { and, eq } from 'drizzle-orm';
import { Conflict, expecting, type Statement, statement } from '../../../db/store.ts';
import type { Tables } from '../../../db/tables.ts';
import { loadSession, type Session } from '../../../src/app/session.ts';
import type { Platform } from '../../../src/core/model.ts';
import { type Privacy, ROLES, type RoleName } from './planted.ts';

/** A session for everybody; null for whoever is not served. */
export type Sessions = Record<RoleName, Session | null>;

/** Everybody as they talk to the bot now. */
export async function sessionsOf({ world, people }: Privacy): Promise<Sessions> {
  const sessions = {} as Sessions;
  for (const name of ROLES) {
    const id = `x${people[name].id.slice(-6)}`;
    sessions[name] = null;
    for (const platform of ['telegram', 'slack'] as Platform[])
      sessions[name] ??= await loadSession(world.services, {
        ...{ platform, id, address: id, name, language: 'id' },
        ...{ email: async () => null, forms: platform === 'slack' },
      });
  }
  return sessions;
}

/** The planted words in something shown that whoever sees it may not read. */
export function unreadable({ planted }: Privacy, who: RoleName, shown: unknown): string[] {
  const text = JSON.stringify(shown);
  return planted
    .filter(({ word, readers }) => !readers.includes(who) && text.includes(word))
    .map(({ word }) => word);
}

/**
 * The first planted row that writes would change though whoever caused them may not; null where there is none. Nothing
 * is stored.
 *
 * @param also who else may change rows of a table
 */
export async function changes(
  { rows, world }: Privacy,
  who: RoleName,
  writes: readonly Statement[],
  also: Record<string, readonly RoleName[]> = {},
): Promise<string | null> {
  if (writes.length === 0) return null;
  const guards = rows
    .filter(({ table, changers }) => !changers.includes(who) && !also[table]?.includes(who))
    .map(({ table, id, revision }) =>
      expecting(
        1,
        statement(`${table} ${id}`, (db, t) => {
          const of = t[table] as Tables['dialogues'];
          return db
            .select({ id: of.id })
            .from(of)
            .where(and(eq(of.id, id), eq(of.revision, revision)));
        }),
      ),
    );
  const never = expecting(
    9,
    statement('nothing', (db, t) => db.select().from(t.units).where(eq(t.units.id, ''))),
  );
  try {
    await world.store.commit([...writes, ...guards, never]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return error.label === 'nothing' ? null : error.label;
  }
  throw new Error('it was stored');
}
