import type { ActionPlanRow } from '../../../db/queries/action-plans.ts';
import { type EntryRow, insertEntry, insertRevision } from '../../../db/queries/entries.ts';
import { insertTalk } from '../../../db/queries/talks.ts';
import type { Statement } from '../../../db/store.ts';
import { fits } from '../../core/actions/action-plan.ts';
import { addDays, instantOf } from '../../core/local-time.ts';
import type { TalkKind } from '../../core/model.ts';
import { receiptNumber } from '../../core/receipt-number.ts';
import type { DemoPerson } from './agency.ts';
import type { Dice } from './dice.ts';
import { demoPlans } from './plan-texts.ts';
import type { DemoPlans } from './plans.ts';
import { demoRemarks } from './remarks.ts';
import { type Stage, workingDatesOf, zoneOfPlayer } from './stage.ts';

const SLOTS = [
  [450, 570],
  [570, 690],
  [780, 870],
  [870, 945],
] as const;
/** Days of the last period on which something was done, for each person. */
const EARLIER_DAYS = 10;

type Reporter = Pick<DemoPerson, 'who'> & { supervisorId: string | null; actions: readonly ActionPlanRow[] };
type Work = { workResultId: string | null; activity: readonly [what: string, unit: string, most: number] };

/** Writes the days of one person from one local date to another, both included, with what was said about them. */
export function demoDays(
  stage: Stage,
  reporter: Reporter,
  plans: DemoPlans,
  { from, to }: { from: string; to: string },
): { entries: EntryRow[]; writes: Statement[] } {
  const { dice } = stage;
  const [entries, writes]: [EntryRow[], Statement[]] = [[], []];
  for (const date of workingDatesOf(stage, reporter.who, from, to)) {
    // Somebody forgets now and then.
    if (dice.chance(8)) continue;
    const slots = SLOTS.slice(0, 2 + dice.number(3));
    const chosen = dice.some(workOn(plans, reporter, date), slots.length);
    const day = chosen.map((work, at) => entryOf(stage, reporter, date, work, at));
    entries.push(...day);
    const { supervisorId } = reporter;
    const settled = addDays(date, 2) <= to;
    for (const entry of day) writes.push(...storyOf(entry, settled ? supervisorId : null, dice));
    if (supervisorId && dice.chance(15)) writes.push(...talkOf(day[0]!, supervisorId, settled, dice));
  }
  return { entries, writes };
}

/** Writes a few approved activities of a span of dates, for what is evaluated. */
export function earlierDays(
  stage: Stage,
  reporter: Reporter,
  plans: DemoPlans,
  { from, to }: { from: string; to: string },
): { entries: EntryRow[]; writes: Statement[] } {
  const { dice } = stage;
  const dates = dice.some(workingDatesOf(stage, reporter.who, from, to), EARLIER_DAYS).toSorted();
  const entries = dates.flatMap((date) =>
    dice.some(workOn(plans, reporter, date), 2).map((work, at) => entryOf(stage, reporter, date, work, at)),
  );
  return { entries, writes: entries.flatMap((entry) => approved(entry, reporter.supervisorId, dice)) };
}

/** What somebody could have done on a date: it serves the plan of that year, or without a plan nothing that is named. */
function workOn(plans: DemoPlans, { who }: Reporter, date: string): Work[] {
  const plan = plans.of(who, Number(date.slice(0, 4)));
  const work = plan?.work.map(({ row, text }) => ({ id: row.id, text }));
  return (work ?? demoPlans.roads.map((text) => ({ id: null, text }))).flatMap(({ id, text }) =>
    text.activities.map((activity) => ({ workResultId: id, activity })),
  );
}

function entryOf(
  { dice, ids }: Stage,
  { who, actions }: Reporter,
  date: string,
  { workResultId, activity: [what, unit, most] }: Work,
  slot: number,
): EntryRow {
  const zone = zoneOfPlayer(who);
  const [startMinute, endMinute] = SLOTS[slot]!;
  const submittedAt = instantOf(date, 945 + slot * 4 + dice.number(4), zone) + dice.number(60_000);
  const action = actions.find((plan) => plan.unit === unit && fits(plan, workResultId, date));
  return {
    ...{ id: dice.id(submittedAt), number: receiptNumber(date, dice.bytes(5)), personId: ids[who] },
    ...{ localDate: date, what, startMinute, endMinute, submittedAt, zone },
    kind: workResultId === null ? 'none' : 'work_result',
    workResultId,
    actionPlanId: action && dice.chance(85) ? action.id : null,
    ...{ quantityMilli: (1 + dice.number(most)) * 1000, unit },
    ...{ status: 'submitted', revision: 1, source: null },
  };
}

/** An entry with its history: most are approved the next day, a few returned. */
function storyOf(entry: EntryRow, reviewerId: string | null, dice: Dice): Statement[] {
  const fate = dice.number(100);
  if (reviewerId === null || fate >= 75)
    return [insertEntry(entry), revisionOf(entry, 1, 'created', entry.personId, entry.submittedAt, dice)];
  return fate >= 7 ? approved(entry, reviewerId, dice) : returned(entry, reviewerId, dice);
}

function approved(entry: EntryRow, reviewerId: string | null, dice: Dice): Statement[] {
  const created = revisionOf(entry, 1, 'created', entry.personId, entry.submittedAt, dice);
  if (reviewerId === null) return [insertEntry(entry), created];
  const at = nextMorning(entry, dice);
  return [
    insertEntry({ ...entry, status: 'approved', revision: 2 }),
    created,
    revisionOf(entry, 2, 'approved', reviewerId, at, dice),
  ];
}

function returned(entry: EntryRow, reviewerId: string, dice: Dice): Statement[] {
  const at = nextMorning(entry, dice);
  const reason = dice.pick(demoRemarks.returned);
  return [
    insertEntry({ ...entry, status: 'returned', revision: 2 }),
    revisionOf(entry, 1, 'created', entry.personId, entry.submittedAt, dice),
    revisionOf(entry, 2, 'returned', reviewerId, at, dice, reason),
    remark(entry, 'returned', reviewerId, entry.personId, reason, at, dice),
  ];
}

const nextMorning = ({ localDate, zone }: EntryRow, dice: Dice) =>
  instantOf(addDays(localDate, 1), 480 + dice.number(90), zone);

function revisionOf(
  entry: EntryRow,
  revision: number,
  action: 'created' | 'approved' | 'returned',
  actorId: string,
  at: number,
  dice: Dice,
  reason: string | null = null,
): Statement {
  const { id: entryId, what, kind, workResultId, actionPlanId, startMinute, endMinute } = entry;
  const { quantityMilli, unit } = entry;
  const content = { what, kind, workResultId, actionPlanId, startMinute, endMinute, quantityMilli, unit };
  return insertRevision({ id: dice.id(at), entryId, revision, action, at, content, reason, actorId });
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
  const about = { id: dice.id(at), employeeId, localDate, entryId };
  return insertTalk({ ...about, authorId, recipientId, kind, body, at });
}
