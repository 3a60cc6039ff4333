import type { DialogueKind } from './dialogue/kinds.ts';
import type { DialogueStatus } from './dialogue/life.ts';
import type { Role } from './model.ts';

/** The part of a person that permissions depend on. */
export interface Actor {
  id: string;
  roles: readonly Role[];
  supervisorId: string | null;
  active: boolean;
}

/** Whether somebody is the supervisor of an employee now. */
export function isSupervisorOf(actor: Actor, employee: Actor): boolean {
  return actor.active && employee.supervisorId === actor.id && actor.id !== employee.id;
}

/** Who reads an employee's entries, evidence and their history: the employee and their supervisor. */
export function canReadEntry(actor: Actor, owner: Actor): boolean {
  return (actor.active && actor.id === owner.id) || isSupervisorOf(actor, owner);
}

/** Who approves, returns and gives feedback on an employee's day. */
export function canReview(actor: Actor, employee: Actor): boolean {
  return isSupervisorOf(actor, employee);
}

/** Who reads a remark: whoever wrote it and whom it was written to. */
export function canReadTalk(actor: Actor, talk: { authorId: string; recipientId: string }): boolean {
  return actor.active && (actor.id === talk.authorId || actor.id === talk.recipientId);
}

/** Who reports: everybody but observers. */
export function isExpectedToReport(actor: Actor): boolean {
  return actor.active && actor.roles.includes('pegawai');
}

/** Who decides whether the reason for somebody's late report is accepted: HR, never about themselves. */
export function canDecideLateness(actor: Actor, employee: Actor): boolean {
  return isHr(actor) && actor.id !== employee.id;
}

/** Who learns about people that cannot be reached. */
export function isHr(actor: Actor): boolean {
  return actor.active && actor.roles.includes('hr');
}

/** Who records an absence of an employee: themselves, their supervisor, and HR. */
export function canRecordAbsence(actor: Actor, employee: Actor): boolean {
  return (actor.active && actor.id === employee.id) || isSupervisorOf(actor, employee) || isHr(actor);
}

/** Who takes an absence back: whoever may record it; employees only what they recorded themselves. */
export function canCancelAbsence(actor: Actor, employee: Actor, createdBy: string): boolean {
  return canRecordAbsence(actor, employee) && (actor.id !== employee.id || createdBy === employee.id);
}

/** Who sees what follows from everybody's evaluations: credit points, candidates for talent pool and awards. */
export function canFollowUp(actor: Actor): boolean {
  return isHr(actor);
}

/**
 * Who reads a performance dialogue and its minutes: the two who talk; once its minutes are confirmed also the
 * employee's supervisor of now, who took over from another, unless it was counselling.
 */
export function canReadDialogue(
  actor: Actor,
  employee: Actor,
  dialogue: {
    employeeId: string;
    leaderId: string;
    kind: DialogueKind | null;
    status: DialogueStatus | null;
  },
): boolean {
  if (actor.active && (actor.id === dialogue.employeeId || actor.id === dialogue.leaderId)) return true;
  const { kind, status } = dialogue;
  return (
    kind !== 'counselling' && (status === null || status === 'confirmed') && isSupervisorOf(actor, employee)
  );
}

/** Who sends announcements (siaran), and sees how they and the agency's reports stand. */
export function canAnnounce(actor: Actor): boolean {
  return isHr(actor);
}
