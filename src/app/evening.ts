import { createHash } from 'node:crypto';
import { activityForm } from '../../conversations/activity.ts';
import { type BoundForm, bind } from '../../conversations/form.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { type EntryRow, entriesBetween } from '../../db/queries/entries.ts';
import { encodeAction } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { type Block, type Button, type Message, silence, withButtons } from '../core/message.ts';
import { sameText } from '../core/same-text.ts';
import { activityContext } from './activity-draft.ts';
import { daysOf } from './calendar-facts.ts';
import { draftButton } from './draft-view.ts';
import { newEntry } from './entries.ts';
import { clip } from './entry-view.ts';
import { refreshCard } from './notices.ts';
import { activityDrafts, hasAnswers } from './open-drafts.ts';
import { edited, type Outcome, toast } from './outcome.ts';
import { plannedOn } from './plan/planned.ts';
import { putRight } from './put-right.ts';
import { receiptList } from './receipt.ts';
import type { Session } from './session.ts';

/** An activity that is begun and not stored, and what keeps it from being stored with the others. */
interface Waiting {
  draft: DraftRow;
  form: BoundForm;
  /** Names of what it lacks. */
  missing: string[];
  /** Why it has to be looked at on its own although it is complete. */
  alone: string | null;
}

/** All activities that wait, on one screen: what each lacks, and one button that stores those that are complete. */
export async function eveningScreen(session: Session, drafts: DraftRow[]): Promise<Message> {
  return screen(session, await look(session, drafts));
}

/** Stores every complete activity of the list that was shown, all or none. */
export async function saveComplete(session: Session, state: string): Promise<Outcome> {
  const { services, person, t } = session;
  const waiting = await look(session, (await activityDrafts(services, person)).filter(hasAnswers));
  const ready = waiting.filter(isReady);
  if (ready.length === 0) return toast(t.draft.alreadyDone());
  if (stateOf(ready) !== state) {
    const { reply } = edited(screen(session, waiting));
    return { reply: { ...reply, toast: t.fieldMode.evening.changed() }, writes: [] };
  }
  const saved = [];
  for (const { draft } of ready) {
    const date = String(draft.answers.date);
    saved.push(newEntry(session, draft, await plannedOn(session, date)));
  }
  const dates = new Set(saved.map(({ entry }) => entry.localDate));
  const rest = waiting.filter((one) => !ready.includes(one));
  const entries = saved.map(({ entry }) => entry);
  const days = new Map<string, EntryRow[]>();
  for (const date of dates) {
    const stored = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
    days.set(date, [...stored, ...entries.filter((entry) => entry.localDate === date)]);
  }
  return {
    reply: {
      ...silence,
      edit: await receiptList(session, entries, days),
      messages: rest.length > 0 ? [screen(session, rest)] : [],
    },
    writes: [
      ...saved.flatMap(({ writes }) => writes),
      ...[...dates].flatMap((date) => refreshCard(person, date, session.now)),
      ...(await putRight(services, person.id, spanOf(dates))),
    ],
  };
}

function spanOf(dates: ReadonlySet<string>): { from: string; to: string } {
  const sorted = [...dates].sort();
  return { from: sorted[0]!, to: sorted.at(-1)! };
}

async function look(session: Session, drafts: DraftRow[]): Promise<Waiting[]> {
  const { services, person, t, now } = session;
  const dates = drafts.map(({ answers }) => String(answers.date)).sort();
  const span = { from: dates[0] ?? session.today, to: dates.at(-1) ?? session.today };
  const [stored, days] = await Promise.all([
    services.store.all(entriesBetween({ personId: person.id, ...span })),
    daysOf(services, person, span),
  ]);
  const known = stored.map(({ localDate, what, number }) => ({ localDate, what, number }));
  const waiting: Waiting[] = [];
  for (const draft of drafts) {
    const form = bind(activityForm, await activityContext(session, draft));
    const missing = form.missing(draft);
    const [date, what] = [String(draft.answers.date), String(draft.answers.what)];
    const same = known.find((one) => one.localDate === date && sameText(one.what, what));
    const { opensAt, graceUntil } = days.window(date);
    let alone: string | null = null;
    if (missing.length === 0) {
      if (same) alone = t.fieldMode.evening.same(same.number);
      else if (now < opensAt || now > graceUntil) alone = t.fieldMode.evening.outside();
      else known.push({ localDate: date, what, number: t.fieldMode.evening.item(waiting.length + 1) });
    }
    waiting.push({ draft, form, missing, alone });
  }
  return waiting;
}

const isReady = ({ missing, alone }: Waiting) => missing.length === 0 && alone === null;

/** A short name of the drafts that are complete, as they are now. */
function stateOf(ready: Waiting[]): string {
  const names = ready.map(({ draft }) => `${draft.id}:${draft.revision}`).sort();
  return createHash('sha256').update(names.join(' ')).digest('base64url').slice(0, 8);
}

function screen(session: Session, waiting: Waiting[]): Message {
  const { evening } = session.t.fieldMode;
  const blocks: Block[] = [{ kind: 'title', text: evening.title(waiting.length) }];
  waiting.forEach((one, index) => {
    blocks.push({ kind: 'line', parts: [{ bold: `${index + 1}. ${nameOf(one, session)}` }] });
    blocks.push({ kind: 'note', text: detailsOf(one, session).join(' · ') });
  });
  const complete = waiting.map(({ draft }, index) => draftButton(draft)('open', evening.complete(index + 1)));
  const ready = waiting.filter(isReady);
  const save = encodeAction({ do: 'drafts', op: 'save', state: stateOf(ready) });
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...threes(complete),
    ready.length > 0 ? [{ label: evening.save(ready.length), action: save, style: 'primary' }] : [],
    [{ label: session.t.button.startOver(), action: encodeAction({ do: 'drafts', op: 'new' }) }],
  );
}

function nameOf({ draft }: Waiting, { t }: Session): string {
  return typeof draft.answers.what === 'string'
    ? clip(draft.answers.what, 100)
    : t.fieldMode.evening.unnamed();
}

function detailsOf({ draft, form, missing, alone }: Waiting, { t, today, locale }: Session): string[] {
  const date = String(draft.answers.date);
  const said = form.shown(draft).filter(({ id, value }) => value !== null && id !== 'what' && id !== 'date');
  const state = missing.length > 0 ? t.fieldMode.evening.missing(missing.join(', ')) : alone;
  return [
    ...(date === today ? [] : [longDate(date, locale)]),
    ...said.map(({ id, label, value }) => clip(id === 'obstacle' ? `${label}: ${value}` : (value ?? ''), 60)),
    state ?? t.fieldMode.evening.ready(),
  ];
}

function threes(buttons: Button[]): Button[][] {
  return buttons.flatMap((_, at) => (at % 3 === 0 ? [buttons.slice(at, at + 3)] : []));
}
