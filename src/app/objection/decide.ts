import { type ObjectionContext, objectionDecisionForm } from '../../../conversations/objection.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { objectionById, updateObjection } from '../../../db/queries/objections.ts';
import { first, type Statement } from '../../../db/store.ts';
import { say, withButtons } from '../../core/message.ts';
import { canDecideObjection } from '../../core/permissions.ts';
import { begin } from '../drafts.ts';
import { notify } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { effectOf } from './effects.ts';
import { type ObjectionFacts, objectionFacts } from './facts.ts';
import { objectionsButton, statusText } from './view.ts';

/** A decision, or the end of an objection by its employee. */
type Verdict = 'accepted' | 'rejected';

/** Asks whoever decides for the reason of their decision. */
export async function beginDecision(session: Session, id: string, verdict: Verdict): Promise<Outcome> {
  const found = await decidable(session, id);
  if ('problem' in found) return toast(found.problem);
  return begin(session, {
    ...{ id: session.services.newId(), personId: session.person.id, form: objectionDecisionForm.id },
    ...{ subject: { objectionId: id, verdict }, answers: {}, editing: null },
    ...{ listening: false, revision: 1, updatedAt: session.now },
  });
}

/** What the form of a decision needs to know; null where somebody else has decided, or has to. */
export async function decisionContext(session: Session, draft: DraftRow): Promise<ObjectionContext | null> {
  const { t } = session;
  const { objectionId = '', verdict } = draft.subject;
  const found = await decidable(session, objectionId);
  if ('problem' in found) return null;
  const kind = found.row.subjectKind;
  return {
    ...{ t, verdict: verdict as Verdict },
    hint: verdict === 'accepted' ? t.objection.ask.effect(kind) : t.objection.ask.noEffect(),
  };
}

/** Carries out the decision that a finished form holds. */
export async function decideObjection(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const { objectionId = '' } = draft.subject;
  const verdict: Verdict = draft.subject.verdict === 'accepted' ? 'accepted' : 'rejected';
  const found = await decidable(session, objectionId);
  if ('problem' in found) return answered(say(found.problem), done);
  const { row } = found;
  const reason = String(draft.answers.reason);
  const effect =
    verdict === 'accepted'
      ? await effectOf(services, row.subjectKind, row.subjectId, {
          ...{ objectionId, decidedBy: person.id, reason, now },
        })
      : [];
  return answered(
    say(t.objection.decided(verdict, found.employee.name)),
    done,
    updateObjection(row.id, row.revision, {
      ...{ status: verdict, answer: reason, decidedAt: now, decidedBy: person.id },
    }),
    ...effect,
    ...settled(session, found, verdict),
    notify('objection_settled', `objection_settled:${row.id}`, row.personId, { objectionId }, now),
  );
}

/** Takes an own objection back, after a question. */
export async function withdrawObjection(session: Session, id: string, sure: boolean): Promise<Outcome> {
  const { services, person, t, now } = session;
  const row = await first(services.store, objectionById({ id }));
  const facts = row && (await objectionFacts(services, row));
  if (!row || !facts) return toast(t.problem.gone());
  if (row.personId !== person.id) return toast(t.problem.notYours());
  if (row.status !== 'open') return toast(statusText(session, facts));
  if (!sure) {
    const yes = objectionsButton(t.objection.button.withdrawYes(), 'withdraw!', id);
    return answered(
      withButtons(say(t.objection.withdrawAsk()), [
        { ...yes, style: 'danger' },
        objectionsButton(t.button.cancel(), 'keep', id),
      ]),
    );
  }
  return edited(
    say(t.objection.withdrawn()),
    updateObjection(id, row.revision, { status: 'withdrawn', decidedAt: now, decidedBy: person.id }),
    ...settled(session, facts, 'withdrawn'),
  );
}

/** The trace of a decision, and its news for everybody but whoever decided and the employee. */
function settled(
  { services, person, now }: Session,
  { row, employee, contest }: ObjectionFacts,
  status: Verdict | 'withdrawn',
): Statement[] {
  const told = [employee.supervisorId, contest.againstId, row.handlerId].flatMap((id) =>
    id === null || id === person.id || id === employee.id ? [] : [id],
  );
  return [
    insertAudit({
      ...{ id: services.newId(), at: now, actorId: person.id, action: `objection_${status}` },
      ...{ subject: row.id, detail: { kind: row.subjectKind } },
    }),
    ...[...new Set(told)].map((id) =>
      notify(
        'objection',
        `objection:${row.id}:settled:${id}`,
        id,
        { objectionId: row.id, step: 'settled' },
        now,
      ),
    ),
  ];
}

async function decidable(session: Session, id: string): Promise<ObjectionFacts | { problem: string }> {
  const { services, person, t } = session;
  const row = await first(services.store, objectionById({ id }));
  const facts = row && (await objectionFacts(services, row));
  if (!row || !facts) return { problem: t.problem.gone() };
  if (row.status !== 'open') return { problem: statusText(session, facts) };
  if (!canDecideObjection(person, facts.contest))
    return { problem: t.objection.problem.notHandler(facts.handlerName ?? t.objection.hr()) };
  return facts;
}
