import { fileEvidence } from '../../conversations/activity.ts';
import { closedDate, isPossible } from '../../conversations/activity-date.ts';
import { deleteDraft, insertDraft } from '../../db/queries/drafts.ts';
import { entriesBetween } from '../../db/queries/entries.ts';
import { type InFile, messageSource } from '../core/inbound.ts';
import { say, withButtons } from '../core/message.ts';
import { activityContext, evidenceWrites, itemsOf, newActivity } from './activity-draft.ts';
import { received } from './draft-files.ts';
import { draftButton, draftMessage } from './draft-view.ts';
import { begin, startActivity } from './drafts.ts';
import { eveningScreen } from './evening.ts';
import { freshActivity } from './fresh-activity.ts';
import { carriedOver } from './obstacles.ts';
import { activityDrafts, hasAnswers } from './open-drafts.ts';
import { answered, noted, type Outcome } from './outcome.ts';
import { MAX_TEXT, readQuickly } from './quick.ts';
import type { Session } from './session.ts';
import { templateOffer } from './templates.ts';

/** The guided way; unfinished reports and what still hinders from earlier days are shown first. */
export async function report(session: Session): Promise<Outcome> {
  const [outcome, carried] = [await begun(session), await carriedOver(session)];
  if (!carried) return outcome;
  const [shown = say(), ...more] = outcome.reply.messages;
  const messages = [withButtons(shown, [carried.button]), ...more];
  return noted({ ...outcome, reply: { ...outcome.reply, messages } }, [carried.note]);
}

async function begun(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  const drafts = await activityDrafts(services, person);
  const [open, ...more] = drafts.filter(hasAnswers);
  if (!open) {
    const empty = drafts.map((draft) => deleteDraft(draft.id, draft.revision));
    return withOffers(session, await startActivity(session, empty));
  }
  if (more.length > 0) return answered(await eveningScreen(session, [open, ...more]));
  const what = typeof open.answers.what === 'string' ? open.answers.what : null;
  const op = draftButton(open);
  return answered(
    withButtons(say(t.draft.unfinished(what)), [
      op('resume', t.button.resume()),
      op('restart', t.button.startOver()),
    ]),
  );
}

/** The guided way for the day that a prompt or an announcement was about, while that day can be reported. */
export async function reportOn(session: Session, date: string): Promise<Outcome> {
  if (date === session.today) return report(session);
  const draft = newActivity(session, { date });
  const context = await activityContext(session, draft);
  if (!isPossible(date, context)) return answered(say(closedDate(date, context)));
  return begin(session, draft);
}

/** Adds the template of today's weekday to the first question, while nothing is reported yet. */
async function withOffers(session: Session, outcome: Outcome): Promise<Outcome> {
  const { services, person, t, today } = session;
  const template = await templateOffer(session);
  if (!template) return outcome;
  const span = { from: today, to: today };
  const reported = await services.store.all(entriesBetween({ personId: person.id, ...span }));
  if (reported.length > 0) return outcome;
  const [question = say(t.fieldMode.template.available()), ...more] = outcome.reply.messages;
  const messages = [withButtons(question, [template]), ...more];
  return { ...outcome, reply: { ...outcome.reply, messages } };
}

/**
 * The quick way: one message, or one file with a caption, shown as it will be stored.
 *
 * @param messageId the message, which may be edited later; null where it cannot be
 */
export async function quickEntry(
  session: Session,
  text: string,
  file: { file: InFile; album: string | null } | null,
  messageId: string | null,
): Promise<Outcome> {
  const { t, services, sender } = session;
  const draft = await freshActivity(session, {
    ...(file?.album && { album: file.album }),
    ...(messageId !== null && {
      source: messageSource(sender, messageId),
      said: text.length > MAX_TEXT ? '' : text,
    }),
  });
  const { answers, problems, timeUnclear, planned, form, editing } = await readQuickly(session, draft, text);
  const notes: string[] = [];
  if (file) {
    const item = fileEvidence(file.file, { t, newId: services.newId });
    if ('problem' in item) problems.push(item.problem);
    else {
      answers.proof = { items: [...itemsOf(answers), ...item.items], done: true };
      if (text.trim() === '') notes.push(...received(t, file.file));
    }
  }
  // A time that was not understood is asked for; what was not said is left out.
  if (!planned && problems.length === 0) answers.rhk ??= { kind: 'none', number: null };
  draft.answers = { ...(timeUnclear ? {} : { time: null }), qty: null, proof: null, ...answers };
  draft.editing = editing;
  draft.listening = form.next(draft).kind === 'ask';
  return noted(
    answered(
      await draftMessage(session, draft, form),
      insertDraft(draft),
      ...evidenceWrites(session, {}, draft.answers),
    ),
    [...notes, ...problems],
  );
}
