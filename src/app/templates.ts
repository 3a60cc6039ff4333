import { deleteDraft, insertDraft } from '../../db/queries/drafts.ts';
import { entriesBetween, lastDayBefore } from '../../db/queries/entries.ts';
import { deleteTemplate, insertTemplate, type TemplateRow, templatesOf } from '../../db/queries/templates.ts';
import { first, type Statement } from '../../db/store.ts';
import { type Action, encodeAction } from '../core/action.ts';
import { addDays, shortDate, weekday, weekdayName } from '../core/local-time.ts';
import { type Block, type Button, type Message, replyWith, say, withButtons } from '../core/message.ts';
import { newActivity } from './activity-draft.ts';
import { answersOf } from './entry-content.ts';
import { clip } from './entry-view.ts';
import { eveningScreen } from './evening.ts';
import { activityDrafts, hasAnswers } from './open-drafts.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import { workResultsOn } from './plan/in-force.ts';
import type { Session } from './session.ts';

/** Activities of one template at most. */
const MAX_ACTIVITIES = 10;

/** Answers `templat`: what is repeated on which weekday, and what can be done with it. */
export async function templates(session: Session): Promise<Outcome> {
  return answered(await overview(session, await mine(session)));
}

/** Does what a button of a template says. */
export async function pressTemplate(
  session: Session,
  action: Extract<Action, { do: 'template' }>,
): Promise<Outcome> {
  if (action.op === 'save') return saveTemplate(session, action.date);
  const { person, t, locale } = session;
  const rows = await mine(session);
  const day = rows.filter((row) => row.weekday === action.weekday);
  const name = weekdayName(action.weekday, locale);
  if (day.length === 0) return toast(t.fieldMode.template.gone(name));
  if (action.op === 'use') return useTemplate(session, day);
  const rest = rows.filter((row) => row.weekday !== action.weekday);
  return changed(session, rest, t.fieldMode.template.deleted(name), [
    deleteTemplate(person.id, action.weekday),
  ]);
}

/** The button that uses the template of today's weekday; null where there is none. */
export async function templateOffer(session: Session): Promise<Button | null> {
  return useButton(session, await mine(session));
}

/** Keeps the activities of a reported day, without their evidence, as the template of its weekday. */
async function saveTemplate(session: Session, date: string): Promise<Outcome> {
  const { services, person, t, locale } = session;
  const day = weekday(date);
  const all = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  if (all.length === 0) return toast(t.talk.noEntries());
  const results = await workResultsOn(services.store, person.id, date);
  const numbers = new Map(results.map((r) => [r.id, r.number]));
  const activities = all.slice(0, MAX_ACTIVITIES).map((entry) => answersOf(entry, numbers, []));
  const others = (await mine(session)).filter((row) => row.weekday !== day);
  const rows = activities.map((answers, position): TemplateRow => {
    return { id: '', personId: person.id, weekday: day, position, answers };
  });
  const shown = [...others, ...rows].sort((a, b) => a.weekday - b.weekday || a.position - b.position);
  const said = t.fieldMode.template.saved(weekdayName(day, locale), activities.length, all.length);
  return changed(session, shown, said, [
    deleteTemplate(person.id, day),
    insertTemplate(person.id, day, activities),
  ]);
}

/** Makes today's drafts of a template and shows them with whatever else waits. */
async function useTemplate(session: Session, rows: TemplateRow[]): Promise<Outcome> {
  const { services, person, t, locale } = session;
  const drafts = rows.map(({ answers }) => newActivity(session, answers));
  const begun = await activityDrafts(services, person);
  const waiting = begun.filter(hasAnswers);
  // A question that was begun without an answer must not swallow what is typed next.
  const empty = begun.filter((draft) => !hasAnswers(draft));
  const day = weekdayName(rows[0]!.weekday, locale);
  const said = say(t.fieldMode.template.used(day, drafts.length));
  return {
    reply: replyWith(said, await eveningScreen(session, [...waiting, ...drafts])),
    writes: [...empty.map(({ id, revision }) => deleteDraft(id, revision)), ...drafts.map(insertDraft)],
  };
}

const mine = ({ services, person }: Session) => services.store.all(templatesOf({ personId: person.id }));

/** The list after a change, with what has happened above it. */
async function changed(
  session: Session,
  rows: TemplateRow[],
  said: string,
  writes: Statement[],
): Promise<Outcome> {
  const list = await overview(session, rows);
  return edited({ ...list, blocks: [{ kind: 'line', parts: [said] }, ...list.blocks] }, ...writes);
}

async function overview(session: Session, rows: TemplateRow[]): Promise<Message> {
  const { services, person, t, locale, today } = session;
  const texts = t.fieldMode.template;
  const last = await first(services.store, lastDayBefore({ personId: person.id, before: addDays(today, 1) }));
  const days = [...new Set(rows.map((row) => row.weekday))];
  const blocks: Block[] = [{ kind: 'title', text: texts.title() }];
  for (const day of days) {
    const items = rows.filter((row) => row.weekday === day).map(({ answers }) => String(answers.what));
    blocks.push({ kind: 'line', parts: [{ bold: texts.day(weekdayName(day, locale), items.length) }] });
    blocks.push({ kind: 'list', items: items.map((what) => [clip(what, 100)]) });
  }
  if (days.length === 0) blocks.push({ kind: 'line', parts: [texts.none()] });
  if (!last) blocks.push({ kind: 'line', parts: [texts.reportFirst()] });
  const use = useButton(session, rows);
  return withButtons(
    { blocks, buttons: [], files: [] },
    use ? [{ ...use, style: 'primary' }] : [],
    last ? [saveButton(last.localDate)] : [],
    ...days.map((day) => [
      {
        label: texts.delete(weekdayName(day, locale)),
        action: encodeAction({ do: 'template', op: 'delete', weekday: day }),
      },
    ]),
  );

  function saveButton(date: string): Button {
    const day = weekday(date);
    const label = days.includes(day) ? texts.replace : texts.save;
    return {
      label: label(weekdayName(day, locale), shortDate(date, locale, today)),
      action: encodeAction({ do: 'template', op: 'save', date }),
    };
  }
}

function useButton({ t, locale, today }: Session, rows: TemplateRow[]): Button | null {
  const day = weekday(today);
  const count = rows.filter((row) => row.weekday === day).length;
  if (count === 0) return null;
  return {
    label: t.fieldMode.template.use(weekdayName(day, locale), count),
    action: encodeAction({ do: 'template', op: 'use', weekday: day }),
  };
}
