import { activityForm, type Contribution, MAX_WHAT } from '../../conversations/activity.ts';
import { bind } from '../../conversations/form.ts';
import { insertDraft } from '../../db/queries/drafts.ts';
import { followUp } from '../core/forwarded.ts';
import { messageSource } from '../core/inbound.ts';
import { activityContext, newActivity } from './activity-draft.ts';
import { draftMessage } from './draft-view.ts';
import { answered, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/** A forwarded text, such as an order or a letter, as an activity of its own; it answers no question of ours. */
export async function forwardedEntry(session: Session, text: string, messageId: string): Promise<Outcome> {
  const what = followUp(text, session.t.fieldMode.forwarded.title, MAX_WHAT);
  const draft = newActivity(
    session,
    { what, time: null, qty: null, proof: null },
    { source: messageSource(session.sender, messageId) },
  );
  const context = await activityContext(session, draft);
  // The times and numbers in it are somebody else's; only what the person says about the activity counts.
  if (context.workResults.length === 0)
    draft.answers.rhk = { kind: 'none', number: null } satisfies Contribution;
  const form = bind(activityForm, context);
  draft.listening = form.next(draft).kind === 'ask';
  return answered(await draftMessage(session, draft, form), insertDraft(draft));
}
