import type { OutboxRow } from '../../db/queries/outbox.ts';
import { policyOf } from '../app/notice-policy.ts';

/** What is under way, so that nothing is taken in hand twice. */
export interface Hands {
  /** Whether a row can be taken; what is counted or merged leaves one at a time for each person. */
  free(row: OutboxRow): boolean;
  take(row: OutboxRow): void;
  release(row: OutboxRow): void;
  /** Takes a row that leaves in another row's message. */
  join(row: OutboxRow): void;
  leave(row: OutboxRow): void;
}

/** Makes empty hands. */
export function createHands(): Hands {
  const keys = new Set<string>();
  const people = new Set<string>();
  const oneByOne = ({ kind, personId }: OutboxRow) => {
    const { merges, budget } = policyOf(kind);
    return merges || budget !== 'free' ? personId : null;
  };
  return {
    free: (row) => !keys.has(row.key) && !people.has(oneByOne(row) ?? ''),
    take(row) {
      keys.add(row.key);
      const person = oneByOne(row);
      if (person !== null) people.add(person);
    },
    release(row) {
      keys.delete(row.key);
      const person = oneByOne(row);
      if (person !== null) people.delete(person);
    },
    join: (row) => void keys.add(row.key),
    leave: (row) => void keys.delete(row.key),
  };
}
