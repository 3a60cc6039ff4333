import type { DraftRow } from '../../../db/queries/drafts.ts';
import { updatePlanVersion } from '../../../db/queries/plan-versions.ts';
import { longDate } from '../../core/local-time.ts';
import { say } from '../../core/message.ts';
import type { PlanContent } from '../../core/plan/content.ts';
import { notify } from '../notices.ts';
import { answered, edited, noted, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { dateSentence, decidable, type Found, nameOf } from './access.ts';
import { agreementWrites } from './agreement-writes.ts';
import { step } from './facts.ts';
import { proposalMessage } from './messages.ts';

/** Does what the button says that agrees to a proposal as it was shown. */
export async function pressAgree(session: Session, id: string | null, arg: string): Promise<Outcome> {
  const { t } = session;
  const found = await decidable(session, id);
  if ('refused' in found) return toast(found.refused);
  const { version, facts } = found;
  if (String(version.revision) === arg) return inPlace(await agreeProposal(session, found, version.fromDate));
  const { reply } = edited(await proposalMessage(session, version, facts));
  return { reply: { ...reply, toast: t.plan.refused.changed() }, writes: [] };
}

/** Agrees from the date that a form holds, unless the proposal has changed since it was opened. */
export async function agreeFromForm(session: Session, found: Found, draft: DraftRow): Promise<Outcome> {
  const { version, facts } = found;
  if (String(version.revision) === draft.subject.revision)
    return agreeProposal(session, found, String(draft.answers.from));
  return noted(answered(await proposalMessage(session, version, facts)), [session.t.plan.refused.changed()]);
}

/** Agrees to a proposal from a date on: it is in force from then, and the one before ends the day before. */
export async function agreeProposal(
  session: Session,
  { version, facts }: Found,
  from: string,
): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const decision = { at: now, by: person.id, remark: null };
  const agreement = agreementWrites(services, facts, version, from, decision);
  if ('problem' in agreement) return answered(say(dateSentence(session, facts, agreement)));
  return answered(
    say(t.plan.decided.agreed(facts.owner.name, longDate(from, locale))),
    ...agreement.writes,
    step(facts, now, person.id, 'agreed', { version: version.id, from }).write,
    decidedNotice(version, now),
  );
}

/** Returns a proposal with a reason; its owner improves it and proposes it again. */
export async function returnProposal(
  session: Session,
  { version, facts }: Found,
  reason: string,
): Promise<Outcome> {
  const { person, t, now } = session;
  return answered(
    say(t.plan.decided.returned(facts.owner.name), { kind: 'quote', text: reason }),
    updatePlanVersion(version.id, version.revision, {
      ...{ status: 'returned' as const, remark: reason, decidedAt: now, decidedBy: person.id },
    }),
    step(facts, now, person.id, 'returned', { version: version.id }).write,
    decidedNotice(version, now),
  );
}

/** Sets what the supervisor expects especially, and the annexes, in a proposal. */
export async function expect(
  session: Session,
  { version, facts }: Found,
  said: Pick<PlanContent, 'expectations' | 'annexes'>,
): Promise<Outcome> {
  const { person, t, now } = session;
  const content = { ...version.content, ...said };
  const changed = { ...version, content, revision: version.revision + 1 };
  const message = await proposalMessage(session, changed, facts);
  const { name } = facts.owner;
  return answered(
    {
      ...message,
      blocks: [{ kind: 'line', parts: [t.plan.form.saved.expectations(name)] }, ...message.blocks],
    },
    updatePlanVersion(version.id, version.revision, { content }),
    step(facts, now, person.id, 'expected', { version: version.id }).write,
  );
}

/** Asks the owner of a proposal something; the question stays with it. */
export async function askAbout(session: Session, { version, facts }: Found, body: string): Promise<Outcome> {
  const { person, t, now } = session;
  const { owner } = facts;
  const asked = step(facts, now, person.id, 'asked', { version: version.id, body });
  return answered(
    say(t.plan.form.saved.question(owner.name)),
    asked.write,
    notify(
      'plan_question',
      `plan_question:${asked.id}`,
      owner.id,
      { versionId: version.id, stepId: asked.id },
      now,
    ),
  );
}

/** Answers a question about the own plan; the answer goes to the supervisor of now. */
export async function answerQuestion(
  session: Session,
  { version, facts }: Found,
  body: string,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const { owner } = facts;
  if (owner.id !== person.id) return answered(say(t.plan.refused.notYours()));
  if (owner.supervisorId === null) return answered(say(t.plan.refused.noSupervisor()));
  const to = owner.supervisorId;
  const given = step(facts, now, person.id, 'answered', { version: version.id, body });
  const supervisor = await nameOf({ services }, to);
  return answered(
    say(t.plan.form.saved.question(supervisor)),
    given.write,
    notify('plan_answer', `plan_answer:${given.id}`, to, { versionId: version.id, stepId: given.id }, now),
  );
}

function decidedNotice({ id, personId, revision }: Found['version'], now: number) {
  const key = `plan_decided:${id}:${revision}`;
  return notify('plan_decided', key, personId, { versionId: id, at: now }, now);
}

function inPlace(outcome: Outcome): Outcome {
  const [message, ...more] = outcome.reply.messages;
  return message && more.length === 0 ? edited(message, ...outcome.writes) : outcome;
}
