import type { Statement } from '../../../db/store.ts';
import { localDate } from '../../core/local-time.ts';
import { moveDraft } from '../plan/moves.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import type { PeopleDifference, StoredPeople } from './people-difference.ts';

/**
 * Prepares a new version of the plan of everybody who moves to another unit or position, for them to complete and propose;
 * until it is agreed the present one stays in force.
 */
export async function planMoves(
  services: Services,
  { changed }: PeopleDifference,
  { people }: StoredPeople,
  unitId: (name: string) => string,
): Promise<Statement[]> {
  const moved = changed.filter(({ fields }) =>
    fields.some(({ field }) => field === 'unit' || field === 'position'),
  );
  const stored = new Map(people.map((person) => [person.id, person]));
  const writes: Statement[] = [];
  for (const { id, person } of moved) {
    const today = localDate(services.now(), zoneOf(stored.get(id)!, services));
    const place = { unitId: unitId(person.unit), position: person.position };
    writes.push(...(await moveDraft(services, id, today, place)));
  }
  return writes;
}
