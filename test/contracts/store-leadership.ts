import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Open, Place } from './store.ts';

/** Of several processes one delivers and schedules. */
export function leadershipContract(open: Open): void {
  describe('leadership', () => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    });
    afterAll(() => place.close());

    it('belongs to a process that is alone, for as long as it lives', async () => {
      expect(await place.store.leads()).toBe(true);
      expect(await Promise.all([place.store.leads(), place.store.leads()])).toEqual([true, true]);
    });

    it('passes to another process when the first has gone', async () => {
      if (!place.again) return;
      const second = await place.again();
      await place.store.leads();
      await place.store.close();
      expect(await second.leads()).toBe(true);
    });
  });
}
