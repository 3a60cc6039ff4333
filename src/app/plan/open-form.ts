import type { Answers } from '../../../conversations/form.ts';
import { planResultForm } from '../../../conversations/plan-result.ts';
import { answersOfResult } from '../../../conversations/plan-result-answers.ts';
import { answersOfAnnexes, answersOfExpectations } from '../../../conversations/plan-settings.ts';
import { begin } from '../drafts.ts';
import { type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type Access, editable, type Found } from './access.ts';

/** Opens a form about a version of a plan, if `allowed` says that it can be used now. */
export async function openPlanForm(
  session: Session,
  allowed: Access,
  form: string,
  answers: (found: Found) => Answers = () => ({}),
  subject: Record<string, string> = {},
): Promise<Outcome> {
  if ('refused' in allowed) return toast(allowed.refused);
  return begin(session, {
    id: session.services.newId(),
    personId: session.person.id,
    form,
    subject: { versionId: allowed.version.id, ...subject },
    answers: answers(allowed),
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: session.now,
  });
}

/** Opens the form of a work result: a new one, or the one with a number. */
export async function openResultForm(session: Session, id: string | null, arg: string): Promise<Outcome> {
  const found = await editable(session, id);
  if ('refused' in found || arg === '') return openPlanForm(session, found, planResultForm.id);
  const { content } = found.version;
  const result = content.results.find(({ number }) => String(number) === arg);
  if (!result) return toast(session.t.problem.gone());
  return openPlanForm(session, found, planResultForm.id, () => answersOfResult(result, content.approach), {
    number: arg,
  });
}

/** Answers with which the forms about the frame of a plan begin. */
export const planAnswers = {
  annexes({ version }: Found): Answers {
    const answers = answersOfAnnexes(version.content.annexes);
    // Where nothing is filled in yet, each annex is asked for; else what is there is shown and can be changed.
    return Object.values(answers).every((list) => list === null) ? {} : answers;
  },
  settings: ({ version }: Found): Answers => ({
    approach: version.content.approach,
    from: version.fromDate,
    ...((version.reason === 'expectation' || version.reason === 'move') && { reason: version.reason }),
  }),
  expectations: ({ version }: Found): Answers => ({
    ...answersOfExpectations(version.content.expectations),
    ...answersOfAnnexes(version.content.annexes),
  }),
};
