import { it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { SAVED, t, useWorld } from './support.ts';
const world = useWorld();
it('x', async () => {
  const siti = await world.onTelegram('siti');
  world.telegram.faults.add({ method: 'getFile', kind: 'http', status: 502, times: 99 });
  siti.document(Buffer.from('abc'), { name: 'a.pdf', mime: 'application/pdf', caption: 'Rekonsiliasi data RHK1' });
  await siti.waitFor(t.draft.review());
  siti.press(t.button.save());
  await siti.waitFor(SAVED);
  for (let i = 0; i < 12; i++) {
    await sleep(1000);
    console.log(world.telegram.calls.filter(c => c.method === 'getFile').map(c => c.at % 100000), JSON.stringify(world.rows("select kind,status,reason,attempts,due_at % 100000 due from outbox where kind not in ('reply')")), Date.now() % 100000);
  }
});
