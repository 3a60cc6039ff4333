import {
  type AnnouncementRow,
  announcementById,
  type RoundRow,
  roundById,
  updateRound,
} from '../../db/queries/announcements.ts';
import { insertNotices, type OutboxRow } from '../../db/queries/outbox.ts';
import { peopleByIds } from '../../db/queries/people.ts';
import {
  announcementBacklog,
  insertRecipients,
  type RecipientRow,
  recipientId,
  recipientsAfter,
} from '../../db/queries/recipients.ts';
import { first, type Statement } from '../../db/store.ts';
import { roundId } from '../core/announcement.ts';
import { localDate } from '../core/local-time.ts';
import type { Platform } from '../core/model.ts';
import { paceGap } from '../core/pace.ts';
import { textsOf } from '../i18n/texts.ts';
import { completeAmong } from './announcement-goal.ts';
import { announcementMessage } from './announcement-view.ts';
import {
  type Addressee,
  type Audience,
  addresseesAmong,
  audienceOf,
  CHUNK,
  nextAddressees,
} from './audience.ts';
import { noticeRow } from './notices.ts';
import type { Services } from './services.ts';

/** The cursor of a round that everybody has been added to. */
export const EXPANDED = '~';

/** When the next notice may leave on each platform, ms UTC; announcements queue up behind each other. */
export type Queue = Map<Platform, number>;

/** Where the queue of announcements ends on each platform. */
export async function queueOf({ store }: Pick<Services, 'store'>): Promise<Queue> {
  const rows = await store.all(announcementBacklog());
  return new Map(rows.flatMap(({ platform, dueAt }) => (platform === null ? [] : [[platform, dueAt]])));
}

/**
 * The next people of a round, as one commit: recipients, their notices spread at each platform's pace, and the cursor
 * behind them; whoever is interrupted goes on there.
 *
 * The first round is for the audience as it is now; a countdown or reminder for its recipients that are still incomplete.
 */
export async function expandRound(
  services: Services,
  round: RoundRow,
  queue: Queue,
): Promise<{ writes: Statement[]; added: number }> {
  const now = services.now();
  const announcement = await first(services.store, announcementById({ id: round.announcementId }));
  if (!announcement) return { writes: [updateRound(round, { cursor: EXPANDED })], added: 0 };
  const audience = await audienceOf(services, announcement.audience);
  const { addressees, cursor } =
    round.kind === 'first'
      ? await nextAddressees(services, audience, round.cursor)
      : await nextIncomplete(services, announcement, audience, round);
  const cancelled = announcement.cancelledAt !== null;
  const gaps = gapsOf(services, announcement);
  const recipients: RecipientRow[] = [];
  const notices: OutboxRow[] = [];
  for (const { person, account } of addressees) {
    const id = recipientId(round.id, person.id);
    const base = { id, roundId: round.id, announcementId: announcement.id, personId: person.id, at: now };
    const recipient = { ...base, unitId: person.unitId, reason: null };
    if (cancelled) recipients.push({ ...recipient, outcome: 'skipped', reason: 'cancelled' });
    else if (typeof account === 'string') recipients.push({ ...recipient, outcome: account });
    else {
      recipients.push({ ...recipient, outcome: 'waiting' });
      const { platform } = account;
      const dueAt = Math.max(now, (queue.get(platform) ?? 0) + gaps(platform));
      queue.set(platform, dueAt);
      notices.push({ ...announcementNotice(round.id, person.id, now), platform, dueAt: Math.ceil(dueAt) });
    }
  }
  return {
    added: recipients.length,
    writes: [
      updateRound(round, { cursor: cursor ?? EXPANDED }),
      ...(recipients.length > 0 ? [insertRecipients(recipients)] : []),
      ...(notices.length > 0 ? [insertNotices(notices)] : []),
    ],
  };
}

/** A round's notice for one recipient, to leave at once. */
export function announcementNotice(round: string, personId: string, now: number): OutboxRow {
  return noticeRow(
    'announcement',
    `announcement:${recipientId(round, personId)}`,
    personId,
    { roundId: round },
    now,
  );
}

async function nextIncomplete(
  services: Services,
  announcement: AnnouncementRow,
  audience: Audience,
  round: RoundRow,
): Promise<{ addressees: Addressee[]; cursor: string | null }> {
  const { store } = services;
  const source = await first(store, roundById({ id: roundId(announcement.id, 'first', 0) }));
  const rows = source ? await store.all(recipientsAfter(source, round.cursor, CHUNK)) : [];
  if (rows.length === 0) return { addressees: [], cursor: null };
  const people = await store.all(peopleByIds(rows.map((row) => row.personId)));
  const complete = await completeAmong(services, announcement, people);
  const open = people.filter((person) => !complete.has(person.id));
  return {
    addressees: await addresseesAmong(services, audience, open),
    cursor: rows.length < CHUNK ? null : rows.at(-1)!.personId,
  };
}

/** Milliseconds between two notices on a platform; a long text takes several messages. */
function gapsOf(services: Services, announcement: AnnouncementRow): (platform: Platform) => number {
  const { locale, zone } = services.agency;
  const facts = { kind: 'first', today: localDate(services.now(), zone), readAt: null } as const;
  const message = announcementMessage(textsOf(locale), locale, announcement, facts);
  const known = new Map<Platform, number>();
  return (platform) => {
    const gap = known.get(platform) ?? paceGap(platform, services.pages(platform, message));
    known.set(platform, gap);
    return gap;
  };
}
