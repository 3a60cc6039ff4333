import { insertNotice, type OutboxRow, wantNotice, wantNoticeSoon } from '../../db/queries/outbox.ts';
import { allPeople } from '../../db/queries/people.ts';
import type { Statement } from '../../db/store.ts';
import type { Platform } from '../core/model.ts';
import { isHr } from '../core/permissions.ts';
import type { Services } from './services.ts';

/** Everything that leaves the outbox besides answers, by kind; each says what it is about, never its text. */
export interface NoticePayloads {
  /** The card of an employee's day for the supervisor. */
  card: { employeeId: string; date: string };
  /** A remark for its recipient. */
  talk: { talkId: string };
  /** The question to report, at a slot. */
  prompt: { date: string; slot: string };
  /** A change of somebody's absences, as it stands in the audit trail. */
  absence: { change: string };
  /** A prompt that was sent, as its day stands now. */
  prompt_done: { postingId: string; date: string };
  /** The list of a team's days for its supervisor; `at` is when it was decided (ms UTC). */
  digest: { at: number };
  /** A draft whose album is complete, for its owner. */
  album: { draftId: string };
  /** HR decides whether the reason for a late report is accepted. */
  lateness: { latenessId: string };
  /** An employee learns what HR decided about their late report. */
  lateness_decided: { latenessId: string };
  /** A work result has been quiet since a local date. */
  radar: { workResultId: string; from: string };
  /** An objection, for those who decide it and those who have to know of it; `step` is what has happened. */
  objection: { objectionId: string; step: ObjectionStep };
  /** An objection was decided, for the employee. */
  objection_settled: { objectionId: string };
  /** Windows that an outage hit are extended. */
  extension: { outageId: string };
  /** HR learns that somebody cannot be reached. */
  unreachable: { accountId: string };
  /** A file could not be downloaded. */
  evidence_failed: { evidenceId: string };
  /** An older account learns that a newer one took over. */
  replaced: { platform: Platform; address: string };
  /** A round of HR's announcement, for one recipient. */
  announcement: { roundId: string };
  /** How an announcement stands, for its author. */
  board: { announcementId: string };
  /** Contributions that a leader has shared out of the role matrix. */
  roles: { leaderId: string; year: number; cellIds: string[] };
  /** A shared contribution that was changed or withdrawn; `revision` is the cell's since then. */
  role_changed: { cellId: string; revision: number };
  /** An employee learns who assesses them from now on. */
  supervision: { handoverId: string };
  /** A former supervisor is asked for a note to whoever follows; the people of one change together. */
  handover_out: { handovers: string[] };
  /** A new supervisor learns whom they assess, since when, and what is open. */
  handover_in: { handovers: string[] };
  /** A new supervisor reads the note of the former one. */
  handover_note: { handovers: string[] };
  /** HR learns whether everybody has been told about a change of supervisors. */
  handover_report: { handovers: string[] };
  /** HR learns that somebody has left, and whom they leave behind. */
  leaver: { personId: string };
  /** A step of the administrative reminders, for the employee. */
  admin_reminder: { reminderId: string };
  /** The same for their supervisor. */
  admin_copy: { reminderId: string };
  /** HR reads who is still incomplete after all steps. */
  admin_list: { reminders: string[] };
  /** What happened to a performance dialogue, at its revision then. */
  dialogue: { dialogueId: string; revision: number; event: DialogueEvent };
  /** A message that shows a dialogue, as it stands now. */
  dialogue_state: { dialogueId: string; postingId: string };
  /** The page for both sides of an agreed dialogue. */
  dialogue_kit: { dialogueId: string; revision: number };
  /** What one side prepared and has shared. */
  dialogue_answers: { dialogueId: string; authorId: string; revision: number };
  /** A commitment is due soon, or was due. */
  commitment: { commitmentId: string; revision: number; when: 'before' | 'after' };
  /** The other side learns what became of a commitment. */
  commitment_changed: { commitmentId: string; revision: number };
  /** Shared feedback for the employee it is about. */
  feedback: { feedbackId: string };
  /** Shared feedback for the employee's supervisor, where its author chose so. */
  feedback_copy: { feedbackId: string };
  /** Praise for a colleague, for one of the team. */
  feedback_praise: { feedbackId: string };
  /** An answer to feedback, for the other side. */
  feedback_reply: { replyId: string };
  /** Somebody is asked for feedback; `revision` is the request's, so that one that was handed over is not meant. */
  feedback_request: { requestId: string; revision: number };
  /** The one reminder of a request. */
  feedback_reminder: { requestId: string; revision: number };
  /** Whoever asked for feedback learns why there is none now. */
  feedback_declined: { requestId: string };
  /** The evaluation of a period can begin, or is soon due, for its employee. */
  evaluation_due: { period: string; step: 'opened' | 'reminder' };
  /** An evaluation waits for whoever rates it, since a step of its trail. */
  evaluation_task: { evaluationId: string; revision: number };
  /** What became of an evaluation, for its employee: a step of its trail. */
  evaluation_result: { evaluationId: string; revision: number };
  /** A locked period was opened again, for whoever is concerned. */
  evaluation_unlocked: { lockId: string };
  /** Evaluations of a period are overdue at whoever rates them. */
  evaluation_waiting: { period: string };
  /** Evaluations of a period are overdue, for HR. */
  evaluation_overdue: { period: string };
  /** A proposed plan for the supervisor, as it was proposed at an instant (ms UTC). */
  plan_proposed: { versionId: string; at: number };
  /** What the supervisor decided at an instant (ms UTC) about a proposed plan. */
  plan_decided: { versionId: string; at: number };
  /** The supervisor asks about a proposed plan; the step of its trail holds the words. */
  plan_question: { versionId: string; stepId: string };
  /** Its owner answers. */
  plan_answer: { versionId: string; stepId: string };
  /** A draft of a plan was prepared because its owner moves. */
  plan_moved: { versionId: string };
  /** A file is to be downloaded. */
  fetch: { evidenceId: string; platform: Platform; ref: string };
}

/** What has happened to an objection: it came, is due, is overdue, or was settled. */
export type ObjectionStep = 'new' | 'due' | 'late' | 'settled';
/** What happens to a performance dialogue; `waiting`: nothing has happened for a while. */
export type DialogueEvent =
  | 'proposed'
  | 'moved'
  | 'agreed'
  | 'declined'
  | 'cancelled'
  | 'held'
  | 'minutes'
  | 'corrected'
  | 'confirmed'
  | 'handed_over'
  | 'waiting';

/** The kinds of notices. */
export type NoticeKind = keyof NoticePayloads;

/** Wants a notice to leave once, whatever happens again under the same key. */
export function notify<K extends NoticeKind>(
  kind: K,
  key: string,
  personId: string | null,
  payload: NoticePayloads[K],
  now: number,
  dueAt = now,
): Statement {
  return insertNotice({ ...noticeRow(kind, key, personId, payload, now), dueAt });
}

/** Wants a notice to leave, again if it has left before: what it shows has changed. */
export function refresh<K extends NoticeKind>(
  kind: K,
  key: string,
  personId: string | null,
  payload: NoticePayloads[K],
  now: number,
): Statement {
  return wantNotice(noticeRow(kind, key, personId, payload, now));
}

/** Wants a notice to leave after some milliseconds at the latest, again if it has left before. */
export function refreshSoon<K extends NoticeKind>(
  kind: K,
  key: string,
  personId: string | null,
  payload: NoticePayloads[K],
  now: number,
  withinMs: number,
): Statement {
  return wantNoticeSoon({ ...noticeRow(kind, key, personId, payload, now), dueAt: now + withinMs });
}

/** Wants the supervisor's card of an employee's day to be posted or updated; nothing without a supervisor. */
export function refreshCard(
  employee: { id: string; supervisorId: string | null },
  date: string,
  now: number,
): Statement[] {
  if (!employee.supervisorId) return [];
  const key = `card:${employee.id}:${date}:${employee.supervisorId}`;
  return [refresh('card', key, employee.supervisorId, { employeeId: employee.id, date }, now)];
}

/** A notice as the outbox keeps it, to leave at once. */
export function noticeRow<K extends NoticeKind>(
  kind: K,
  key: string,
  personId: string | null,
  payload: NoticePayloads[K],
  now: number,
): OutboxRow {
  return {
    key,
    kind,
    personId,
    platform: null,
    address: null,
    payload,
    status: 'pending',
    reason: null,
    version: 1,
    attempts: 0,
    dueAt: now,
    createdAt: now,
    settledAt: null,
  };
}

/** Lets HR know, once, that an account cannot be reached any more. */
export async function unreachableNotices(
  { store }: Pick<Services, 'store'>,
  accountId: string,
  now: number,
): Promise<Statement[]> {
  const hr = (await store.all(allPeople())).filter(isHr);
  const key = (id: string) => `unreachable:${accountId}:${now}:${id}`;
  return hr.map(({ id }) => notify('unreachable', key(id), id, { accountId }, now));
}
