import { accountsOf } from '../../db/queries/people.ts';
import { postingById } from '../../db/queries/prompts.ts';
import { first } from '../../db/store.ts';
import { textsOf } from '../i18n/texts.ts';
import { askedDay, isDone } from './asked-day.ts';
import { doneMessage, promptMessage } from './prompt-view.ts';
import { personOf, type Renderer, skip } from './rendered.ts';

/** A prompt that was sent, as its day stands now. */
export const promptDone: Renderer<'prompt_done'> = async (services, row, { postingId, date }) => {
  const { store, agency } = services;
  const [person, posting] = await Promise.all([
    personOf(services, row.personId),
    first(store, postingById({ id: postingId })),
  ]);
  if (!person || !posting) return skip('gone');
  const accounts = await store.all(accountsOf({ personId: person.id }));
  const account = accounts.find((a) => a.platform === posting.platform && a.address === posting.address);
  // Nobody is written to for the sake of an old message.
  if (!account?.reachable) return skip('unreachable');
  const day = await askedDay(services, person, date);
  const locale = person.locale ?? agency.locale;
  const t = textsOf(locale);
  const message = isDone(day)
    ? doneMessage(t, locale, date, day)
    : promptMessage(t, locale, person.name, 'first', day.snooze, services.now());
  return { account, message, thread: null, edit: posting, posting: null };
};
