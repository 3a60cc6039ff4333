import { insertAudit } from '../../db/queries/calendar.ts';
import { openObjections, updateObjection } from '../../db/queries/objections.ts';
import { Conflict } from '../../db/store.ts';
import { objectionFacts } from '../app/objection/facts.ts';
import { filingNotices } from '../app/objection/object.ts';
import { placement } from '../app/objection/place.ts';
import type { Services } from '../app/services.ts';

/**
 * Hands open objections over to whoever decides them now, after supervisors have changed or somebody has left; their
 * due dates stay. Gives the number of those that were handed over; the cost is that of the open ones.
 */
export async function handOverObjections(services: Services): Promise<number> {
  const { store } = services;
  const now = services.now();
  let moved = 0;
  for (const row of await store.all(openObjections({}))) {
    const facts = await objectionFacts(services, row);
    if (!facts) continue;
    const { againstId } = facts.contest;
    const place = await placement(services, facts.employee, againstId);
    const handlerId = place.handler.kind === 'person' ? place.handler.id : null;
    // With nobody to hand it to, it stays where it is.
    if (place.handler.kind === 'nobody' || handlerId === row.handlerId) continue;
    try {
      await store.commit([
        updateObjection(row.id, row.revision, { handlerId }),
        insertAudit({
          ...{ id: services.newId(), at: now, actorId: null, action: 'objection_handed_over' },
          ...{ subject: row.id, detail: { kind: row.subjectKind } },
        }),
        ...(await filingNotices(services, { ...row, handlerId }, facts.employee, againstId, place, now)),
      ]);
      moved += 1;
    } catch (error) {
      // It was decided at this moment, or is looked at again in an hour.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return moved;
}
