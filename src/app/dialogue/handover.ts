import { answersOfPerson, openDialoguesOf, updateAnswers } from '../../../db/queries/dialogues.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement, type Store } from '../../../db/store.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { Services } from '../services.ts';
import { type Meeting, withPeople } from './meeting.ts';
import { stepWrites } from './writes.ts';

/**
 * What follows for an employee's dialogues when their supervisor changes: those that are still ahead go on with the new
 * one, and both are told; without a new one they are cancelled. Minutes that wait for confirmation stay with those who
 * spoke.
 */
export async function handOverDialogues(
  services: Services,
  personId: string,
  fromSupervisor: string,
  toSupervisor: string | null,
  now: number,
): Promise<Statement[]> {
  const { store, agency } = services;
  const open = (await store.all(openDialoguesOf({ personId }))).filter(
    ({ employeeId, leaderId, status }) =>
      employeeId === personId &&
      leaderId === fromSupervisor &&
      (status === 'proposed' || status === 'agreed'),
  );
  const next = toSupervisor === null ? null : await first(store, personById({ id: toSupervisor }));
  const meetings = await withPeople(store, open);
  const writes = meetings.map((meeting) => {
    const { row, employee } = meeting;
    if (!next) {
      const reason = textsOf(employee.locale ?? agency.locale).dialogue.leftAgency();
      const after = { ...row, status: 'cancelled' as const, reason };
      return stepWrites(services, meeting, after, { event: 'cancelled', by: null, told: [personId], now });
    }
    const proposedBy = row.proposedBy === fromSupervisor ? next.id : row.proposedBy;
    // Why somebody wanted counselling was said to the one before.
    const reason = row.kind === 'counselling' ? null : row.reason;
    const after = { ...row, leaderId: next.id, proposedBy, reason };
    const told = [personId, next.id];
    const handed = { ...meeting, leader: next };
    return stepWrites(services, handed, after, { event: 'handed_over', by: null, told, now });
  });
  return [...(await Promise.all(writes)).flat(), ...(await unshared(store, meetings, personId, now))];
}

/** What the employee had shared with the one before is theirs to share again. */
async function unshared(
  store: Store,
  meetings: readonly Meeting[],
  personId: string,
  now: number,
): Promise<Statement[]> {
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ row }) => row.id);
  const shared = (await store.all(answersOfPerson(personId, ids))).filter((answers) => answers.shared);
  return shared.map(({ id, revision }) => updateAnswers(id, revision, { shared: false, updatedAt: now }));
}
