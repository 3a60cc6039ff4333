import { readFeedbackWish } from '../../core/feedback/words.ts';
import { peopleMeant } from '../../core/find-person.ts';
import { say, withButtons } from '../../core/message.ts';
import { begin } from '../drafts.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { newFeedback } from './form.ts';
import { feedbackOverview } from './overview.ts';
import { peersAllowed, writableFor } from './people.ts';
import { askForFeedback } from './request-open.ts';
import { listDrafts, listNotes } from './stored.ts';
import { feedbackButton } from './view.ts';

/** People who are offered where a name fits several. */
const MAX_PEOPLE = 8;

/** Answers `umpanbalik`, alone or with a name, `draf`, `catatan` or `minta`. */
export function feedback(session: Session, args: string): Outcome | Promise<Outcome> {
  const wish = readFeedbackWish(args);
  switch (wish.kind) {
    case 'overview':
      return feedbackOverview(session);
    case 'drafts':
      return listDrafts(session);
    case 'notes':
      return listNotes(session);
    case 'request':
      return askForFeedback(session, wish.name);
    case 'give':
      return giveTo(session, wish.name);
  }
}

/** Begins feedback to whoever is named, among those whom the sender may give it to. */
async function giveTo(session: Session, name: string): Promise<Outcome> {
  const { services, person, t, today } = session;
  const people = await writableFor(session);
  const found = peopleMeant(
    name,
    people.map((one) => one.person),
  );
  const [only] = found;
  if (!only) {
    const peers = await peersAllowed(services, person, today);
    return answered(say(t.feedback.whom.notFound(name, peers)));
  }
  if (found.length === 1) return begin(session, newFeedback(session, only));
  const rows = found
    .slice(0, MAX_PEOPLE)
    .map((one) => [feedbackButton('give', `${one.name} · ${one.unitName}`, one.id)]);
  const more = found.length > MAX_PEOPLE ? [t.feedback.whom.tooMany()] : [];
  return answered(withButtons(say(t.feedback.whom.which(name), ...more), ...rows));
}
