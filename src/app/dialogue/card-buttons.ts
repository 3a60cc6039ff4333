import type { DialogueAnswersRow } from '../../../db/queries/dialogues.ts';
import { encodeAction } from '../../core/action.ts';
import { nextStep } from '../../core/dialogue/life.ts';
import type { Button } from '../../core/message.ts';
import { canReadKit } from '../../core/permissions.ts';
import { type Meeting, placeIn, type Reader } from './meeting.ts';

/** A button of this room. */
export function dialogueButton(op: string, label: string, id: string | null, arg = ''): Button {
  return { label, action: encodeAction({ do: 'room', room: 'dialogue', op, id, arg }) };
}

/** What one of the two can do with a dialogue now. */
export function cardButtons(
  { services, person, t }: Reader,
  meeting: Meeting,
  answers: readonly DialogueAnswersRow[],
): Button[][] {
  const { row } = meeting;
  const { side, other } = placeIn(meeting, person.id)!;
  const b = t.dialogue.button;
  const op = (name: string, label: string, arg = '') => dialogueButton(name, label, row.id, arg);
  const begun = services.now() >= row.startsAt;
  const own = answers.find(({ personId }) => personId === person.id);
  const preparing = [
    op('prepare', own ? b.changeAnswers() : b.prepare()),
    ...(own && !own.shared ? [op('share', b.share(), String(own.revision))] : []),
  ];
  const theirs = answers.some(({ personId, shared }) => personId === other.id && shared)
    ? [op('theirs', b.theirs(other.name))]
    : [];
  const reading = [...(canReadKit(person, meeting.employee, row) ? [op('kit', b.kit())] : []), ...theirs];
  const held = { ...op('held', b.held()), style: 'primary' as const };
  switch (row.status) {
    case 'proposed':
      if (row.proposedBy === person.id)
        return [[op('move', b.change()), op('cancel', b.cancel())], preparing, reading];
      return [
        [
          begun ? held : { ...op('agree', b.agree(), String(row.revision)), style: 'primary' },
          op('move', b.move()),
          op('decline', b.decline()),
        ],
        preparing,
        reading,
      ];
    case 'agreed':
      return [begun ? [held] : [], preparing, reading, [op('move', b.change()), op('cancel', b.cancel())]];
    case 'held': {
      if (row.minutes === null)
        return [[{ ...op('minutes', b.write()), style: 'primary' }], preparing, reading];
      const waits = nextStep(row).by.includes(side);
      return [
        [
          ...(waits
            ? [{ ...op('confirm', b.confirm(), String(row.minutesRevision)), style: 'primary' as const }]
            : []),
          op('minutes', b.correct()),
        ],
        reading,
      ];
    }
    case 'declined':
    case 'cancelled':
      return [[dialogueButton('new', b.again(), other.id)]];
    case 'confirmed':
      return [theirs];
  }
}
