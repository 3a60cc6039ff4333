import { activityForm } from '../../conversations/activity.ts';
import { bind } from '../../conversations/form.ts';
import { insertDraft } from '../../db/queries/drafts.ts';
import { entriesBetween, lastDayBefore } from '../../db/queries/entries.ts';
import { first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { replyWith, say, withButtons } from '../core/message.ts';
import { activityContext, newActivity } from './activity-draft.ts';
import { draftMessage } from './draft-view.ts';
import { answersOf } from './entry-content.ts';
import { answered, type Outcome } from './outcome.ts';
import { workResultsOn } from './plan/in-force.ts';
import type { Session } from './session.ts';
import { templateOffer } from './templates.ts';

/** At most this many activities are copied at once. */
const MAX_COPIES = 5;

/** The activities of the last reported day as drafts of today, each with its own review; evidence is not copied. */
export async function copyLastDay(session: Session): Promise<Outcome> {
  const { services, person, t, today, locale } = session;
  const last = await first(services.store, lastDayBefore({ personId: person.id, before: today }));
  if (!last) {
    const report = { label: t.button.reportNow(), action: encodeAction({ do: 'command', name: 'lapor' }) };
    const template = await templateOffer(session);
    return answered(withButtons(say(t.draft.nothingToCopy()), [report, ...(template ? [template] : [])]));
  }
  const date = last.localDate;
  const all = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  const entries = all.slice(0, MAX_COPIES);
  const results = await workResultsOn(services.store, person.id, today);
  const numbers = new Map(results.map((r) => [r.id, r.number]));
  const drafts = entries.map((entry) => newActivity(session, answersOf(entry, numbers, [])));
  const template = await templateOffer(session);
  const copied = say(t.draft.copied(longDate(date, locale), all.length));
  const messages = [withButtons(copied, template ? [template] : [])];
  for (const draft of drafts) {
    messages.push(
      await draftMessage(session, draft, bind(activityForm, await activityContext(session, draft))),
    );
  }
  if (all.length > entries.length) messages.push(say(t.draft.copiedPart(entries.length, all.length)));
  return { reply: replyWith(...messages), writes: drafts.map(insertDraft) };
}
