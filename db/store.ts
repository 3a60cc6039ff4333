import { sql } from 'drizzle-orm';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables.ts';

/** The common ground of both dialects: what a statement may be built with. */
export type Db = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>;

/** Builds one drizzle query; a write ends in `.returning()`, so that its rows can be counted. */
export type Build<Row> = (db: Db, t: Tables) => PromiseLike<Row[]>;

/** A query as a value: how it is built, and its parameters if it is built once and prepared. */
export interface Statement<Row = unknown> {
  build: Build<Row>;
  params: Record<string, unknown> | null;
  /** How many rows a write must touch; a miss rolls its whole unit of work back. */
  expectRows: number | null;
  /** Names the statement in a `Conflict`. */
  label: string;
  /** The one table that is read, where its rows may be remembered until it changes; they must not be changed. */
  remember: keyof Tables | null;
}

/** Defines a statement that is built once per store and then run with parameters (`sql.placeholder`). */
export function prepared<Params extends Record<string, unknown>>() {
  return <Row>(label: string, build: Build<Row>) =>
    (params: Params): Statement<Row> => ({ build, params, expectRows: null, label, remember: null });
}

/** A statement that is built anew each time, for what has no fixed shape. */
export function statement<Row>(label: string, build: Build<Row>): Statement<Row> {
  return { build, params: null, expectRows: null, label, remember: null };
}

/** Defines a statement that reads the whole of a small table, which is asked for all the time and seldom changes. */
export function remembered<Row>(label: string, table: keyof Tables, build: Build<Row>): () => Statement<Row> {
  return () => ({ build, params: {}, expectRows: null, label, remember: table });
}

/** The same statement, with a demand on the number of rows that it touches. */
export function expecting<Row>(rows: number, s: Statement<Row>): Statement<Row> {
  return { ...s, expectRows: rows };
}

/** A fixed limit; as a bound number it would make SQLite plan a prepared query anew each time. */
export const atMost = (rows: number) => sql.raw(String(rows)) as unknown as number;

/** Somebody else was faster: a demanded row count was missed or a unique key exists; read again and decide again. */
export class Conflict extends Error {
  readonly label: string;
  constructor(label: string, cause?: unknown) {
    super(`conflict in ${label}`, { cause });
    this.name = 'Conflict';
    this.label = label;
  }
}

/** The database did not take the work; its message never contains parameters, which may be personal data. */
export class StoreFailure extends Error {
  /** True when the same work may succeed later: disk full, locked, connection lost; false for what we did wrong. */
  readonly transient: boolean;
  constructor(label: string, reason: string, transient: boolean) {
    super(`the database refused ${label}: ${reason}`);
    this.name = 'StoreFailure';
    this.transient = transient;
  }
}

/** What our own code did wrong before the database saw it; trying again would not help. */
export function mistake(label: string, error: unknown): StoreFailure {
  // A syntax error comes from reading JSON and quotes it; no other error of ours repeats a value.
  const reason = error instanceof Error && !(error instanceof SyntaxError) ? error.message : 'unreadable';
  return new StoreFailure(label, reason, false);
}

/** One database behind one interface; reads happen at once, writes as units of work that hold together. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  all<Row>(s: Statement<Row>): Promise<Row[]>;
  /** Runs the statements in one transaction, durable when it resolves. Throws `Conflict` or `StoreFailure`. */
  commit(statements: readonly Statement[]): Promise<void>;
  /** Writes that nobody waits for and that may be lost in a crash; they join the next commit. Resolves when they were tried. */
  later(statements: readonly Statement[]): Promise<void>;
  /** Whether this process is the one that delivers and schedules; another takes over when it is gone. Never throws. */
  leads(): Promise<boolean>;
  close(): Promise<void>;
}

/** The first row, or null. */
export async function first<Row>(store: Store, s: Statement<Row>): Promise<Row | null> {
  return (await store.all(s))[0] ?? null;
}
