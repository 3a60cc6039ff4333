import { adminReminderForm } from '../../../conversations/admin-reminder.ts';
import { departureForm } from '../../../conversations/departure.ts';
import { bind, type Form } from '../../../conversations/form.ts';
import { handoverNoteForm } from '../../../conversations/handover-note.ts';
import { supervisionForm } from '../../../conversations/supervision.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { draftMessage } from '../draft-view.ts';
import type { FormUse } from '../forms.ts';
import type { Session } from '../session.ts';
import { adminReminderContext, adminReminderReview, saveAdminReminder } from './admin-reminders.ts';
import { departureContext, departureReview, saveDeparture } from './departure-draft.ts';
import { noteContext, saveNote } from './note-draft.ts';
import { saveSupervision, supervisionContext, supervisionReview } from './supervision-draft.ts';

/** The forms about changes among people, by id. */
export const staffingForms: Record<string, FormUse> = {
  [supervisionForm.id]: {
    bind: binder(supervisionForm, supervisionContext),
    review: supervisionReview,
    finish: saveSupervision,
  },
  [departureForm.id]: {
    bind: binder(departureForm, departureContext),
    review: departureReview,
    finish: saveDeparture,
  },
  [handoverNoteForm.id]: {
    bind: binder(handoverNoteForm, noteContext),
    review: draftMessage,
    finish: saveNote,
  },
  [adminReminderForm.id]: {
    bind: binder(adminReminderForm, adminReminderContext),
    review: adminReminderReview,
    finish: saveAdminReminder,
  },
};

/** Ties a form to what its questions need to know; null for whoever may not fill it in. */
function binder<C>(
  form: Form<C>,
  context: (session: Session, draft: DraftRow) => Promise<C | null>,
): FormUse['bind'] {
  return async (session, draft) => {
    const known = await context(session, draft);
    return known && bind(form, known);
  };
}
