import { dropForm, laterForm } from '../../../conversations/commitment.ts';
import {
  cancelForm,
  declineForm,
  dialogueForm,
  heldForm,
  moveForm,
} from '../../../conversations/dialogue.ts';
import { answersForm } from '../../../conversations/dialogue-answers.ts';
import { bind, type Form } from '../../../conversations/form.ts';
import { minutesForm } from '../../../conversations/minutes.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { draftMessage } from '../draft-view.ts';
import type { FormUse } from '../forms.ts';
import type { Session } from '../session.ts';
import { commitmentContext, finishChange } from './commitments.ts';
import { finishMinutes, minutesContext, minutesReview } from './minutes.ts';
import { finishAnswers, preparingContext } from './prepare.ts';
import { finishProposal, proposalContext, proposalReview } from './propose.ts';
import { finishStep, stepContext } from './steps.ts';

function use<C>(
  form: Form<C>,
  context: (session: Session, draft: DraftRow) => Promise<C | null>,
  finish: FormUse['finish'],
  review: FormUse['review'] = draftMessage,
): Record<string, FormUse> {
  const bound: FormUse['bind'] = async (session, draft) => {
    const known = await context(session, draft);
    return known && bind(form, known);
  };
  return { [form.id]: { bind: bound, review, finish } };
}

/** The forms about dialogues and commitments, by their id. */
export const dialogueUses: Record<string, FormUse> = {
  ...use(dialogueForm, proposalContext, finishProposal, proposalReview),
  ...use(moveForm, stepContext, finishStep),
  ...use(declineForm, stepContext, finishStep),
  ...use(cancelForm, stepContext, finishStep),
  ...use(heldForm, stepContext, finishStep),
  ...use(answersForm, preparingContext, finishAnswers),
  ...use(minutesForm, minutesContext, finishMinutes, minutesReview),
  ...use(laterForm, commitmentContext, finishChange),
  ...use(dropForm, commitmentContext, finishChange),
};
