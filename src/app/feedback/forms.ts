import { giveFeedbackForm } from '../../../conversations/feedback.ts';
import {
  answerFeedbackForm,
  askFeedbackForm,
  declineFeedbackForm,
} from '../../../conversations/feedback-request.ts';
import { bind, type Form } from '../../../conversations/form.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { draftMessage } from '../draft-view.ts';
import type { FormUse } from '../forms.ts';
import type { Session } from '../session.ts';
import { feedbackContext, feedbackReview, finishFeedback } from './form.ts';
import { answerContext, finishAnswer } from './reply.ts';
import { declineContext, finishDecline, finishRequest, requestContext } from './request.ts';

/** The forms of feedback, by id. */
export const feedbackForms: Record<string, FormUse> = {
  [giveFeedbackForm.id]: {
    bind: binder(giveFeedbackForm, feedbackContext),
    review: feedbackReview,
    finish: finishFeedback,
  },
  [askFeedbackForm.id]: {
    bind: binder(askFeedbackForm, requestContext),
    review: draftMessage,
    finish: finishRequest,
  },
  [declineFeedbackForm.id]: {
    bind: binder(declineFeedbackForm, declineContext),
    review: draftMessage,
    finish: finishDecline,
  },
  [answerFeedbackForm.id]: {
    bind: binder(answerFeedbackForm, answerContext),
    review: draftMessage,
    finish: finishAnswer,
  },
};

function binder<C>(
  form: Form<C>,
  contextOf: (session: Session, draft: DraftRow) => Promise<C | null>,
): FormUse['bind'] {
  return async (session, draft) => {
    const context = await contextOf(session, draft);
    return context && bind(form, context);
  };
}
