import { expect, it } from 'vitest';
import { freshDatabase } from './fresh-database.ts';

it('runs the tests on a real PostgreSQL that orders text by its bytes', async () => {
  const database = await freshDatabase();
  const [row] = await database.query(
    `select version() as version, datcollate as collation, pg_encoding_to_char(encoding) as encoding,
       (select count(*)::int from people) as people
     from pg_database where datname = current_database()`,
  );
  expect(row).toMatchObject({
    version: expect.stringMatching(/^PostgreSQL \d+/),
    collation: expect.stringMatching(/^C/),
    encoding: 'UTF8',
    people: 0,
  });
  if (process.env.SHOW) console.log(row);
  await database.close();
});
