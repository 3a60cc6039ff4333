import { bind } from '../../../conversations/form.ts';
import { annexesIn, expectationsIn, planExpectationsForm } from '../../../conversations/plan-settings.ts';
import {
  planAgreeForm,
  planAnswerForm,
  planQuestionForm,
  planReturnForm,
} from '../../../conversations/plan-words.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { say } from '../../core/message.ts';
import type { FormUse } from '../forms.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { decidable, type Found, nameOf, versionFor } from './access.ts';
import { agreeFromForm, answerQuestion, askAbout, expect, returnProposal } from './decide.ts';
import { bindFrame, frameOf } from './form-frame.ts';
import { planFormReview } from './form-view.ts';
import { draftForms } from './forms-draft.ts';

const expectations: FormUse = {
  bind: (session, draft) => bindFrame(session, draft, (context) => bind(planExpectationsForm, context)),
  review: async (session, draft, form) => planFormReview(session, draft, form),
  finish: (session, draft) =>
    decide(session, draft, (found) =>
      expect(session, found, {
        expectations: expectationsIn(draft.answers),
        annexes: annexesIn(draft.answers),
      }),
    ),
};

const agreeOn: FormUse = {
  bind: (session, draft) => bindFrame(session, draft, (context) => bind(planAgreeForm, context)),
  review: async (session, draft, form) => planFormReview(session, draft, form),
  finish: (session, draft) => decide(session, draft, (found) => agreeFromForm(session, found, draft)),
};

const words = (form: typeof planReturnForm, toOwner: boolean, finish: FormUse['finish']): FormUse => ({
  async bind(session, draft) {
    const found = await versionFor(session, draft.subject.versionId ?? null);
    if (!found) return null;
    const { version, facts } = found;
    const to = toOwner ? facts.owner.name : await nameOf(session, facts.owner.supervisorId);
    return bind(form, { ...frameOf(session, version, facts), to });
  },
  review: async (session, draft, bound) => planFormReview(session, draft, bound),
  finish,
});

/** Every form about plans by its id, with what it needs to know and what it ends in. */
export const planForms: Record<string, FormUse> = {
  ...draftForms,
  [planExpectationsForm.id]: expectations,
  [planAgreeForm.id]: agreeOn,
  [planReturnForm.id]: words(planReturnForm, true, (session, draft) =>
    decide(session, draft, (found) => returnProposal(session, found, String(draft.answers.text))),
  ),
  [planQuestionForm.id]: words(planQuestionForm, true, (session, draft) =>
    decide(session, draft, (found) => askAbout(session, found, String(draft.answers.text))),
  ),
  [planAnswerForm.id]: words(planAnswerForm, false, async (session, draft) => {
    const done = deleteDraft(draft.id, draft.revision);
    const found = await versionFor(session, draft.subject.versionId ?? null);
    if (!found) return answered(say(session.t.problem.gone()), done);
    return after(await answerQuestion(session, found, String(draft.answers.text)), draft);
  }),
};

/** Carries out what a form of the supervisor holds, if they may still decide. */
async function decide(
  session: Session,
  draft: DraftRow,
  then: (found: Found) => Promise<Outcome>,
): Promise<Outcome> {
  const found = await decidable(session, draft.subject.versionId ?? null);
  if ('refused' in found) return answered(say(found.refused), deleteDraft(draft.id, draft.revision));
  return after(await then(found), draft);
}

const after = (outcome: Outcome, draft: DraftRow): Outcome => ({
  ...outcome,
  writes: [deleteDraft(draft.id, draft.revision), ...outcome.writes],
});
