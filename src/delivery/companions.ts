import { dueOfPerson, type OutboxRow } from '../../db/queries/outbox.ts';
import type { Departure } from '../app/departure.ts';
import { fits, merge } from '../app/merge.ts';
import { policyOf } from '../app/notice-policy.ts';
import { isKept, type Rendered, type RenderResult } from '../app/rendered.ts';
import type { Services } from '../app/services.ts';
import type { Hands } from './hands.ts';

/** A message that is about to leave, with the rows that leave in it; the first one carries the others. */
export interface Parcel {
  rows: [OutboxRow, ...OutboxRow[]];
  rendered: Rendered;
}

/** Makes the part of delivery that finds what can leave in the same message. */
export function createCompanions(
  services: Services,
  render: (services: Services, row: OutboxRow) => Promise<RenderResult>,
  departure: Departure,
  hands: Hands,
  isAlone: (key: string) => boolean,
): (row: OutboxRow, rendered: Rendered) => Promise<Parcel> {
  return async (row, rendered) => {
    const alone: Parcel = { rows: [row], rendered };
    if (row.personId === null || rendered.edit || !policyOf(row.kind).merges || isAlone(row.key))
      return alone;
    const due = await services.store.all(dueOfPerson({ personId: row.personId, now: services.now() }));
    const rows: OutboxRow[] = [row];
    const parts = new Map([[row.key, rendered]]);
    for (const other of due) {
      if (!policyOf(other.kind).merges || parts.has(other.key) || isAlone(other.key)) continue;
      // What cannot be shown now is looked at in its own turn.
      const result = await render(services, other).catch(() => null);
      if (!result || isKept(result) || !fits([...parts.values()], result)) continue;
      // What was put off until the morning leaves with whatever is free to leave, but brings nothing forward.
      if (await departure(other, result)) continue;
      rows.push(other);
      parts.set(other.key, result);
    }
    if (rows.length === 1) return alone;
    for (const other of rows.slice(1)) hands.join(other);
    // They are read in the order in which they were said, whoever carries them.
    const said = rows.toSorted((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1));
    const messages = said.map((one) => parts.get(one.key) as Rendered);
    return {
      rows: [row, ...rows.slice(1)],
      rendered: merge(messages as [Rendered, ...Rendered[]]),
    };
  };
}
