import { commitmentById } from '../../../db/queries/commitments.ts';
import { first } from '../../../db/store.ts';
import { localDate } from '../../core/local-time.ts';
import { say, withButtons } from '../../core/message.ts';
import { canReadDialogue } from '../../core/permissions.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import { zoneOf } from '../session.ts';
import { commitmentButtons, commitmentLine, otherOf } from './commitments.ts';
import { readerOf } from './meeting.ts';

/** A commitment that is due soon, or was due, for its owner. */
export const commitment: Renderer<'commitment'> = async (services, row, { commitmentId, revision, when }) => {
  const person = await personOf(services, row.personId);
  const found = await first(services.store, commitmentById({ id: commitmentId }));
  if (!person?.active || found?.commitment.ownerId !== person.id) return skip('gone');
  const { commitment: promised } = found;
  if (promised.status !== 'open') return skip('closed');
  if (promised.revision !== revision) return skip('changed');
  const leads = promised.leaderId === person.id;
  const to = await accountFor(services, person, leads ? 'supervisor' : 'employee');
  if ('skip' in to) return to;
  const reader = readerOf(services, person);
  const { t } = reader;
  const other = await personOf(services, otherOf(promised));
  const today = localDate(services.now(), zoneOf(person, services));
  const message = say(
    { kind: 'title', text: t.dialogue.commitment.remind(when === 'before') },
    commitmentLine({ ...reader, today }, promised),
    { kind: 'note', text: t.dialogue.commitment.agreedIn(other?.name ?? '–') },
  );
  const buttons = commitmentButtons(reader, promised.id, null);
  return { ...plain(to, withButtons(message, buttons)), conversation: leads };
};

/** What became of a commitment, for the side that does not own it, and for whoever follows as supervisor. */
export const commitmentChanged: Renderer<'commitment_changed'> = async (services, row, payload) => {
  const person = await personOf(services, row.personId);
  const found = await first(services.store, commitmentById({ id: payload.commitmentId }));
  if (!person?.active || !found) return skip('gone');
  const { commitment: promised, kind, dialogueStatus: status } = found;
  const employee = await personOf(services, promised.employeeId);
  const leads = promised.employeeId !== person.id;
  const follows = leads && employee && canReadDialogue(person, employee, { ...promised, kind, status });
  if (otherOf(promised) !== person.id && !follows) return skip('gone');
  if (promised.revision !== payload.revision) return skip('changed_again');
  const to = await accountFor(services, person, leads ? 'supervisor' : 'employee');
  if ('skip' in to) return to;
  const reader = readerOf(services, person);
  const owner = await personOf(services, promised.ownerId);
  const today = localDate(services.now(), zoneOf(person, services));
  const message = say(
    reader.t.dialogue.commitment.told[promised.status](owner?.name ?? '–'),
    promised.status === 'open' ? commitmentLine({ ...reader, today }, promised) : promised.what,
    ...(promised.note === null ? [] : [{ kind: 'quote' as const, text: promised.note }]),
  );
  return { ...plain(to, message), conversation: leads };
};
