import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, it } from 'vitest';
import { migrateSqlite } from '../../db/migrations.ts';
import {
  commitmentsOfDialogue,
  deleteCommitmentsOf,
  openCommitmentsAbout,
  openCommitmentsWith,
} from '../../db/queries/commitments.ts';
import { answersOfDialogue, openDialoguesOf } from '../../db/queries/dialogues.ts';
import { sharedFeedbackAbout, shownFeedbackTo } from '../../db/queries/feedback.ts';
import { objectionsAbout, objectionsToDecide } from '../../db/queries/objections.ts';
import { roleCellsOfLeader, roleCellsOfPerson } from '../../db/queries/role-cells.ts';
import type { Db, Statement, Store } from '../../db/store.ts';
import { sqliteTables } from '../../db/tables.ts';
import { sqliteDriver } from './database.ts';

const dialogue = { id: 'd', employeeId: 'e', leaderId: 'l' };
const caught: Statement[] = [];
const catching = { all: async (s: Statement) => caught.push(s) && [] } as unknown as Store;
await sharedFeedbackAbout(catching, 'e', '2026-01-01', '2026-12-31');

it.each<[string, Statement]>([
  ['the commitments of a dialogue', commitmentsOfDialogue(dialogue)],
  ['their removal', deleteCommitmentsOf(dialogue)],
  ['open commitments on either side', openCommitmentsWith({ personId: 'p' })],
  ['open commitments about somebody', openCommitmentsAbout({ employeeId: 'e' })],
  ['what was prepared for a dialogue', answersOfDialogue(dialogue)],
  ['open dialogues', openDialoguesOf({ personId: 'p' })],
  ['shared feedback', caught[0]!],
  ['who was shown feedback', shownFeedbackTo({ feedbackId: 'f' })],
  ['objections to something', objectionsAbout({ subjectId: 's' })],
  ['objections to be decided', objectionsToDecide('p')],
  ['a role matrix', roleCellsOfLeader({ leaderId: 'l', year: 2026 })],
  ['a role', roleCellsOfPerson({ personId: 'p', year: 2026 })],
])('%s is read through an index and never from a whole table', (_, s) => {
  const client = new (sqliteDriver())(':memory:');
  migrateSqlite(client);
  const query = s.build(drizzle({ client }) as unknown as Db, sqliteTables) as unknown as ToSql;
  const { sql, params } = query.toSQL();
  const values = params.map((value) => {
    const name = (value as { name?: string } | null)?.name;
    return name === undefined ? value : s.params?.[name];
  });
  const rows = client.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[];
  expect(rows.map(({ detail }) => detail).filter((detail) => /^SCAN (?!.*USING INDEX)/.test(detail))).toEqual(
    [],
  );
  client.close();
});

interface ToSql {
  toSQL(): { sql: string; params: unknown[] };
}
