import { definitiveUnderActing } from '../../../db/queries/supervisions.ts';
import type { Statement } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import type { Services } from '../services.ts';
import { decideOrder, knownSupervisions, supervisionWrites } from '../staffing/supervision.ts';
import type { PeopleDifference, StoredPeople } from './people-difference.ts';

/** People in one statement. */
const CHUNK = 500;

/** People under an acting supervisor as they are otherwise: a file names definitive supervisors. */
export async function withDefinitive(
  { store }: Pick<Services, 'store'>,
  { people, units }: StoredPeople,
): Promise<StoredPeople> {
  const own = new Map(
    (await store.all(definitiveUnderActing())).map((row) => [row.personId, row.supervisorId]),
  );
  return {
    units,
    people: people.map((one) => (own.has(one.id) ? { ...one, supervisorId: own.get(one.id)! } : one)),
  };
}

/** Changed supervisors, each from today on where the person works, with the handover of what waits. */
export async function supervisorChanges(
  services: Services,
  { changed }: PeopleDifference,
  { people }: StoredPeople,
  ids: ReadonlyMap<string, string>,
): Promise<Statement[]> {
  const now = services.now();
  const orders = new Map(
    changed
      .filter(({ fields }) => fields.some(({ field }) => field === 'supervisor'))
      .map(({ id, person }) => [id, person.supervisorNip === null ? null : ids.get(person.supervisorNip)!]),
  );
  const moving = people.filter(({ id }) => orders.has(id));
  const decisions = [];
  for (const some of inChunks(moving, CHUNK))
    for (const known of await knownSupervisions(services, some))
      decisions.push(
        decideOrder(
          services,
          known,
          {
            ...{ supervisorId: orders.get(known.person.id)!, kind: 'definitive', fromDate: null },
            ...{ toDate: null, reason: null, createdBy: null },
          },
          now,
        ),
      );
  return supervisionWrites(services, decisions, now);
}
