import { announcementById, roundById } from '../../db/queries/announcements.ts';
import { recipientId, recipientsByIds } from '../../db/queries/recipients.ts';
import { postingsAbout } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import { dayOff } from '../core/calendar.ts';
import { localDate } from '../core/local-time.ts';
import { canAnnounce } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { completeAmong } from './announcement-goal.ts';
import { reportOf } from './announcement-report.ts';
import { announcementMessage } from './announcement-view.ts';
import { audienceOf, whyNotAddressed } from './audience.ts';
import { boardMessage } from './board-view.ts';
import { calendarOf } from './calendar-facts.ts';
import { accountFor, personOf, type Renderer, skip } from './rendered.ts';
import { zoneOf } from './session.ts';

/** A round of HR's announcement, for one recipient; whether it is still for them is asked again. */
export const announcement: Renderer<'announcement'> = async (services, row, { roundId }) => {
  const { store } = services;
  const round = await first(store, roundById({ id: roundId }));
  const said = round && (await first(store, announcementById({ id: round.announcementId })));
  const person = await personOf(services, row.personId);
  if (!round || !said || !person) return skip('gone');
  if (said.cancelledAt !== null) return skip('cancelled');
  const author = await personOf(services, said.authorId);
  if (!author || !canAnnounce(author)) return skip('not_allowed');
  const [recipient] = await store.all(recipientsByIds([recipientId(round.id, person.id)]));
  const stayed = recipient?.unitId === person.unitId;
  const audience = stayed
    ? { filter: said.audience, within: null }
    : await audienceOf(services, said.audience);
  const filter = round.kind === 'first' ? audience.filter : { ...audience.filter, state: null };
  const why = await whyNotAddressed(services, { ...audience, filter }, person);
  if (why !== null) return skip(why);
  const today = localDate(services.now(), zoneOf(person, services));
  if (round.kind !== 'first') {
    if (said.deadline !== null && said.deadline < today) return skip('deadline_passed');
    if ((await completeAmong(services, said, [person])).has(person.id)) return skip('complete');
    const off = dayOff(today, await calendarOf(services, person, { from: today, to: today }));
    if (off?.kind === 'absent') return skip('absent');
  }
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const locale = person.locale ?? services.agency.locale;
  return {
    account: to,
    message: announcementMessage(textsOf(locale), locale, said, { kind: round.kind, today, readAt: null }),
    thread: null,
    edit: null,
    posting: { kind: 'announcement', subject: said.id, entryId: null },
  };
};

/** How an announcement stands, in the one message of its author's conversation that shows it. */
export const board: Renderer<'board'> = async (services, row, { announcementId }) => {
  const person = await personOf(services, row.personId);
  const said = await first(services.store, announcementById({ id: announcementId }));
  if (!person || !said) return skip('gone');
  if (!canAnnounce(person)) return skip('not_allowed');
  const to = await accountFor(services, person, 'supervisor');
  if ('skip' in to) return skip(to.skip);
  const { platform } = to;
  const postings = await services.store.all(
    postingsAbout({ subject: said.id, personId: person.id, platform }),
  );
  const posted = postings.findLast((p) => p.kind === 'board' && p.address === to.address) ?? null;
  const locale = person.locale ?? services.agency.locale;
  return {
    account: to,
    message: boardMessage(services, textsOf(locale), locale, await reportOf(services, said)),
    thread: null,
    edit: posted,
    posting: posted ? null : { kind: 'board', subject: said.id, entryId: null },
  };
};
