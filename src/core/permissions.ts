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

/** Who divides their results among somebody in the role matrix (matriks peran hasil): the supervisor. */
export function canAssignRole(actor: Actor, employee: Actor): boolean {
  return isSupervisorOf(actor, employee);
}

/** Who reads a cell of a role matrix: the leader whose it is, and once it is shared whoever contributes. */
export function canReadRole(
  actor: Actor,
  cell: { leaderId: string; personId: string; status: 'draft' | 'shared' | 'taken' | 'withdrawn' },
): boolean {
  const shared = cell.status === 'shared' || cell.status === 'taken';
  return actor.active && (actor.id === cell.leaderId || (shared && actor.id === cell.personId));
}

/** Who sees the tree of a unit: HR, and whoever leads it or a unit above it (`leaderIds`). */
export function canSeeTree(actor: Actor, leaderIds: readonly (string | null)[]): boolean {
  return isHr(actor) || (actor.active && leaderIds.includes(actor.id));
}

/** Who orders changes among people, checks the data before a cycle, and starts administrative reminders. */
export function canManageStaff(actor: Actor): boolean {
  return isHr(actor);
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

/** Who reads the page before a dialogue: its employee, and its leader while they supervise the employee. */
export function canReadKit(
  actor: Actor,
  employee: Actor,
  dialogue: { employeeId: string; leaderId: string },
): boolean {
  if (actor.active && actor.id === dialogue.employeeId) return true;
  return actor.id === dialogue.leaderId && isSupervisorOf(actor, employee);
}

/** Who sends announcements (siaran), and sees how they and the agency's reports stand. */
export function canAnnounce(actor: Actor): boolean {
  return isHr(actor);
}

/** The part of a person that decides who gives feedback to whom. */
export interface Colleague extends Actor {
  unitId: string;
}

/** Whether two people have the same supervisor. */
export function isTeammate(actor: Actor, employee: Actor): boolean {
  return (
    actor.active &&
    actor.id !== employee.id &&
    actor.supervisorId !== null &&
    actor.supervisorId === employee.supervisorId
  );
}

/**
 * As what somebody may give an employee feedback: their supervisor always; colleagues of the same supervisor or unit, and
 * subordinates, only where the agency allows it (`peers`); null for everybody else.
 */
export function feedbackRelation(
  author: Colleague,
  employee: Colleague,
  peers: boolean,
): 'supervisor' | 'peer' | 'subordinate' | null {
  if (!author.active || !employee.active || author.id === employee.id) return null;
  if (isSupervisorOf(author, employee)) return 'supervisor';
  if (!peers) return null;
  if (isSupervisorOf(employee, author)) return 'subordinate';
  return isTeammate(author, employee) || author.unitId === employee.unitId ? 'peer' : null;
}

/** The part of feedback that decides who reads it. */
export interface FeedbackReading {
  authorId: string;
  employeeId: string;
  kind: 'praise' | 'improve' | 'note';
  visibility: 'author' | 'employee' | 'leader' | 'team';
  status: 'draft' | 'shared' | 'withdrawn';
}

/**
 * Who reads feedback: its author; and once it is shared, as was said before it was sent, the employee, their supervisor of
 * now, and the team. Nobody else ever reads a draft, a private note, or what was taken back.
 */
export function canReadFeedback(reader: Actor, feedback: FeedbackReading, employee: Actor): boolean {
  if (!reader.active) return false;
  if (reader.id === feedback.authorId) return true;
  const { kind, visibility, status } = feedback;
  if (status !== 'shared' || kind === 'note' || visibility === 'author') return false;
  if (reader.id === feedback.employeeId) return true;
  if (isSupervisorOf(reader, employee)) return visibility !== 'employee';
  return visibility === 'team' && kind === 'praise' && isTeammate(reader, employee);
}

/** Who answers feedback: whoever gave it and whom it was given to, once it is shared. */
export function canAnswerFeedback(actor: Actor, feedback: FeedbackReading): boolean {
  const { authorId, employeeId, kind, status } = feedback;
  return actor.active && kind !== 'note' && status === 'shared' && [authorId, employeeId].includes(actor.id);
}

/** Who reads an employee's action plans (rencana aksi) and what was done for them: the employee and their supervisor. */
export function canReadActionPlans(actor: Actor, owner: Actor): boolean {
  return (actor.active && actor.id === owner.id) || isSupervisorOf(actor, owner);
}

/** Who sees which work results of an employee have been quiet: the employee, and their supervisor in a list of their own. */
export function canReadRadar(actor: Actor, owner: Actor): boolean {
  return (actor.active && actor.id === owner.id) || isSupervisorOf(actor, owner);
}

/** The part of an objection that permissions depend on. */
export interface Contest {
  personId: string;
  /** Who decides; null: HR. */
  handlerId: string | null;
  /** Who did what is objected to. */
  againstId: string | null;
}

/** Who decides an objection: its handler, or any of HR; never the employee, nor whoever it is against. */
export function canDecideObjection(actor: Actor, { personId, handlerId, againstId }: Contest): boolean {
  if (!actor.active || actor.id === personId || actor.id === againstId) return false;
  return handlerId === null ? isHr(actor) : actor.id === handlerId;
}

/** Who reads what an objection is about and its reason: the employee, whoever it is against, and whoever decides. */
export function canReadObjection(actor: Actor, contest: Contest): boolean {
  const { personId, againstId } = contest;
  return (
    (actor.active && (actor.id === personId || actor.id === againstId)) || canDecideObjection(actor, contest)
  );
}

/** Who is told that there is an objection and how it stands: whoever reads it, the employee's supervisor, and HR. */
export function canKnowObjection(actor: Actor, employee: Actor, contest: Contest): boolean {
  return canReadObjection(actor, contest) || isSupervisorOf(actor, employee) || isHr(actor);
}

/** The part of an evaluation that permissions depend on. */
interface Evaluated {
  personId: string;
  evaluatorId: string;
}

/** Who gives feedback and ratings in an evaluation: whoever it was given to, never about themselves. */
export function canEvaluate(actor: Actor, { personId, evaluatorId }: Evaluated): boolean {
  return actor.active && actor.id === evaluatorId && actor.id !== personId;
}

/** Who reads an evaluation: its employee, whoever rates it, the employee's supervisor of today, and HR. */
export function canReadEvaluation(actor: Actor, evaluation: Evaluated, employee: Actor): boolean {
  return (
    (actor.active && actor.id === evaluation.personId) ||
    canEvaluate(actor, evaluation) ||
    isSupervisorOf(actor, employee) ||
    isHr(actor)
  );
}

/** Who locks periods of evaluations and opens them again. */
export function canLockPeriods(actor: Actor): boolean {
  return isHr(actor);
}

/** Who sees how ratings are distributed in a unit: HR, and whoever leads the unit or one above it. */
export function canSeeDistribution(actor: Actor, leaderIds: readonly (string | null)[]): boolean {
  return isHr(actor) || (actor.active && leaderIds.includes(actor.id));
}

/** Who sets the achievement of a unit: the leader above it, or HR where there is none; never for a unit that one leads. */
export function canSetAchievement(
  actor: Actor,
  unit: { leaderId: string | null },
  setter: { kind: 'leader'; personId: string } | { kind: 'hr' },
): boolean {
  if (unit.leaderId === actor.id) return false;
  return setter.kind === 'leader' ? actor.active && setter.personId === actor.id : isHr(actor);
}

/** Who reads a plan (SKP) and the check of it: its owner and their supervisor. */
export function canReadPlan(actor: Actor, owner: Actor): boolean {
  return (actor.active && actor.id === owner.id) || isSupervisorOf(actor, owner);
}

/** Who sets expectations in a proposed plan, returns it or agrees to it: the present supervisor, never its owner. */
export function canDecidePlan(actor: Actor, owner: Actor): boolean {
  return isSupervisorOf(actor, owner);
}
