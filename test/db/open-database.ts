import { openStore } from '../../db/open.ts';

/** A process that opens a database when it is told to; several of them are told at once. */
process.stdout.write('waiting\n');
process.stdin.once('data', async () => {
  try {
    const store = await openStore(process.argv[2]!);
    await store.close();
    process.stdout.write('opened\n');
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n`);
  }
  process.exit();
});
