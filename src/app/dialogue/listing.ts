import { clockTime, localDate, localMinute, shortDate } from '../../core/local-time.ts';
import { type Button, type Message, say, withButtons } from '../../core/message.ts';
import type { Session } from '../session.ts';
import { dialogueButton } from './card-buttons.ts';
import { type Meeting, placeIn } from './meeting.ts';

/** Dialogues that are listed at once. */
export const MAX_LISTED = 10;

/** Dialogues in a numbered list, with the buttons that show each. */
export function listed(session: Session, title: string, meetings: readonly Meeting[]): Message {
  const { t } = session;
  const shown = meetings.slice(0, MAX_LISTED);
  const more = meetings.length - shown.length;
  return withButtons(
    say(
      { kind: 'title', text: title },
      ...shown.map((one, index) =>
        t.dialogue.overview.state(
          `${index + 1}. ${itemText(session, one)}`,
          t.dialogue.status(one.row.status),
        ),
      ),
      ...(more > 0 ? [t.dialogue.overview.more(more)] : []),
    ),
    ...shown.map((one, index) => [openButton(session, one, index + 1)]),
  );
}

/** A dialogue in a few words: with whom, what kind, when. */
export function itemText(session: Session, meeting: Meeting): string {
  const { t, locale, zone, today, person } = session;
  const { row } = meeting;
  const other = placeIn(meeting, person.id)?.other ?? meeting.employee;
  const date = shortDate(row.heldOn ?? localDate(row.startsAt, zone), locale, today);
  const when = row.heldOn === null ? `${date} ${clockTime(localMinute(row.startsAt, zone), locale)}` : date;
  return t.dialogue.overview.item(t.dialogue.kind(row.kind), other.name, when);
}

/** The button that shows a dialogue of a numbered list. */
export function openButton(
  { t, locale, zone, today, person }: Session,
  meeting: Meeting,
  number: number,
): Button {
  const { row } = meeting;
  const other = placeIn(meeting, person.id)?.other ?? meeting.employee;
  const date = shortDate(row.heldOn ?? localDate(row.startsAt, zone), locale, today);
  return dialogueButton('show', t.dialogue.button.open(number, other.name, date), row.id);
}
