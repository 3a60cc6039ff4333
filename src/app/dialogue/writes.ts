import { insertAudit } from '../../../db/queries/calendar.ts';
import { commitmentsOfDialogue } from '../../../db/queries/commitments.ts';
import { type DialogueRow, dialoguePostings, updateDialogue } from '../../../db/queries/dialogues.ts';
import type { Statement } from '../../../db/store.ts';
import type { Side } from '../../core/dialogue/kinds.ts';
import { nextStep } from '../../core/dialogue/life.ts';
import { kitMoment, morningAfter } from '../../core/dialogue/reminders.ts';
import { localDate } from '../../core/local-time.ts';
import { type DialogueEvent, notify, refresh } from '../notices.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { commitmentReminders } from './commitment-writes.ts';
import type { Meeting } from './meeting.ts';
import { morningFacts } from './mornings.ts';

/** How long after its beginning a dialogue is asked about. */
const AFTER_MS = 60 * 60_000;

/** What happened to a dialogue, and who did it; nobody where it follows from a change of staff. */
export interface Happened {
  event: DialogueEvent;
  by: string | null;
  /** Who is told. */
  told: readonly string[];
  now: number;
}

/**
 * Everything that follows from a step: the row, a line in the audit trail, notices to whom it concerns, what is brought
 * to mind later, and the messages that show the dialogue.
 *
 * `after` still carries the revision that was read.
 */
export async function stepWrites(
  services: Services,
  meeting: Meeting,
  after: DialogueRow,
  { event, by, told, now }: Happened,
): Promise<Statement[]> {
  const before = meeting.row;
  const { id, revision: _, ...change } = after;
  const revision = before.revision + 1;
  return [
    updateDialogue(id, before.revision, { ...change, updatedAt: now }),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: by,
      action: `dialogue.${event}`,
      subject: id,
      detail: {
        revision,
        ...(before.startsAt === after.startsAt
          ? {}
          : { startedAt: before.startsAt, startsAt: after.startsAt }),
        ...(before.minutesRevision === after.minutesRevision ? {} : { minutes: after.minutesRevision }),
        ...(before.leaderId === after.leaderId ? {} : { from: before.leaderId, to: after.leaderId }),
      },
    }),
    ...told.map((person) =>
      notify(
        'dialogue',
        `dialogue:${id}:${revision}:${person}`,
        person,
        { dialogueId: id, revision, event },
        now,
      ),
    ),
    ...(await laterNotices(services, meeting, { ...after, revision }, now)),
    ...(await refreshDialogue(services, id, now)),
  ];
}

/** Has the messages that show a dialogue show how it stands now. */
export async function refreshDialogue(
  { store }: Pick<Services, 'store'>,
  id: string,
  now: number,
): Promise<Statement[]> {
  const postings = await store.all(dialoguePostings({ subject: id }));
  return postings.map((posting) =>
    refresh(
      'dialogue_state',
      `dialogue_state:${posting.id}`,
      posting.personId,
      { dialogueId: id, postingId: posting.id },
      now,
    ),
  );
}

/** What is brought to mind later, each under the revision for which it is true. */
export async function laterNotices(
  services: Pick<Services, 'store' | 'agency'>,
  { employee, leader }: Pick<Meeting, 'employee' | 'leader'>,
  row: DialogueRow,
  now: number,
): Promise<Statement[]> {
  const { id, revision, startsAt } = row;
  const people = { employee, leader };
  const step = nextStep(row);
  const wait = (side: Side, dueAt: number) => {
    const person = people[side].id;
    const key = `dialogue:${id}:${revision}:${person}:waiting`;
    return notify('dialogue', key, person, { dialogueId: id, revision, event: 'waiting' }, now, dueAt);
  };
  const today = (side: Side, at: number) => localDate(at, zoneOf(people[side], services));
  const tomorrow = async (side: Side) => {
    const date = today(side, now);
    return morningAfter(date, await morningFacts(services, people[side], date));
  };
  switch (step.what) {
    case 'answer': {
      const side = step.by[0]!;
      const at = await tomorrow(side);
      return at < startsAt ? [wait(side, at)] : [];
    }
    case 'hold': {
      const kits = (['employee', 'leader'] as const).map(async (side) => {
        const person = people[side];
        const facts = await morningFacts(services, person, today(side, startsAt));
        const key = `dialogue_kit:${id}:${revision}:${person.id}`;
        const at = kitMoment(startsAt, now, facts);
        return notify('dialogue_kit', key, person.id, { dialogueId: id, revision }, now, at);
      });
      return [...(await Promise.all(kits)), wait('leader', Math.max(now, startsAt) + AFTER_MS)];
    }
    case 'write':
      return [wait('leader', await tomorrow('leader'))];
    case 'confirm':
      return Promise.all(step.by.map(async (side) => wait(side, await tomorrow(side))));
    case 'nothing': {
      const agreed = await services.store.all(commitmentsOfDialogue(row));
      const each = agreed.map((one) =>
        commitmentReminders(services, one, one.ownerId === employee.id ? employee : leader, now),
      );
      return (await Promise.all(each)).flat();
    }
    case 'propose':
      return [];
  }
}
