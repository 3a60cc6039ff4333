import type { AbsenceKind, LateReason, OutageSource } from '../src/core/model.ts';
import type { Columns } from './columns.ts';

/** Tables about time: the calendar, absences, rules, prompts, lateness, outages, and what carries over. */
export function defineTimeTables(c: Columns) {
  const absences = c.table(
    'absences',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      kind: c.text('kind').$type<AbsenceKind>().notNull(),
      fromDate: c.text('from_date').notNull(),
      toDate: c.text('to_date').notNull(),
      createdBy: c.text('created_by').notNull(),
      createdAt: c.int('created_at').notNull(),
      cancelledAt: c.int('cancelled_at'),
    },
    (t) => [c.index('absences_person').on(t.personId, t.toDate)],
  );

  /** Days off of the whole agency: national holidays and cuti bersama. */
  const holidays = c.table('holidays', {
    date: c.key('date'),
    name: c.text('name').notNull(),
    kind: c.text('kind').notNull(),
    source: c.text('source'),
    provisional: c.bool('provisional').notNull(),
  });

  /** Regional holidays, of a unit and those below it. */
  const unitHolidays = c.table('unit_holidays', {
    /** `<unit>|<date>` */
    id: c.key('id'),
    unitId: c.text('unit_id').notNull(),
    date: c.text('date').notNull(),
    name: c.text('name').notNull(),
    source: c.text('source'),
    provisional: c.bool('provisional').notNull(),
  });

  /** Spans of dates with working hours of their own: Ramadan. */
  const seasons = c.table('seasons', {
    /** `<kind>|<first date>` */
    id: c.key('id'),
    kind: c.text('kind').$type<'ramadan'>().notNull(),
    fromDate: c.text('from_date').notNull(),
    toDate: c.text('to_date').notNull(),
    name: c.text('name').notNull(),
    source: c.text('source'),
    provisional: c.bool('provisional').notNull(),
  });

  /** Duty rosters: on a date with a row it alone decides whether and when a person works. */
  const shifts = c.table('shifts', {
    /** `<person>|<date>` */
    id: c.key('id'),
    personId: c.text('person_id').notNull(),
    date: c.text('date').notNull(),
    /** Minutes after local midnight of the date; null on a day off. */
    startMinute: c.int('start_minute'),
    /** Above 1440 where the shift ends on the next day. */
    endMinute: c.int('end_minute'),
  });

  /** Rules of the agency or of a unit, each version in force from a date on. */
  const rules = c.table(
    'rules',
    {
      id: c.key('id'),
      unitId: c.text('unit_id'),
      effectiveFrom: c.text('effective_from').notNull(),
      body: c.json('body').$type<Record<string, unknown>>().notNull(),
    },
    (t) => [c.index('rules_unit').on(t.unitId, t.effectiveFrom)],
  );

  /** When the scheduler has to look at somebody again; only an index, what was decided is in `prompts`. */
  const agenda = c.table(
    'agenda',
    {
      /** `<kind>|<person>` */
      key: c.key('key'),
      kind: c.text('kind').$type<'prompt' | 'digest' | 'radar' | 'evaluation' | 'staffing'>().notNull(),
      personId: c.text('person_id').notNull(),
      nextAt: c.int('next_at').notNull(),
      /** The last look; null before the first one. */
      lookedAt: c.int('looked_at'),
      createdAt: c.int('created_at').notNull(),
    },
    (t) => [c.index('agenda_due').on(t.kind, t.nextAt), c.index('agenda_person').on(t.personId)],
  );

  /** What was decided about each person at a slot, and why; the unique key makes a slot fire once. */
  const prompts = c.table(
    'prompts',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      localDate: c.text('local_date').notNull(),
      slot: c.text('slot').notNull(),
      outcome: c.text('outcome').$type<'prompted' | 'skipped'>().notNull(),
      reason: c.text('reason'),
      at: c.int('at').notNull(),
      /** The instant at which the slot lay. */
      slotAt: c.int('slot_at'),
      /** What became of a prompt at sending: `sent`, or the reason for which it was left out. */
      settled: c.text('settled'),
      settledAt: c.int('settled_at'),
    },
    (t) => [
      c.unique('prompts_person_slot').on(t.personId, t.localDate, t.slot),
      c.index('prompts_at').on(t.at),
    ],
  );

  /** Why a day was reported late, and whether HR accepts it. */
  const lateness = c.table(
    'lateness',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      localDate: c.text('local_date').notNull(),
      kind: c.text('kind').$type<LateReason>().notNull(),
      reason: c.text('reason'),
      status: c.text('status').$type<'noted' | 'waiting' | 'accepted' | 'declined'>().notNull(),
      decidedBy: c.text('decided_by'),
      decidedAt: c.int('decided_at'),
      createdAt: c.int('created_at').notNull(),
    },
    (t) => [c.unique('lateness_day').on(t.personId, t.localDate)],
  );

  /** When the program or a platform was down. */
  const outages = c.table('outages', {
    id: c.key('id'),
    source: c.text('source').$type<OutageSource>().notNull(),
    fromAt: c.int('from_at').notNull(),
    /** Null while it lasts. */
    toAt: c.int('to_at'),
    /** When the windows that it hit were extended. */
    appliedAt: c.int('applied_at'),
  });

  /** Later ends of report windows that an outage hit. */
  const extensions = c.table(
    'extensions',
    {
      /** `<person>|<date>|<outage>` */
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      localDate: c.text('local_date').notNull(),
      outageId: c.text('outage_id').notNull(),
      closesAt: c.int('closes_at').notNull(),
    },
    (t) => [c.index('extensions_person').on(t.personId, t.localDate)],
  );

  /** Obstacles (kendala) that were flagged and stay open until their owner closes them. */
  const obstacles = c.table(
    'obstacles',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      entryId: c.text('entry_id').notNull(),
      text: c.text('text').notNull(),
      openedOn: c.text('opened_on').notNull(),
      closedOn: c.text('closed_on'),
      createdAt: c.int('created_at').notNull(),
    },
    (t) => [c.index('obstacles_person').on(t.personId, t.openedOn)],
  );

  /** Activities that a person repeats on a weekday. */
  const templates = c.table(
    'templates',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      /** ISO 8601: 1 is Monday. */
      weekday: c.int('weekday').notNull(),
      position: c.int('position').notNull(),
      answers: c.json('answers').$type<Record<string, unknown>>().notNull(),
    },
    (t) => [c.index('templates_person').on(t.personId, t.weekday)],
  );

  return {
    absences,
    holidays,
    unitHolidays,
    seasons,
    shifts,
    rules,
    agenda,
    prompts,
    lateness,
    outages,
    extensions,
    obstacles,
    templates,
  };
}
