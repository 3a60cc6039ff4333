import type { AbsenceRow, HolidayRow } from '../../db/queries/calendar.ts';
import { type EntryRow, insertEntry, insertRevision } from '../../db/queries/entries.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { insertTalk } from '../../db/queries/talks.ts';
import type { Statement } from '../../db/store.ts';
import { dayOff } from '../core/calendar.ts';
import { addDays, datesBetween, instantOf } from '../core/local-time.ts';
import type { TalkKind } from '../core/model.ts';
import { receiptNumber } from '../core/receipt-number.ts';
import { defaultRules } from '../core/rules.ts';
import { demoRemarks } from './demo-data.ts';
import type { DemoWorkResult } from './demo-plans.ts';
import type { Dice } from './demo-random.ts';

/** Somebody who reports in the sample agency, with what their days look like. */
export interface DemoReporter {
  person: Pick<PersonRow, 'id' | 'supervisorId'>;
  /** The zone of their unit. */
  zone: string;
  /** Work results of their plan with the activities that serve them; without a plan, activities that serve none. */
  work: { row: { id: string } | null; result: DemoWorkResult }[];
  year: number;
  absences: readonly AbsenceRow[];
}

const SLOTS = [
  [450, 570],
  [570, 690],
  [780, 870],
  [870, 945],
] as const;

/** Writes the days of one person from one date to another, both included; returns the number of entries. */
export function demoDays(
  { person, zone, work, year, absences }: DemoReporter,
  { from, to, holidays }: { from: string; to: string; holidays: readonly HolidayRow[] },
  dice: Dice,
): { entries: number; writes: Statement[] } {
  const facts = {
    workDays: () => defaultRules.workDays,
    holidays: new Map(holidays.map(({ date, name }) => [date, name])),
    shifts: new Map<string, null>(),
    ramadan: [],
    absences,
  };
  const writes: Statement[] = [];
  let entries = 0;
  for (const date of datesBetween(from, to)) {
    // Somebody forgets now and then.
    if (dayOff(date, facts) || dice.chance(8)) continue;
    const slots = SLOTS.slice(0, 2 + dice.number(3));
    const all = work.flatMap(({ row, result }) => result.activities.map((activity) => ({ row, activity })));
    const chosen = dice.some(all, slots.length);
    const day = chosen.map(({ row, activity: [what, unit, most] }, at): EntryRow => {
      const [startMinute, endMinute] = slots[at]!;
      const submittedAt = instantOf(date, 945 + at * 4 + dice.number(4), zone) + dice.number(60_000);
      const named = row !== null && date.startsWith(`${year}-`) ? row : null;
      return {
        ...{ id: dice.id(submittedAt), number: receiptNumber(date, dice.bytes(5)), personId: person.id },
        ...{ localDate: date, what, startMinute, endMinute, submittedAt, zone },
        kind: named ? 'work_result' : 'none',
        workResultId: named?.id ?? null,
        actionPlanId: null,
        ...{ quantityMilli: (1 + dice.number(most)) * 1000, unit },
        ...{ status: 'submitted', revision: 1, source: null },
      };
    });
    entries += day.length;
    const settled = addDays(date, 2) <= to;
    for (const entry of day) writes.push(...storyOf(entry, settled ? person.supervisorId : null, dice));
    if (person.supervisorId && dice.chance(15))
      writes.push(...talkOf(day[0]!, person.supervisorId, settled, dice));
  }
  return { entries, writes };
}

/** An entry with its history: most are approved the next day, a few returned. */
function storyOf(entry: EntryRow, reviewerId: string | null, dice: Dice): Statement[] {
  const { what, kind, workResultId, startMinute, endMinute, quantityMilli, unit } = entry;
  const content = { what, kind, workResultId, startMinute, endMinute, quantityMilli, unit };
  const revision = (
    number: number,
    action: 'created' | 'approved' | 'returned',
    at: number,
    reason: string | null,
  ) =>
    insertRevision({
      ...{ id: dice.id(at), entryId: entry.id, revision: number, action, at, content, reason },
      actorId: action === 'created' ? entry.personId : reviewerId!,
    });
  const created = revision(1, 'created', entry.submittedAt, null);
  const fate = dice.number(100);
  if (reviewerId === null || fate >= 75) return [insertEntry(entry), created];
  const at = instantOf(addDays(entry.localDate, 1), 480 + dice.number(90), entry.zone);
  if (fate >= 7)
    return [
      insertEntry({ ...entry, status: 'approved', revision: 2 }),
      created,
      revision(2, 'approved', at, null),
    ];
  const reason = dice.pick(demoRemarks.returned);
  return [
    insertEntry({ ...entry, status: 'returned', revision: 2 }),
    created,
    revision(2, 'returned', at, reason),
    remark(entry, 'returned', reviewerId, entry.personId, reason, at, dice),
  ];
}

/** Feedback on the evening of a day, and perhaps an answer on the next. */
function talkOf(entry: EntryRow, supervisorId: string, answered: boolean, dice: Dice): Statement[] {
  const evening = instantOf(entry.localDate, 1_020 + dice.number(120), entry.zone);
  const feedback = remark(
    ...([entry, 'feedback', supervisorId, entry.personId] as const),
    ...([dice.pick(demoRemarks.feedback), evening, dice] as const),
  );
  if (!answered || dice.chance(40)) return [feedback];
  const morning = instantOf(addDays(entry.localDate, 1), 450 + dice.number(60), entry.zone);
  const body = dice.pick(demoRemarks.reply);
  return [feedback, remark(entry, 'reply', entry.personId, supervisorId, body, morning, dice)];
}

function remark(
  { id: entryId, personId: employeeId, localDate }: EntryRow,
  kind: TalkKind,
  authorId: string,
  recipientId: string,
  body: string,
  at: number,
  dice: Dice,
): Statement {
  return insertTalk({
    id: dice.id(at),
    employeeId,
    localDate,
    entryId,
    authorId,
    recipientId,
    kind,
    body,
    at,
  });
}
