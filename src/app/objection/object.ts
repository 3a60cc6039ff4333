import { type ObjectionContext, objectionForm } from '../../../conversations/objection.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { insertObjection, type ObjectionRow, objectionsAbout } from '../../../db/queries/objections.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { addDays, longDate } from '../../core/local-time.ts';
import { say } from '../../core/message.ts';
import { admit, SUBJECT_KINDS, type SubjectKind } from '../../core/objection/admissible.ts';
import { loadRules } from '../calendar-facts.ts';
import { begin } from '../drafts.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';
import { dueDate, type Placement, placement, startOfWork } from './place.ts';
import { loadSubject, type Subject } from './subject.ts';

/** What an objection would be: its subject, who decides, and until when; or a sentence why there cannot be one. */
type Prospect =
  | { problem: string }
  | { subject: Subject; place: Placement; dueOn: string; earlier: ObjectionRow[] };

/** Begins an objection to something of one's own. */
export async function beginObjection(session: Session, kind: string, id: string | null): Promise<Outcome> {
  const subjectKind = SUBJECT_KINDS.find((one) => one === kind);
  if (!subjectKind || id === null) return toast(session.t.problem.unknownButton());
  const prospect = await prospectOf(session, subjectKind, id);
  if ('problem' in prospect) return toast(prospect.problem);
  return begin(session, {
    ...{ id: session.services.newId(), personId: session.person.id, form: objectionForm.id },
    ...{ subject: { kind: subjectKind, subjectId: id }, answers: {}, editing: null },
    ...{ listening: false, revision: 1, updatedAt: session.now },
  });
}

/** What the form needs to know; null where there cannot be an objection any more. */
export async function objectionContext(session: Session, draft: DraftRow): Promise<ObjectionContext | null> {
  const { t, locale } = session;
  const { kind, subjectId = '' } = draft.subject;
  const prospect = await prospectOf(session, kind as SubjectKind, subjectId);
  if ('problem' in prospect) return null;
  const { place, dueOn, subject } = prospect;
  const name = place.handler.kind === 'person' ? (place.deciders[0]?.name ?? '') : t.objection.hr();
  const shown = subject.kind === 'feedback' ? ` ${t.objection.ask.feedbackIsShown()}` : '';
  return { t, verdict: null, hint: `${t.objection.ask.handler(name, longDate(dueOn, locale))}${shown}` };
}

/** Files the objection that a finished form holds. */
export async function fileObjection(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const { kind, subjectId = '' } = draft.subject;
  const prospect = await prospectOf(session, kind as SubjectKind, subjectId);
  if ('problem' in prospect) return answered(say(prospect.problem), done);
  const { subject, place, dueOn, earlier } = prospect;
  const { handler } = place;
  const row: ObjectionRow = {
    ...{ id: services.newId(), personId: person.id, subjectKind: subject.kind, subjectId },
    ...{ reason: String(draft.answers.reason), status: 'open', dueOn, revision: 1, createdAt: now },
    handlerId: handler.kind === 'person' ? handler.id : null,
    ...{ answer: null, decidedAt: null, decidedBy: null },
  };
  const name = handler.kind === 'person' ? (place.deciders[0]?.name ?? '') : t.objection.hr();
  return answered(
    say({ kind: 'title', text: t.objection.filed() }, t.objection.waiting(name, longDate(dueOn, locale)), {
      kind: 'note',
      text: t.objection.filedNote(),
    }),
    done,
    insertObjection(row),
    // Numbered, so that of two objections to the same thing at once one is decided again.
    insertAudit({
      ...{ id: `objection|${subjectId}|${earlier.length}`, at: now, actorId: person.id },
      ...{ action: 'objection_filed', subject: row.id, detail: { kind: subject.kind } },
    }),
    ...(await filingNotices(services, row, person, subject.againstId, place, now)),
  );
}

/** Those who decide are told at once and again on the last day, and HR when it has passed; the other side is informed. */
export async function filingNotices(
  services: Pick<Services, 'store' | 'agency'>,
  row: ObjectionRow,
  employee: PersonRow,
  againstId: string | null,
  { deciders, hr }: Placement,
  now: number,
): Promise<Statement[]> {
  const key = (step: string, id: string) => `objection:${row.id}:${step}:${id}`;
  const due = await Promise.all(deciders.map((one) => startOfWork(services, one, row.dueOn)));
  const late = hr.filter(({ id }) => id !== employee.id && id !== againstId);
  const overdue = await Promise.all(late.map((one) => startOfWork(services, one, addDays(row.dueOn, 1))));
  const deciding = new Set(deciders.map(({ id }) => id));
  const informed = [employee.supervisorId, againstId].flatMap((id) =>
    id === null || deciding.has(id) || id === employee.id ? [] : [id],
  );
  const notice = (step: 'new' | 'due' | 'late', id: string, dueAt = now) =>
    notify('objection', key(step, id), id, { objectionId: row.id, step }, now, Math.max(dueAt, now));
  return [
    ...deciders.flatMap(({ id }, index) => [notice('new', id), notice('due', id, due[index])]),
    ...[...new Set(informed)].map((id) => notice('new', id)),
    ...late.map(({ id }, index) => notice('late', id, overdue[index])),
  ];
}

async function prospectOf(session: Session, kind: SubjectKind, id: string): Promise<Prospect> {
  const { services, person, t, today, now } = session;
  const { store } = services;
  const subject = await loadSubject(store, kind, id);
  if (!subject) return { problem: t.problem.gone() };
  if (subject.employeeId !== person.id) return { problem: t.problem.notYours() };
  if (!subject.contestable) return { problem: t.objection.problem.notContestable(kind) };
  const earlier = await store.all(objectionsAbout({ subjectId: id }));
  const admission = admit(earlier, subject.actAt);
  if (admission !== 'admitted') return { problem: t.objection.problem[admission]() };
  const place = await placement(services, person, subject.againstId);
  const [first] = place.deciders;
  if (!first) return { problem: t.objection.problem.nobody() };
  const { objectionDays } = (await loadRules(store))(today, person.unitId);
  return { subject, place, earlier, dueOn: await dueDate(services, first, objectionDays, now) };
}
