import { bind } from '../../../conversations/form.ts';
import {
  type SupervisionContext,
  supervisionForm,
  supervisionIn,
} from '../../../conversations/supervision.ts';
import { type DraftRow, deleteDraft, saveDraft } from '../../../db/queries/drafts.ts';
import { allUnits } from '../../../db/queries/people.ts';
import { staffDirectory } from '../../../db/queries/supervisions.ts';
import { longDate } from '../../core/local-time.ts';
import { type Message, say, withButtons } from '../../core/message.ts';
import { canManageStaff } from '../../core/permissions.ts';
import { isActing } from '../../core/staffing/supervision.ts';
import { draftButton, draftMessage } from '../draft-view.ts';
import { answered, noted, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { decideChange, planChange, refusal } from './change-plan.ts';
import { supervisionWrites } from './supervision.ts';

/** Names that are shown of those whom a change concerns. */
const MAX_NAMES = 10;

/** What the questions about a change of supervisors need to know; null for whoever may not order one. */
export async function supervisionContext(session: Session): Promise<SupervisionContext | null> {
  const { services, person, t, locale, today } = session;
  if (!canManageStaff(person)) return null;
  const [people, units] = await Promise.all([
    services.store.all(staffDirectory()),
    services.store.all(allUnits()),
  ]);
  return { t, locale, today, people, units };
}

/** A change of supervisors that has not been described yet, or only whom it is about. */
export function supervisionDraft({ services, person, now }: Session): DraftRow {
  return {
    ...{ id: services.newId(), personId: person.id, form: supervisionForm.id, subject: {}, answers: {} },
    ...{ editing: null, listening: false, revision: 1, updatedAt: now },
  };
}

/** Whom a change concerns, when it is in force, and what follows; or why it is refused. */
export async function supervisionReview(session: Session, draft: DraftRow): Promise<Message> {
  const { t, locale, services, today } = session;
  const context = await supervisionContext(session);
  if (!context) return say(t.staffing.onlyHr());
  const texts = t.staffing.review;
  const given = supervisionIn(draft.answers);
  const plan = await planChange(services, given, today);
  const op = draftButton(draft);
  const fields = bind(supervisionForm, context)
    .shown(draft)
    .flatMap(({ label, value }): [string, string][] => (value === null ? [] : [[label, value]]));
  const shown = [
    { kind: 'title', text: texts.title() },
    { kind: 'fields', rows: fields },
  ] as const;
  if (!plan.ok)
    return withButtons(say(...shown, refusal(t, plan, given.to.name)), [
      op('menu', t.button.change()),
      op('cancel', t.button.cancel()),
    ]);
  const names = plan.people.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = plan.people.length - names.length;
  const past = given.toDate !== null && given.toDate < today;
  const when = past
    ? texts.past()
    : given.fromDate > today
      ? texts.later(longDate(given.fromDate, locale))
      : texts.atOnce();
  return withButtons(
    say(
      ...shown,
      texts.people(plan.people.length, [...names, ...(more > 0 ? [texts.more(more)] : [])].join(', ')),
      when,
      ...(isActing(given) && !past ? [texts.back()] : []),
    ),
    [
      { ...op('confirm', t.button.save()), style: 'primary' },
      op('menu', t.button.change()),
      op('cancel', t.button.cancel()),
    ],
  );
}

/** Carries out a change of supervisors, at once or on its date. */
export async function saveSupervision(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, locale, now, today } = session;
  const context = await supervisionContext(session);
  const done = deleteDraft(draft.id, draft.revision);
  if (!context) return answered(say(t.staffing.onlyHr()), done);
  const given = supervisionIn(draft.answers);
  const plan = await planChange(services, given, today);
  if (!plan.ok) return refused(session, draft, context, refusal(t, plan, given.to.name));
  const decisions = await decideChange(services, plan.people, given, person.id, now);
  const writes = await supervisionWrites(services, decisions, now);
  const moved = decisions.filter(({ move }) => move !== null).length;
  const texts = t.staffing;
  const said =
    given.fromDate > today
      ? [texts.saved.later(plan.people.length, given.to.name, longDate(given.fromDate, locale))]
      : given.toDate !== null && given.toDate < today
        ? [texts.review.past()]
        : [
            texts.saved.atOnce(plan.people.length, given.to.name),
            ...(moved > 0 ? [texts.saved.report()] : []),
          ];
  return answered(say(...said), done, ...writes);
}

/** Says why, and asks for another supervisor or another date. */
async function refused(
  session: Session,
  draft: DraftRow,
  context: SupervisionContext,
  problem: string,
): Promise<Outcome> {
  const form = bind(supervisionForm, context);
  const changed: DraftRow = { ...draft, editing: 'to', listening: true, updatedAt: session.now };
  const shown = await draftMessage(session, { ...changed, revision: draft.revision + 1 }, form);
  return noted(answered(shown, saveDraft(changed)), [problem]);
}
