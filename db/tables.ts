import { sql } from 'drizzle-orm';
import type {
  EntryKind,
  EntryStatus,
  EvidenceKind,
  Locale,
  Platform,
  PositionLevel,
  PostingKind,
  ReminderLevel,
  RevisionContent,
  Role,
  TalkKind,
} from '../src/core/model.ts';
import type { CascadeMethod, Perspective } from '../src/core/plan/content.ts';
import { defineAnnouncementTables } from './announcement-tables.ts';
import { type Columns, postgresColumns, sqliteColumns } from './columns.ts';
import { defineDialogueTables } from './dialogue-tables.ts';
import { defineEvaluationTables } from './evaluation-tables.ts';
import { definePlanTables } from './plan-tables.ts';
import { defineStaffingTables } from './staffing-tables.ts';
import { defineTimeTables } from './time-tables.ts';

/** Answers of a draft by question id; `null` marks a skipped question. */
export type StoredAnswers = Record<string, unknown>;

/** Defines every table once, with the column builders of one dialect. */
function defineTables(c: Columns) {
  const units = c.table(
    'units',
    {
      id: c.key('id'),
      name: c.text('name').notNull(),
      parentId: c.text('parent_id'),
      zone: c.text('zone'),
      /** Who leads it. */
      leaderId: c.text('leader_id'),
      /** Whether its head plans by perspectives as a JPT does (unit kerja mandiri). */
      independent: c.bool('independent'),
    },
    (t) => [c.unique('units_name').on(t.name)],
  );

  const people = c.table(
    'people',
    {
      id: c.key('id'),
      nip: c.text('nip').notNull(),
      name: c.text('name').notNull(),
      position: c.text('position').notNull(),
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      supervisorId: c.text('supervisor_id'),
      email: c.text('email'),
      roles: c.json('roles').$type<Role[]>().notNull(),
      zone: c.text('zone'),
      locale: c.text('locale').$type<Locale>(),
      /** First local date on which reports are expected. */
      activeFrom: c.text('active_from').notNull(),
      active: c.bool('active').notNull(),
      /** Last local date of service, of somebody who leaves or has left. */
      activeUntil: c.text('active_until'),
      /** Level of the position (jenjang jabatan). */
      level: c.text('level').$type<PositionLevel>(),
      updatedAt: c.int('updated_at').notNull(),
      /** How often this person wants to be reminded; null: as their unit does. */
      reminderLevel: c.text('reminder_level').$type<ReminderLevel>(),
      /** Local time (`HH:mm`) of the first reminder that this person chose. */
      reminderAt: c.text('reminder_at'),
    },
    (t) => [
      c.unique('people_nip').on(t.nip),
      c.index('people_supervisor').on(t.supervisorId),
      c.index('people_unit').on(t.unitId),
      c.index('people_email').on(t.email),
    ],
  );

  const accounts = c.table(
    'accounts',
    {
      id: c.key('id'),
      personId: c
        .text('person_id')
        .notNull()
        .references(() => people.id),
      platform: c.text('platform').$type<Platform>().notNull(),
      externalId: c.text('external_id').notNull(),
      /** The private conversation with the bot: a Telegram chat id, a Slack user id. */
      address: c.text('address').notNull(),
      /** False once a newer account of the same platform has taken over. */
      current: c.bool('current').notNull(),
      reachable: c.bool('reachable').notNull(),
      unreachableReason: c.text('unreachable_reason'),
      linkedAt: c.int('linked_at').notNull(),
    },
    (t) => [
      c.unique('accounts_external').on(t.platform, t.externalId),
      c.index('accounts_person').on(t.personId),
    ],
  );

  const invitations = c.table(
    'invitations',
    {
      id: c.key('id'),
      personId: c
        .text('person_id')
        .notNull()
        .references(() => people.id),
      /** SHA-256 of the code; the code itself is never stored. */
      codeHash: c.text('code_hash').notNull(),
      expiresAt: c.int('expires_at').notNull(),
      usedAt: c.int('used_at'),
    },
    (t) => [c.unique('invitations_code').on(t.codeHash), c.index('invitations_person').on(t.personId)],
  );

  /** One row for each account that tries to link: whom it claims to be, and how often it guessed wrong. */
  const claims = c.table('claims', {
    account: c.key('account'),
    personId: c.text('person_id'),
    invitationId: c.text('invitation_id'),
    failures: c.int('failures').notNull(),
    updatedAt: c.int('updated_at').notNull(),
  });

  const plans = c.table(
    'plans',
    {
      id: c.key('id'),
      personId: c
        .text('person_id')
        .notNull()
        .references(() => people.id),
      year: c.int('year').notNull(),
    },
    (t) => [c.unique('plans_person_year').on(t.personId, t.year)],
  );

  const workResults = c.table(
    'work_results',
    {
      id: c.key('id'),
      planId: c
        .text('plan_id')
        .notNull()
        .references(() => plans.id),
      number: c.int('number').notNull(),
      additional: c.bool('additional').notNull(),
      title: c.text('title').notNull(),
      superiorNumber: c.int('superior_number'),
      /** The superior's work result, or the goal of the unit's agreement, that this one supports. */
      supportsId: c.text('supports_id'),
      method: c.text('method').$type<CascadeMethod>(),
      perspective: c.text('perspective').$type<Perspective>(),
      /** False once a newer import no longer lists it; entries of the past keep it. */
      current: c.bool('current').notNull(),
    },
    (t) => [c.unique('work_results_number').on(t.planId, t.number)],
  );

  const indicators = c.table(
    'indicators',
    {
      id: c.key('id'),
      workResultId: c
        .text('work_result_id')
        .notNull()
        .references(() => workResults.id),
      position: c.int('position').notNull(),
      aspect: c.text('aspect'),
      title: c.text('title').notNull(),
      target: c.text('target'),
      unit: c.text('unit'),
      /** Local date. */
      dueOn: c.text('due_on'),
    },
    (t) => [c.index('indicators_work_result').on(t.workResultId)],
  );

  const entries = c.table(
    'entries',
    {
      id: c.key('id'),
      /** The receipt's number (bukti lapor). */
      number: c.text('number').notNull(),
      personId: c
        .text('person_id')
        .notNull()
        .references(() => people.id),
      localDate: c.text('local_date').notNull(),
      what: c.text('what').notNull(),
      kind: c.text('kind').$type<EntryKind>().notNull(),
      workResultId: c.text('work_result_id'),
      actionPlanId: c.text('action_plan_id'),
      startMinute: c.int('start_minute'),
      endMinute: c.int('end_minute'),
      quantityMilli: c.int('quantity_milli'),
      unit: c.text('unit'),
      status: c.text('status').$type<EntryStatus>().notNull(),
      revision: c.int('revision').notNull(),
      submittedAt: c.int('submitted_at').notNull(),
      zone: c.text('zone').notNull(),
      /** The chat message that it was read from (`<platform>:<address>:<id>`); editing that message edits the entry. */
      source: c.text('source'),
    },
    (t) => [
      c.unique('entries_number').on(t.number),
      c.index('entries_person_date').on(t.personId, t.localDate),
    ],
  );

  const entryRevisions = c.table(
    'entry_revisions',
    {
      id: c.key('id'),
      entryId: c
        .text('entry_id')
        .notNull()
        .references(() => entries.id),
      revision: c.int('revision').notNull(),
      action: c
        .text('action')
        .$type<'created' | 'edited' | 'withdrawn' | 'approved' | 'returned'>()
        .notNull(),
      actorId: c.text('actor_id').notNull(),
      at: c.int('at').notNull(),
      content: c.json('content').$type<RevisionContent>().notNull(),
      reason: c.text('reason'),
    },
    (t) => [c.unique('entry_revisions_entry').on(t.entryId, t.revision)],
  );

  const evidence = c.table(
    'evidence',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      /** Null while its activity is still a draft. */
      entryId: c.text('entry_id'),
      kind: c.text('kind').$type<EvidenceKind>().notNull(),
      name: c.text('name').notNull(),
      mime: c.text('mime'),
      /** Bytes. */
      size: c.int('size'),
      url: c.text('url'),
      /** Path below EVIDENCE_DIR. */
      path: c.text('path'),
      sha256: c.text('sha256'),
      status: c.text('status').$type<'pending' | 'stored' | 'failed'>().notNull(),
      createdAt: c.int('created_at').notNull(),
    },
    (t) => [c.index('evidence_entry').on(t.entryId)],
  );

  const drafts = c.table(
    'drafts',
    {
      id: c.key('id'),
      personId: c
        .text('person_id')
        .notNull()
        .references(() => people.id),
      form: c.text('form').notNull(),
      /** What the form is about: an entry being edited, the day a remark belongs to. */
      subject: c.json('subject').$type<Record<string, string>>().notNull(),
      answers: c.json('answers').$type<StoredAnswers>().notNull(),
      /** The question being edited, or null: the first open one is next. */
      editing: c.text('editing'),
      /** True while the next typed message answers this draft. */
      listening: c.bool('listening').notNull(),
      revision: c.int('revision').notNull(),
      updatedAt: c.int('updated_at').notNull(),
    },
    (t) => [c.index('drafts_person').on(t.personId, t.updatedAt)],
  );

  const talks = c.table(
    'talks',
    {
      id: c.key('id'),
      employeeId: c.text('employee_id').notNull(),
      localDate: c.text('local_date').notNull(),
      entryId: c.text('entry_id'),
      authorId: c.text('author_id').notNull(),
      recipientId: c.text('recipient_id').notNull(),
      kind: c.text('kind').$type<TalkKind>().notNull(),
      body: c.text('body').notNull(),
      at: c.int('at').notNull(),
    },
    (t) => [c.index('talks_day').on(t.employeeId, t.localDate)],
  );

  /** Messages that Tutur has posted and may have to find again, to update them or to know what a reply is about. */
  const postings = c.table(
    'postings',
    {
      id: c.key('id'),
      platform: c.text('platform').$type<Platform>().notNull(),
      address: c.text('address').notNull(),
      messageId: c.text('message_id').notNull(),
      personId: c.text('person_id').notNull(),
      /** What it shows. */
      kind: c.text('kind').$type<PostingKind>().notNull(),
      /** What it is about: `<employee>:<date>` for cards, remarks, prompts and digests, else an id. */
      subject: c.text('subject').notNull(),
      entryId: c.text('entry_id'),
      at: c.int('at').notNull(),
    },
    (t) => [
      c.unique('postings_message').on(t.platform, t.address, t.messageId),
      c.index('postings_subject').on(t.subject, t.personId),
    ],
  );

  /** Everything that leaves: the answer to each inbound message (its key is the dedupe key) and notices to others. */
  const outbox = c.table(
    'outbox',
    {
      key: c.key('key'),
      kind: c.text('kind').notNull(),
      personId: c.text('person_id'),
      platform: c.text('platform').$type<Platform>(),
      address: c.text('address'),
      payload: c.json('payload').$type<unknown>().notNull(),
      status: c.text('status').$type<'pending' | 'sent' | 'skipped' | 'failed'>().notNull(),
      reason: c.text('reason'),
      /** Grows when the same notice is wanted again; a send that saw an older version leaves the row pending. */
      version: c.int('version').notNull(),
      attempts: c.int('attempts').notNull(),
      dueAt: c.int('due_at').notNull(),
      createdAt: c.int('created_at').notNull(),
      settledAt: c.int('settled_at'),
    },
    // Answers, which are most of the rows, are in no index once they are sent. The conditions are those of the lanes in
    // the queries, word for word.
    (t) => [
      c
        .index('outbox_due')
        .on(t.platform, t.dueAt, t.createdAt, t.key)
        .where(sql`${t.status} = 'pending' and ${t.kind} not in ('announcement', 'fetch')`),
      c
        .index('outbox_bulk')
        .on(t.platform, t.dueAt, t.createdAt, t.key)
        .where(sql`${t.status} = 'pending' and ${t.kind} in ('announcement', 'fetch')`),
      c.index('outbox_person').on(t.personId).where(sql`${t.personId} is not null`),
    ],
  );

  const audit = c.table(
    'audit',
    {
      id: c.key('id'),
      at: c.int('at').notNull(),
      actorId: c.text('actor_id'),
      action: c.text('action').notNull(),
      subject: c.text('subject').notNull(),
      detail: c.json('detail').$type<Record<string, unknown>>(),
    },
    (t) => [c.index('audit_subject').on(t.subject)],
  );

  /** Small facts about the installation, such as the last tick of the scheduler. */
  const facts = c.table('facts', { key: c.key('key'), value: c.text('value').notNull() });

  return {
    units,
    people,
    accounts,
    invitations,
    claims,
    plans,
    workResults,
    indicators,
    entries,
    entryRevisions,
    evidence,
    drafts,
    talks,
    postings,
    outbox,
    audit,
    facts,
    ...defineTimeTables(c),
    ...defineAnnouncementTables(c),
    ...definePlanTables(c),
    ...defineDialogueTables(c),
    ...defineEvaluationTables(c),
    ...defineStaffingTables(c),
  };
}

/** Every table, by its name in code. */
export type Tables = ReturnType<typeof defineTables>;

/** The tables as SQLite knows them. */
export const sqliteTables: Tables = defineTables(sqliteColumns);

/** The tables as PostgreSQL knows them. */
export const postgresTables: Tables = defineTables(postgresColumns);
