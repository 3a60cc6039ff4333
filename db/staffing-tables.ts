import type { Columns } from './columns.ts';

/** Tables of changes among people: who supervises whom and since when, handovers, and administrative reminders. */
export function defineStaffingTables(c: Columns) {
  const supervisions = c.table(
    'supervisions',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      /** Null: nobody. */
      supervisorId: c.text('supervisor_id'),
      /** For good, or acting: for a vacant post (Plt.), or for somebody who is away (Plh.). */
      kind: c.text('kind').$type<'definitive' | 'plt' | 'plh'>().notNull(),
      /** First and last local date; an open end is null. */
      fromDate: c.text('from_date').notNull(),
      toDate: c.text('to_date'),
      status: c.text('status').$type<'scheduled' | 'active' | 'ended' | 'cancelled'>().notNull(),
      reason: c.text('reason'),
      createdBy: c.text('created_by'),
      createdAt: c.int('created_at').notNull(),
      revision: c.int('revision').notNull(),
    },
    (t) => [
      c.index('supervisions_person').on(t.personId, t.fromDate),
      c.index('supervisions_status').on(t.status, t.fromDate),
      c.index('supervisions_supervisor').on(t.supervisorId, t.status),
    ],
  );

  /** What moved from one supervisor to another, and the note that goes with it. */
  const handovers = c.table(
    'handovers',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      fromId: c.text('from_id'),
      toId: c.text('to_id'),
      /** Local date from which the new one supervises. */
      onDate: c.text('on_date').notNull(),
      note: c.text('note'),
      counts: c
        .json('counts')
        .$type<{ days: number; plans: number; dialogues: number; evaluations: number; requests: number }>()
        .notNull(),
      createdAt: c.int('created_at').notNull(),
      revision: c.int('revision').notNull(),
    },
    (t) => [c.index('handovers_person').on(t.personId, t.onDate)],
  );

  /** Steps of administrative reminders (pengingat administratif 1-2-3). */
  const adminReminders = c.table(
    'admin_reminders',
    {
      /** `<person>:<subject>:<step>` */
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      /** What is missing: `plan:2026`, `evaluation:2026-Q1`, `reports:2026-03`. */
      subject: c.text('subject').notNull(),
      step: c.int('step').notNull(),
      reason: c.text('reason').notNull(),
      /** Local date on which it is due. */
      onDate: c.text('on_date').notNull(),
      status: c.text('status').$type<'scheduled' | 'sent' | 'settled' | 'cancelled'>().notNull(),
      createdBy: c.text('created_by'),
      at: c.int('at').notNull(),
      revision: c.int('revision').notNull(),
    },
    (t) => [
      c.index('admin_reminders_person').on(t.personId),
      c.index('admin_reminders_status').on(t.status, t.onDate),
    ],
  );

  return { supervisions, handovers, adminReminders };
}
