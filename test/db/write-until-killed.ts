import { openStore } from '../../db/open.ts';
import { putFact } from '../../db/queries/calendar.ts';

/** A process that commits without end and names each commit once it is acknowledged. */
const store = await openStore(process.argv[2]!);
for (let at = 0; ; at += 10) {
  const keys = Array.from({ length: 10 }, (_, n) => `fact-${at + n}`);
  await Promise.all(
    keys.map(async (key) => {
      await store.commit([putFact(key, key), putFact(`${key}-twin`, key)]);
      process.stdout.write(`${key}\n`);
    }),
  );
}
