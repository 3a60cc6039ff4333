import { announcementForm } from '../../conversations/announcement.ts';
import { clip } from '../../conversations/announcement-parts.ts';
import {
  type AnnouncementRow,
  announcementsByIds,
  openRounds,
  type RoundRow,
} from '../../db/queries/announcements.ts';
import { deleteDraft, draftsOf } from '../../db/queries/drafts.ts';
import { encodeAction } from '../core/action.ts';
import { groupBy } from '../core/group.ts';
import { localDate, shortDate } from '../core/local-time.ts';
import { type Message, replyWith, say, withButtons } from '../core/message.ts';
import { canAnnounce } from '../core/permissions.ts';
import { announcementDraft } from './announcement-draft.ts';
import { stepsText } from './announcement-preview.ts';
import { announcementButton, stamp } from './announcement-view.ts';
import { draftButton } from './draft-view.ts';
import { begin } from './drafts.ts';
import { answered, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

const MAX_LISTED = 10;
const MAX_TEXT = 160;

/** `siaran`: what is scheduled or under way, or a new announcement at once. */
export async function announcements(session: Session, args: string): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canAnnounce(person)) return answered(say(t.announcement.onlyHr()));
  const open = groupBy(await services.store.all(openRounds()), (round) => round.announcementId);
  if (open.size === 0 || /^(baru|new)$/i.test(args.trim())) return compose(session);
  const rows = (await services.store.all(announcementsByIds([...open.keys()]))).filter(
    (row) => row.cancelledAt === null,
  );
  if (rows.length === 0) return compose(session);
  const fresh = {
    label: t.announcement.button.compose(),
    action: encodeAction({ do: 'command', name: 'siaranbaru' }),
  };
  const title = withButtons(say({ kind: 'title', text: t.announcement.list.title() }), [fresh]);
  const items = rows.slice(0, MAX_LISTED).map((row) => listed(session, row, open.get(row.id) ?? []));
  return { reply: replyWith(title, ...items), writes: [] };
}

/** Begins an announcement; one that was begun and not finished is offered first. */
export async function compose(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canAnnounce(person)) return answered(say(t.announcement.onlyHr()));
  const drafts = await services.store.all(draftsOf({ personId: person.id }));
  const unfinished = drafts.find((draft) => draft.form === announcementForm.id);
  if (unfinished && Object.keys(unfinished.answers).length > 0) {
    const op = draftButton(unfinished);
    return answered(
      withButtons(
        say(t.announcement.list.unfinished(), {
          kind: 'quote',
          text: clip(String(unfinished.answers.text ?? ''), MAX_TEXT),
        }),
        [op('resume', t.button.resume()), op('cancel', t.button.cancel())],
      ),
    );
  }
  const outcome = await begin(session, await announcementDraft(session, null));
  const old = unfinished ? [deleteDraft(unfinished.id, unfinished.revision)] : [];
  return { ...outcome, writes: [...old, ...outcome.writes] };
}

/** An announcement in the list, with what can still be done about it. */
function listed(
  { t, locale, services, now }: Session,
  row: AnnouncementRow,
  open: readonly RoundRow[],
): Message {
  const { zone } = services.agency;
  const texts = t.announcement.list;
  const waiting = open.find((round) => round.kind === 'first' && round.status === 'scheduled');
  const sending = open.some((round) => round.status === 'sending');
  const steps = open.filter((round) => round.kind === 'countdown' && round.status === 'scheduled');
  const state = waiting
    ? texts.scheduled(stamp(t, locale, waiting.dueAt, zone))
    : sending
      ? texts.sending()
      : texts.sent(stamp(t, locale, row.createdAt, zone));
  const op = announcementButton(row.id);
  const button = t.announcement.button;
  return withButtons(
    say(
      { kind: 'line', parts: [{ bold: state }] },
      { kind: 'quote', text: clip(row.body, MAX_TEXT) },
      ...(steps.length > 0
        ? [
            texts.countdown(
              stepsText(t, steps, (date) => shortDate(date, locale, localDate(now, zone)), zone),
            ),
          ]
        : []),
    ),
    [
      ...(waiting ? [op('edit', button.edit())] : [op('board', button.report())]),
      op('cancel', button.cancel()),
    ],
  );
}
