import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';

const problems = (env: Record<string, string>) => {
  const read = readSettings(env);
  return read.ok ? [] : read.problems.map(({ setting, message }) => `${setting} ${message}`);
};

describe('the settings', () => {
  it('open the playground when no token is set, on a database of its own', () => {
    expect(readSettings({})).toMatchObject({
      ok: true,
      settings: {
        playground: true,
        DATABASE_URL: 'file:./data/playground.db',
        PORT: 3000,
        HOST: '127.0.0.1',
      },
    });
  });

  it('count an empty value as absent, as in a copy of .env.example', () => {
    const lines = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8').split('\n');
    const names = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0]!);
    expect(readSettings(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readSettings({}));
    const read = readSettings({});
    const known = read.ok ? Object.keys(read.settings).filter((name) => name !== 'playground') : [];
    for (const name of known) expect(names).toContain(name);
    expect(names).toContain('TELEGRAM_WEBHOOK_SECRET');
  });

  it('name every wrong value at once, each in a sentence', () => {
    expect(
      problems({
        TELEGRAM_BOT_TOKEN: 'abc',
        PORT: 'http',
        AGENCY_TIME_ZONE: 'WITA',
        DATABASE_URL: 'mysql://x',
      }),
    ).toEqual([
      'DATABASE_URL must be file:<path> or postgres://…',
      'TELEGRAM_BOT_TOKEN must look like 123456:ABC… (from @BotFather)',
      'PORT must be a whole number from 0 to 65535',
      'AGENCY_TIME_ZONE must be a time zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura',
    ]);
  });

  it('ask for what belongs together', () => {
    expect(problems({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_WEBHOOK_URL: 'https://x.go.id/t' })[0]).toContain(
      'TELEGRAM_WEBHOOK_SECRET',
    );
    expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1' })[0]).toContain('SLACK_APP_TOKEN');
    expect(problems({ SLACK_SIGNING_SECRET: 's' })[0]).toContain('SLACK_BOT_TOKEN');
  });
});
