import { achievementForm } from '../../conversations/achievement.ts';
import { actionPlanForm } from '../../conversations/action-plan.ts';
import { activityForm } from '../../conversations/activity.ts';
import { announcementForm } from '../../conversations/announcement.ts';
import {
  evaluationFeedbackForm,
  evaluationReturnForm,
  realisationForm,
  unlockForm,
} from '../../conversations/evaluation.ts';
import { type BoundForm, bind } from '../../conversations/form.ts';
import { objectionDecisionForm, objectionForm } from '../../conversations/objection.ts';
import { obstacleForm } from '../../conversations/obstacle.ts';
import { ratingForm } from '../../conversations/rating.ts';
import { remarkForms } from '../../conversations/remark.ts';
import { roleCellForm } from '../../conversations/role-cell.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { type Message, say } from '../core/message.ts';
import { actionContext, actionReview, saveActionPlan } from './actions/draft.ts';
import { activityContext } from './activity-draft.ts';
import { announcementContext, announcementReview, saveAnnouncement } from './announcement-draft.ts';
import { cellContext, finishCell } from './cascade/cell-draft.ts';
import { dialogueUses } from './dialogue/uses.ts';
import { draftMessage } from './draft-view.ts';
import { saveActivity } from './entries.ts';
import { bindAchievement, finishAchievement } from './evaluation/achievement.ts';
import { bindRealisation, finishRealisation } from './evaluation/employee.ts';
import { bindUnlock, finishUnlock } from './evaluation/lock.ts';
import { bindRating, finishRating, ratingReview } from './evaluation/rating.ts';
import { bindFeedback, bindReturn, finishFeedback, finishReturn } from './evaluation/supervisor.ts';
import { feedbackForms } from './feedback/forms.ts';
import { decideObjection, decisionContext } from './objection/decide.ts';
import { fileObjection, objectionContext } from './objection/object.ts';
import { finishObstacle } from './obstacles.ts';
import { answered, type Outcome } from './outcome.ts';
import { planForms } from './plan/forms.ts';
import { finishRemark, remarkContext } from './remarks.ts';
import type { Session } from './session.ts';
import { staffingForms } from './staffing/forms.ts';

/** What belongs to a form besides its questions: what they need to know, how it is reviewed, and what it ends in. */
export interface FormUse {
  /** Null where what the draft is about is gone, or not allowed any more. */
  bind(session: Session, draft: DraftRow): Promise<BoundForm | null>;
  /** Everything as it will be stored. */
  review(session: Session, draft: DraftRow, form: BoundForm): Promise<Message>;
  finish(session: Session, draft: DraftRow, op: 'confirm' | 'add' | 'replace'): Promise<Outcome>;
}

const activity: FormUse = {
  bind: async (session, draft) => bind(activityForm, await activityContext(session, draft)),
  review: draftMessage,
  finish: saveActivity,
};

const remark: FormUse = {
  async bind(session, draft) {
    const form = remarkForms[draft.form];
    const context = form && (await remarkContext(session, draft));
    return form && context ? bind(form, context) : null;
  },
  review: draftMessage,
  finish: finishRemark,
};

const obstacle: FormUse = {
  bind: async (session) => bind(obstacleForm, { t: session.t }),
  review: draftMessage,
  finish: finishObstacle,
};

const actionPlan: FormUse = {
  async bind(session, draft) {
    const context = await actionContext(session, draft);
    return context && bind(actionPlanForm, context);
  },
  review: actionReview,
  finish: saveActionPlan,
};

const objection: FormUse = {
  async bind(session, draft) {
    const context = await objectionContext(session, draft);
    return context && bind(objectionForm, context);
  },
  review: draftMessage,
  finish: fileObjection,
};

const objectionDecision: FormUse = {
  async bind(session, draft) {
    const context = await decisionContext(session, draft);
    return context && bind(objectionDecisionForm, context);
  },
  review: draftMessage,
  finish: decideObjection,
};

const announcement: FormUse = {
  async bind(session) {
    const context = await announcementContext(session);
    return context && bind(announcementForm, context);
  },
  review: announcementReview,
  finish: saveAnnouncement,
};

const evaluation: Record<string, FormUse> = {
  [realisationForm.id]: { bind: bindRealisation, review: draftMessage, finish: finishRealisation },
  [evaluationFeedbackForm.id]: { bind: bindFeedback, review: draftMessage, finish: finishFeedback },
  [evaluationReturnForm.id]: { bind: bindReturn, review: draftMessage, finish: finishReturn },
  [ratingForm.id]: { bind: bindRating, review: ratingReview, finish: finishRating },
  [achievementForm.id]: { bind: bindAchievement, review: draftMessage, finish: finishAchievement },
  [unlockForm.id]: { bind: bindUnlock, review: draftMessage, finish: finishUnlock },
};

const roleCell: FormUse = {
  async bind(session, draft) {
    const context = await cellContext(session, draft);
    return context && bind(roleCellForm, context);
  },
  review: draftMessage,
  finish: finishCell,
};

const uses: Record<string, FormUse> = {
  [activityForm.id]: activity,
  ...Object.fromEntries(Object.keys(remarkForms).map((id) => [id, remark])),
  [obstacleForm.id]: obstacle,
  [announcementForm.id]: announcement,
  [actionPlanForm.id]: actionPlan,
  [objectionForm.id]: objection,
  [objectionDecisionForm.id]: objectionDecision,
  [roleCellForm.id]: roleCell,
  ...dialogueUses,
  ...feedbackForms,
  ...staffingForms,
  ...evaluation,
  ...planForms,
};

/** Adds the form that a draft belongs to, with everything its questions need to know. */
export async function bindDraft(session: Session, draft: DraftRow): Promise<BoundForm | null> {
  return (await uses[draft.form]?.bind(session, draft)) ?? null;
}

/** Where a draft stands: its next question, or its review. */
export async function showDraft(session: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const use = uses[draft.form];
  return use && form.next(draft).kind === 'end'
    ? use.review(session, draft, form)
    : draftMessage(session, draft, form);
}

/** Carries out what a finished draft holds. */
export async function finishDraft(
  session: Session,
  draft: DraftRow,
  op: 'confirm' | 'add' | 'replace',
): Promise<Outcome> {
  const use = uses[draft.form];
  return use ? use.finish(session, draft, op) : answered(say(session.t.problem.gone()));
}
