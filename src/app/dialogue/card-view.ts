import { type CommitmentRow, commitmentsOfDialogue } from '../../../db/queries/commitments.ts';
import { answersOfDialogue, workResultOwner } from '../../../db/queries/dialogues.ts';
import { first } from '../../../db/store.ts';
import { minutesConfirmedAt, type NextStep, nextStep } from '../../core/dialogue/life.ts';
import { localDate, longDate, shortDate } from '../../core/local-time.ts';
import { type Block, type Message, withButtons } from '../../core/message.ts';
import { stamp } from '../entry-view.ts';
import { zoneOf } from '../session.ts';
import { cardButtons } from './card-buttons.ts';
import { type Meeting, placeIn, type Reader, whenText } from './meeting.ts';

/**
 * A dialogue as one of the two, or whoever took over, sees it now; `headline` says what has just happened, and `agreed`
 * are its commitments where they are only being written.
 */
export async function dialogueCard(
  reader: Reader,
  meeting: Meeting,
  headline: string | null = null,
  agreed: readonly CommitmentRow[] | null = null,
): Promise<Message> {
  const { services, person, t, locale } = reader;
  const { row } = meeting;
  const [commitments, answers, result] = await Promise.all([
    agreed ?? services.store.all(commitmentsOfDialogue(row)),
    services.store.all(answersOfDialogue(row)),
    row.workResultId === null ? null : first(services.store, workResultOwner({ id: row.workResultId })),
  ]);
  const place = placeIn(meeting, person.id);
  const other = place?.other ?? meeting.employee;
  const { field, commitment } = t.dialogue;
  const today = localDate(services.now(), zoneOf(person, services));
  const rows: [string, string][] = [
    ...(place ? [] : [[field.with(), meeting.leader.name] as [string, string]]),
    [field.when(), whenText(reader, other, row.startsAt)],
    ...(row.place === null ? [] : [[field.place(), row.place] as [string, string]]),
    ...(result ? [[field.about(), t.workResult.named(result.number, result.title)] as [string, string]] : []),
    ...(row.reason === null ? [] : [[field.reason(), row.reason] as [string, string]]),
    ...(row.heldOn === null ? [] : [[field.heldOn(), longDate(row.heldOn, locale)] as [string, string]]),
  ];
  const blocks: Block[] = [
    ...(headline === null ? [] : [line(headline)]),
    { kind: 'title', text: t.dialogue.with(t.dialogue.kind(row.kind), other.name) },
    { kind: 'fields', rows },
    ...(row.minutes === null
      ? []
      : [bold(field.minutes()), { kind: 'list' as const, items: row.minutes.map((text) => [text]) }]),
    ...(commitments.length === 0
      ? []
      : [
          bold(field.commitments()),
          {
            kind: 'list' as const,
            items: commitments.map(({ ownerId, what, dueOn, status }) => {
              const owner = ownerId === meeting.employee.id ? meeting.employee : meeting.leader;
              const promised = commitment.line(what, shortDate(dueOn, locale, today));
              const said = commitment.of(owner.name, promised);
              return [status === 'open' ? said : commitment.ended(said, status === 'done')];
            }),
          },
        ]),
    { kind: 'note', text: nextText(reader, meeting, nextStep(row)) },
  ];
  const message: Message = { blocks, buttons: [], files: [] };
  return place ? withButtons(message, ...cardButtons(reader, meeting, answers)) : message;
}

/** Who has to do what next, in one sentence to the reader. */
export function nextText(reader: Reader, meeting: Meeting, step: NextStep): string {
  const { services, person, t, locale } = reader;
  const { row } = meeting;
  const place = placeIn(meeting, person.id);
  const other = place?.other ?? meeting.leader;
  const mine = place !== null && step.by.includes(place.side);
  const { next } = t.dialogue;
  switch (step.what) {
    case 'answer':
      return mine ? next.answerYou() : next.answerOther(other.name);
    case 'hold':
      return next.hold();
    case 'write':
      return next.write(other.name);
    case 'confirm':
      return mine ? next.confirmYou() : next.confirmOther(other.name);
    case 'propose':
      return next.propose(row.status);
    case 'nothing':
      return next.nothing(
        stamp(t, locale, minutesConfirmedAt(row) ?? row.updatedAt, zoneOf(person, services)),
      );
  }
}

const line = (text: string): Block => ({ kind: 'line', parts: [text] });
const bold = (text: string): Block => ({ kind: 'line', parts: [{ bold: text }] });
