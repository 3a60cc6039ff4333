import { joinAgenda, lookAgain } from '../../../db/queries/agenda.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import {
  changeService,
  closeDialogues,
  closeReminders,
  closeRequests,
  dropDrafts,
  pendingOf,
} from '../../../db/queries/departures.ts';
import { peopleWithRole } from '../../../db/queries/outages.ts';
import { settleOutbox } from '../../../db/queries/outbox.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { localDate } from '../../core/local-time.ts';
import { isHr } from '../../core/permissions.ts';
import { type DepartureReason, hasLeft } from '../../core/staffing/departure.ts';
import { notify } from '../notices.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { settledWrites } from '../settled.ts';

/** That somebody leaves: their last local date, why, and who in HR recorded it (null: the operator). */
export interface Departure {
  lastDay: string;
  reason: DepartureReason;
  actorId: string | null;
}

/** Records that somebody leaves; where their last day has passed they have left at once. */
export async function departureWrites(
  services: Services,
  person: PersonRow,
  { lastDay, reason, actorId }: Departure,
  now: number,
): Promise<Statement[]> {
  const audit = insertAudit({
    ...{ id: services.newId(), at: now, actorId, action: 'person.leaves', subject: person.id },
    detail: { lastDay, reason },
  });
  const leaving = { ...person, activeUntil: lastDay };
  if (hasLeft(leaving, localDate(now, zoneOf(person, services))))
    return [audit, ...(await leaveWrites(services, leaving, now))];
  return [
    changeService(person, { activeUntil: lastDay, updatedAt: now }),
    audit,
    joinAgenda('staffing', [person.id], now),
    lookAgain([person.id]),
  ];
}

/**
 * Ends somebody's service: history stays, what they have begun ends, and nothing that waits for them is sent.
 *
 * HR learns whom they leave behind without a supervisor.
 */
export async function leaveWrites({ store }: Services, person: PersonRow, now: number): Promise<Statement[]> {
  const pending = (await store.all(pendingOf(person.id))).filter(({ kind }) => kind !== 'fetch');
  const hr = (await store.all(peopleWithRole('hr'))).filter((one) => isHr(one) && one.id !== person.id);
  const { id: personId, activeUntil } = person;
  return [
    changeService(person, { active: false, activeUntil, updatedAt: now }),
    dropDrafts(personId),
    closeRequests(personId, now),
    closeDialogues(personId, now),
    closeReminders(personId, now),
    ...pending.flatMap((row) => [
      settleOutbox({ key: row.key, version: row.version, status: 'skipped', reason: 'inactive', now }),
      ...settledWrites(row, { status: 'skipped', reason: 'inactive', now }),
    ]),
    ...hr.map(({ id }) => notify('leaver', `leaver:${personId}:${activeUntil}:${id}`, id, { personId }, now)),
    lookAgain([personId, ...(person.supervisorId === null ? [] : [person.supervisorId])]),
  ];
}

/**
 * Takes a departure back, or lets somebody serve again who has left.
 *
 * @param from first local date on which reports are expected again; null: as before, where it was a mistake
 */
export function returnWrites(
  services: Pick<Services, 'newId'>,
  person: PersonRow,
  from: string | null,
  actorId: string | null,
  now: number,
): Statement[] {
  const change = { active: true, activeUntil: null, updatedAt: now };
  return [
    changeService(person, from === null ? change : { ...change, activeFrom: from }),
    joinAgenda('prompt', [person.id], now),
    lookAgain([person.id, ...(person.supervisorId === null ? [] : [person.supervisorId])]),
    insertAudit({
      ...{ id: services.newId(), at: now, actorId, action: 'person.returns', subject: person.id },
      detail: { from },
    }),
  ];
}
