import { answersOfDialogue } from '../../../db/queries/dialogues.ts';
import { accountsOf } from '../../../db/queries/people.ts';
import { postingById } from '../../../db/queries/prompts.ts';
import { first } from '../../../db/store.ts';
import { otherSide } from '../../core/dialogue/kinds.ts';
import { nextStep } from '../../core/dialogue/life.ts';
import { say, withButtons } from '../../core/message.ts';
import { canReadDialogue, canReadKit } from '../../core/permissions.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import { dialogueButton } from './card-buttons.ts';
import { dialogueCard } from './card-view.ts';
import { kitOf } from './kit.ts';
import { kitMessage } from './kit-view.ts';
import { meetingOf, placeIn, readerOf } from './meeting.ts';
import { answerBlocks } from './prepare.ts';

/** What happened to a dialogue, with the dialogue as it stands and what can be done now. */
export const dialogue: Renderer<'dialogue'> = async (services, row, { dialogueId, revision, event }) => {
  const person = await personOf(services, row.personId);
  const meeting = await meetingOf(services.store, dialogueId);
  const place = person?.active && meeting && placeIn(meeting, person.id);
  if (!place) return skip('gone');
  // Whatever came after it is told by a notice of its own.
  if (meeting.row.revision !== revision) return skip('changed_again');
  if (event === 'waiting' && !nextStep(meeting.row).by.includes(place.side)) return skip('done');
  const to = await accountFor(services, person, place.side === 'employee' ? 'employee' : 'supervisor');
  if ('skip' in to) return to;
  const reader = readerOf(services, person);
  const said = reader.t.dialogue.event[event](
    event === 'handed_over' ? meeting.leader.name : place.other.name,
  );
  return {
    account: to,
    message: await dialogueCard(reader, meeting, said),
    thread: null,
    edit: null,
    posting: { kind: 'dialogue', subject: dialogueId, entryId: null },
    conversation: place.side === 'leader',
  };
};

/** A message that shows a dialogue, as it stands now. */
export const dialogueState: Renderer<'dialogue_state'> = async (services, row, { dialogueId, postingId }) => {
  const [person, meeting, posting] = await Promise.all([
    personOf(services, row.personId),
    meetingOf(services.store, dialogueId),
    first(services.store, postingById({ id: postingId })),
  ]);
  if (!person || !meeting || !posting) return skip('gone');
  const accounts = await services.store.all(accountsOf({ personId: person.id }));
  const account = accounts.find((a) => a.platform === posting.platform && a.address === posting.address);
  // Nobody is written to for the sake of an old message.
  if (!account?.reachable) return skip('unreachable');
  const reader = readerOf(services, person);
  const { t } = reader;
  const message =
    placeIn(meeting, person.id) || canReadDialogue(person, meeting.employee, meeting.row)
      ? await dialogueCard(reader, meeting)
      : say(
          { kind: 'title', text: t.dialogue.with(t.dialogue.kind(meeting.row.kind), meeting.employee.name) },
          t.dialogue.moved(meeting.leader.name),
        );
  return { account, message, thread: null, edit: posting, posting: null };
};

/** The page before a dialogue, for one of the two. */
export const dialogueKit: Renderer<'dialogue_kit'> = async (services, row, { dialogueId, revision }) => {
  const person = await personOf(services, row.personId);
  const meeting = await meetingOf(services.store, dialogueId);
  const place = person?.active && meeting && placeIn(meeting, person.id);
  if (!place) return skip('gone');
  if (!canReadKit(person, meeting.employee, meeting.row)) return skip('not_supervisor');
  if (meeting.row.status !== 'agreed' || meeting.row.revision !== revision) return skip('changed');
  const to = await accountFor(services, person, place.side === 'employee' ? 'employee' : 'supervisor');
  if ('skip' in to) return to;
  const kit = await kitOf(services, meeting);
  return {
    ...plain(to, kitMessage(services, readerOf(services, person), meeting, kit)),
    conversation: place.side === 'leader',
  };
};

/** What the other side has prepared and shared. */
export const dialogueAnswers: Renderer<'dialogue_answers'> = async (services, row, payload) => {
  const { dialogueId, authorId, revision } = payload;
  const person = await personOf(services, row.personId);
  const meeting = await meetingOf(services.store, dialogueId);
  const place = person?.active && meeting && placeIn(meeting, person.id);
  if (!place || place.other.id !== authorId) return skip('gone');
  const { status, kind } = meeting.row;
  if (status === 'declined' || status === 'cancelled') return skip(status);
  const answers = await services.store.all(answersOfDialogue(meeting.row));
  const theirs = answers.find(({ personId }) => personId === authorId);
  if (!theirs?.shared || theirs.revision !== revision) return skip('changed');
  const to = await accountFor(services, person, place.side === 'employee' ? 'employee' : 'supervisor');
  if ('skip' in to) return to;
  const { t } = readerOf(services, person);
  const shown = say(
    t.dialogue.answers.sharedBy(place.other.name),
    { kind: 'title', text: t.dialogue.with(t.dialogue.kind(kind), place.other.name) },
    ...answerBlocks(t, kind, otherSide(place.side), theirs.answers),
  );
  const buttons = [dialogueButton('prepare', t.dialogue.button.prepare(), dialogueId)];
  return { ...plain(to, withButtons(shown, buttons)), conversation: place.side === 'leader' };
};
