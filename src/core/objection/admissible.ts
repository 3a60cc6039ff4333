/** Where an objection stands. */
export type ObjectionStatus = 'open' | 'accepted' | 'rejected' | 'withdrawn';

/** What an employee can object to: an evaluation, a returned activity, or feedback. */
export type SubjectKind = 'evaluation' | 'entry' | 'feedback';

/** Every kind of subject. */
export const SUBJECT_KINDS = ['evaluation', 'entry', 'feedback'] as const satisfies readonly SubjectKind[];

/** Whether there may be another objection to something, and if not, which earlier one stands in the way. */
export type Admission = 'admitted' | 'open' | 'decided';

/**
 * One objection at a time, and one decision for each act: what was decided is only open again once it was returned,
 * rated or shared anew; an objection that was withdrawn does not count.
 *
 * @param actAt when what is objected to was done (ms UTC)
 */
export function admit(
  earlier: readonly { status: ObjectionStatus; createdAt: number }[],
  actAt: number,
): Admission {
  if (earlier.some(({ status }) => status === 'open')) return 'open';
  const decided = earlier.some(
    ({ status, createdAt }) => (status === 'accepted' || status === 'rejected') && createdAt >= actAt,
  );
  return decided ? 'decided' : 'admitted';
}
