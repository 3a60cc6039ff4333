/** What a kind of notice has to respect at the moment of sending. */
export interface NoticePolicy {
  /** In its recipient's quiet hours: leaves all the same, waits for their end, or is of no use any more. */
  quiet: 'leaves' | 'waits' | 'skipped';
  /** Where the recipient's messages of the day are used up: does not count at all, waits for the next morning, or is left out. */
  budget: 'free' | 'waits' | 'skipped';
  /** Whether it may share a message with others to the same person. */
  merges: boolean;
  /** In which role its recipient gets it, as far as the kind tells; it decides which platform is likely. */
  to: 'employee' | 'supervisor';
}

/** Security, and what belongs to something that the person is doing at this moment. */
const atOnce: NoticePolicy = { quiet: 'leaves', budget: 'free', merges: false, to: 'employee' };
/** Work of supervisors and of HR: messages that are found again and changed, or that ask for a decision. */
const forStaff: NoticePolicy = { quiet: 'waits', budget: 'free', merges: false, to: 'supervisor' };
/** What we begin on our own account, or pass on to an employee. */
const toEmployee: NoticePolicy = { quiet: 'waits', budget: 'waits', merges: true, to: 'employee' };

const policies: Record<string, NoticePolicy> = {
  reply: atOnce,
  fetch: atOnce,
  replaced: atOnce,
  album: atOnce,
  evidence_failed: atOnce,
  prompt_done: atOnce,
  prompt: { quiet: 'skipped', budget: 'skipped', merges: false, to: 'employee' },
  talk: toEmployee,
  // Its button changes the message that it stands below, so it has to be a message of its own.
  announcement: { ...toEmployee, merges: false },
  // After its cut-off it would be of no use.
  extension: { ...toEmployee, budget: 'free' },
  absence: toEmployee,
  // Their buttons change the message that they stand below.
  commitment: { ...toEmployee, merges: false },
  commitment_changed: toEmployee,
  dialogue: { ...toEmployee, merges: false },
  dialogue_answers: { ...toEmployee, merges: false },
  // It is of use before the dialogue only.
  dialogue_kit: { ...toEmployee, merges: false, budget: 'free' },
  dialogue_state: atOnce,
  // Its buttons change the message that they stand below, and so does taking it back.
  feedback: { ...toEmployee, merges: false },
  feedback_praise: toEmployee,
  feedback_reply: toEmployee,
  feedback_declined: toEmployee,
  feedback_request: { ...toEmployee, to: 'supervisor' },
  feedback_reminder: { ...toEmployee, to: 'supervisor' },
  lateness_decided: toEmployee,
  radar: toEmployee,
  objection_settled: toEmployee,
  evaluation_due: toEmployee,
  // Its buttons change the message that they stand below.
  evaluation_result: { ...toEmployee, merges: false },
  evaluation_unlocked: toEmployee,
  plan_decided: { ...toEmployee, merges: false },
  plan_question: toEmployee,
  plan_moved: { ...toEmployee, merges: false },
  roles: toEmployee,
  role_changed: toEmployee,
  unreachable: { ...forStaff, merges: true },
  supervision: toEmployee,
  handover_out: { ...forStaff, merges: true },
  handover_in: { ...forStaff, merges: true },
  handover_note: { ...forStaff, merges: true },
  handover_report: { ...forStaff, merges: true },
  leaver: { ...forStaff, merges: true },
  admin_reminder: toEmployee,
  admin_copy: { ...forStaff, merges: true },
};

/** The policy of a kind of notice; a kind that is not named waits for the end of quiet hours and is not counted. */
export function policyOf(kind: string): NoticePolicy {
  return policies[kind] ?? forStaff;
}
