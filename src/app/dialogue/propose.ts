import { dialogueForm } from '../../../conversations/dialogue.ts';
import { momentIn, type ProposalContext } from '../../../conversations/dialogue-parts.ts';
import type { BoundForm } from '../../../conversations/form.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { type DialogueRow, insertDialogue, workResultOwner } from '../../../db/queries/dialogues.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type PersonRow, personById, subordinatesOf } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import type { DialogueKind } from '../../core/dialogue/kinds.ts';
import { type Message, say, withButtons } from '../../core/message.ts';
import { isSupervisorOf } from '../../core/permissions.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import { planOn } from '../plan/in-force.ts';
import { type Session, zoneOf } from '../session.ts';
import { dialogueButton } from './card-buttons.ts';
import { dialogueCard } from './card-view.ts';
import { openForm } from './form-draft.ts';
import { reviewMessage } from './review-view.ts';
import { laterNotices } from './writes.ts';

/** People that are offered as buttons; others are typed. */
const MAX_PARTNERS = 20;

/** With whom somebody can have a dialogue: their supervisor, and whoever they supervise. */
export async function partnersOf({ services, person }: Session): Promise<PersonRow[]> {
  const [supervisor, team] = await Promise.all([
    person.supervisorId === null ? null : first(services.store, personById({ id: person.supervisorId })),
    services.store.all(subordinatesOf({ supervisorId: person.id })),
  ]);
  return [...(supervisor && isSupervisorOf(supervisor, person) ? [supervisor] : []), ...team];
}

/** Begins a proposal, with somebody or with whoever is to be chosen. */
export async function propose(session: Session, otherId: string | null): Promise<Outcome> {
  const { t } = session;
  const partners = await partnersOf(session);
  const [only] = partners;
  if (!only) return answered(say(t.dialogue.problem.noSupervisor()));
  if (otherId !== null)
    return partners.some(({ id }) => id === otherId)
      ? openForm(session, dialogueForm.id, { about: otherId })
      : toast(t.dialogue.problem.notPartner());
  if (partners.length === 1) return openForm(session, dialogueForm.id, { about: only.id });
  const buttons = partners.slice(0, MAX_PARTNERS).map(({ id, name }) => [dialogueButton('new', name, id)]);
  const more = partners.length > MAX_PARTNERS ? [t.dialogue.ask.moreNames()] : [];
  return answered(
    withButtons(say({ kind: 'line', parts: [{ bold: t.dialogue.ask.whom() }] }, ...more), ...buttons),
  );
}

/** Begins a proposal of guidance about a work result, by its owner or their supervisor. */
export async function proposeAbout(session: Session, workResultId: string | null): Promise<Outcome> {
  const { services, person, t } = session;
  const result =
    workResultId === null ? null : await first(services.store, workResultOwner({ id: workResultId }));
  if (!result) return toast(t.problem.gone());
  const partners = await partnersOf(session);
  const otherId = result.personId === person.id ? person.supervisorId : result.personId;
  if (!partners.some(({ id }) => id === otherId))
    return result.personId === person.id
      ? answered(say(t.dialogue.problem.noSupervisor()))
      : toast(t.problem.notYours());
  return openForm(
    session,
    dialogueForm.id,
    { about: otherId! },
    { kind: 'guidance' satisfies DialogueKind, about: workResultId! },
  );
}

/** What the questions of a proposal need to know; null where the two are not supervisor and employee any more. */
export async function proposalContext(session: Session, draft: DraftRow): Promise<ProposalContext | null> {
  const { services, person, t, locale, now, zone, today } = session;
  const other = await first(services.store, personById({ id: draft.subject.about ?? '' }));
  if (!other?.active) return null;
  if (!isSupervisorOf(other, person) && !isSupervisorOf(person, other)) return null;
  const employee = isSupervisorOf(person, other) ? other : person;
  const plan = await planOn(services.store, employee.id, today);
  return {
    ...{ t, locale, now, zone, today },
    other: { name: other.name, zone: zoneOf(other, services) },
    results: (plan?.content.results ?? []).map(({ id, number, title }) => ({ id, number, title })),
  };
}

/** The proposal as it will be sent. */
export async function proposalReview(session: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const { services, t } = session;
  const other = await first(services.store, personById({ id: draft.subject.about ?? '' }));
  return reviewMessage(session, draft, form, {
    title: t.dialogue.review.title(),
    send: t.dialogue.review.send(),
    before: [[t.dialogue.field.with(), other?.name ?? '–']],
  });
}

/** Sends a proposal; the draft's id is the dialogue's, so that it is proposed once. */
export async function finishProposal(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const context = await proposalContext(session, draft);
  const other = await first(services.store, personById({ id: draft.subject.about ?? '' }));
  const done = deleteDraft(draft.id, draft.revision);
  if (!context || !other) return answered(say(t.dialogue.problem.notPartner()), done);
  const [employee, leader] = isSupervisorOf(person, other) ? [other, person] : [person, other];
  const { kind, at, place, about, reason } = draft.answers;
  const row: DialogueRow = {
    id: draft.id,
    employeeId: employee.id,
    leaderId: leader.id,
    kind: kind as DialogueKind,
    status: 'proposed',
    startsAt: momentIn(at),
    proposedBy: person.id,
    place: (place as string | null) ?? null,
    reason: (reason as string | null) ?? null,
    workResultId: context.results.find(({ id }) => id === about)?.id ?? null,
    minutes: null,
    minutesRevision: 0,
    minutesBy: null,
    employeeConfirmedAt: null,
    leaderConfirmedAt: null,
    heldOn: null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  const meeting = { row, employee, leader };
  const payload = { dialogueId: row.id, revision: 1, event: 'proposed' as const };
  return answered(
    await dialogueCard(session, meeting, t.dialogue.said.proposed(other.name)),
    done,
    insertDialogue(row),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: person.id,
      action: 'dialogue.proposed',
      subject: row.id,
      detail: { kind: row.kind, startsAt: row.startsAt },
    }),
    notify('dialogue', `dialogue:${row.id}:1:${other.id}`, other.id, payload, now),
    ...(await laterNotices(services, meeting, row, now)),
  );
}
