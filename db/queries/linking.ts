import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Platform } from '../../src/core/model.ts';
import { prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** An invitation, without its code. */
export type InvitationRow = Tables['invitations']['$inferSelect'];
/** What an unlinked account claims to be. */
export type ClaimRow = Tables['claims']['$inferSelect'];

/** The invitation with this code, by the code's hash. */
export const invitationByHash = prepared<{ codeHash: string }>()('invitationByHash', (db, t) =>
  db
    .select()
    .from(t.invitations)
    .where(eq(t.invitations.codeHash, p('codeHash'))),
);

/** One invitation. */
export const invitationById = prepared<{ id: string }>()('invitationById', (db, t) =>
  db
    .select()
    .from(t.invitations)
    .where(eq(t.invitations.id, p('id'))),
);

/** Adds an invitation. */
export const insertInvitation = (row: InvitationRow) =>
  statement('insertInvitation', (db, t) =>
    db.insert(t.invitations).values(row).returning({ id: t.invitations.id }),
  );

/** Ends all unused invitations of a person. */
export const revokeInvitations = (personId: string) =>
  statement('revokeInvitations', (db, t) =>
    db
      .delete(t.invitations)
      .where(and(eq(t.invitations.personId, personId), isNull(t.invitations.usedAt)))
      .returning({ id: t.invitations.id }),
  );

/** Marks an invitation as used; touches no row if somebody used it before. */
export const useInvitation = (id: string, now: number) =>
  statement('useInvitation', (db, t) =>
    db
      .update(t.invitations)
      .set({ usedAt: now })
      .where(and(eq(t.invitations.id, id), isNull(t.invitations.usedAt)))
      .returning({ id: t.invitations.id }),
  );

/** The claim of an account. */
export const claimOf = prepared<{ account: string }>()('claimOf', (db, t) =>
  db
    .select()
    .from(t.claims)
    .where(eq(t.claims.account, p('account'))),
);

/** Writes the claim of an account. */
export const putClaim = (row: ClaimRow) =>
  statement('putClaim', (db, t) =>
    db
      .insert(t.claims)
      .values(row)
      .onConflictDoUpdate({ target: t.claims.account, set: row })
      .returning({ account: t.claims.account }),
  );

/** Forgets the claim of an account. */
export const dropClaim = (account: string) =>
  statement('dropClaim', (db, t) =>
    db.delete(t.claims).where(eq(t.claims.account, account)).returning({ account: t.claims.account }),
  );

/** Links an account to a person; an account that was linked before moves to them. */
export const putAccount = (row: Tables['accounts']['$inferInsert']) =>
  statement('putAccount', (db, t) => {
    const { id: _, ...change } = row;
    return db
      .insert(t.accounts)
      .values(row)
      .onConflictDoUpdate({ target: [t.accounts.platform, t.accounts.externalId], set: change })
      .returning({ id: t.accounts.id });
  });

/** Retires the other accounts of a person on a platform: a new phone takes over. */
export const retireAccounts = (personId: string, platform: Platform, except: string) =>
  statement('retireAccounts', (db, t) =>
    db
      .update(t.accounts)
      .set({ current: false })
      .where(
        and(
          eq(t.accounts.personId, personId),
          eq(t.accounts.platform, platform),
          ne(t.accounts.externalId, except),
        ),
      )
      .returning({ id: t.accounts.id }),
  );

/** Records whether an account can be reached. */
export const setReachable = (id: string, reachable: boolean, reason: string | null) =>
  statement('setReachable', (db, t) =>
    db
      .update(t.accounts)
      .set({ reachable, unreachableReason: reason })
      .where(and(eq(t.accounts.id, id), ne(t.accounts.reachable, reachable)))
      .returning({ id: t.accounts.id }),
  );

/** One account. */
export const accountById = prepared<{ id: string }>()('accountById', (db, t) =>
  db
    .select()
    .from(t.accounts)
    .where(eq(t.accounts.id, p('id'))),
);
