import { afterEach, beforeEach, expect, it } from 'vitest';
import { putFact } from '../../db/queries/calendar.ts';
import { insertOutage } from '../../db/queries/outages.ts';
import { insertNotice } from '../../db/queries/outbox.ts';
import { insertExtensions } from '../../db/queries/roster.ts';
import { createShell, now } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(() => {
  shell = createShell();
});
afterEach(() => shell.remove());

it('tells backlog, failures and the last tick', async () => {
  await shell.withStore((store) => {
    const notice = (key: string, status: 'pending' | 'failed', reason: string | null, dueAt: number) =>
      insertNotice({
        ...{
          key,
          kind: 'talk',
          personId: null,
          platform: 'telegram',
          address: '1',
          payload: {},
          status,
          reason,
        },
        ...{
          version: 1,
          attempts: 1,
          dueAt,
          createdAt: dueAt,
          settledAt: status === 'failed' ? dueAt : null,
        },
      });
    return store.commit([
      notice('a', 'pending', null, now - 90_000),
      notice('b', 'pending', null, now - 30_000),
      notice('c', 'failed', 'Forbidden: bot was blocked by the user', now - 60_000),
      insertOutage({
        ...{ id: 'o', source: 'program', appliedAt: now },
        ...{ fromAt: now - 3_600_000, toAt: now - 900_000 },
      }),
      insertExtensions(
        ['a', 'b'].map((personId) => ({
          ...{ id: personId, personId, localDate: '2026-11-23', outageId: 'o', closesAt: now },
        })),
      ),
      putFact('scheduler.tick', String(now - 20_000)),
    ]);
  });
  const { code, json } = await shell.run('status', '--json');
  expect(code).toBe(0);
  expect(json()).toMatchObject({
    outbox: {
      pending: [{ kind: 'talk', count: 2, oldestSeconds: 90 }],
      failures: [{ kind: 'talk', platform: 'telegram', reason: 'Forbidden: bot was blocked by the user' }],
      failed: 1,
    },
    outages: [{ source: 'program', minutes: 45, people: 2 }],
    scheduler: { lastTick: now - 20_000, ageSeconds: 20 },
  });
  const { out } = await shell.run('status');
  expect(out).toContain(
    'Gangguan program sejak 2026-11-23 08.00 WIB: 45 menit, batas lapor 2 orang diperpanjang.',
  );
  expect(out).toContain('Antrean talk: 2, tertua 90 detik yang lalu.');
  expect(out).toContain('2026-11-23 08.59 WIB talk (telegram): Forbidden');
});
