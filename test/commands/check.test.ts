import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { checkClock, checkWebhook } from '../../src/commands/check-platforms.ts';
import type { CheckFinding } from '../../src/commands/finding.ts';
import { operatorTexts } from '../../src/i18n/operator-texts.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { createShell, now } from './shell.ts';

const t = operatorTexts('id');
const shells: ReturnType<typeof createShell>[] = [];
const shellWith = (env: Record<string, string>) => {
  const shell = createShell(env);
  shells.push(shell);
  return shell;
};
afterEach(() => {
  for (const shell of shells.splice(0)) shell.remove();
});

async function check(env: Record<string, string>) {
  const { code, out, json } = await shellWith(env).run('check', '--json');
  const { findings } = json() as { findings: CheckFinding[] };
  return { code, out, level: (area: string) => findings.filter((f) => f.area === area).map((f) => f.level) };
}

describe('check', () => {
  it('passes an installation that has no platform yet, with warnings', async () => {
    const { code, level } = await check({});
    expect(code).toBe(0);
    expect(level('database')).toEqual(['ok']);
    expect(level('evidence')).toEqual(['ok']);
    expect(level('settings')).toEqual(['ok', 'warning']);
  });

  it('names every wrong setting', async () => {
    const { code, out } = await check({ PORT: '99999999', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(out).toContain('PORT');
    expect(out).toContain('LOG_LEVEL');
  });

  it('asks Telegram who the bot is, and never shows the token', async () => {
    const telegram = await startTelegramServer();
    const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
    const good = await check(env);
    expect(good.level('telegram')).toEqual(['ok']);
    const bad = await check({ ...env, TELEGRAM_BOT_TOKEN: '1:wrong' });
    expect([bad.code, bad.level('telegram')]).toEqual([1, ['problem']]);
    await telegram.stop();
    const gone = await check(env);
    expect(gone.level('telegram')).toEqual(['problem']);
    expect(good.out + bad.out + gone.out).not.toContain(telegram.token);
  });

  it('finds a Slack token that is refused, and a clock that is wrong', async () => {
    const server: Server = createServer((_, response) => {
      response.setHeader('Date', new Date(now - 60_000).toUTCString());
      response.end(JSON.stringify({ ok: false, error: 'invalid_auth' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, level, out } = await check({
      ...{
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      },
    });
    expect([code, level('slack'), level('clock')]).toEqual([1, ['problem'], ['problem']]);
    expect(out).toContain('invalid_auth');
    server.close();
  });
});

describe('the clock', () => {
  it('may be up to five seconds off', () => {
    expect(checkClock([4_900], t).level).toBe('ok');
    expect(checkClock([-6_000], t)).toMatchObject({
      level: 'problem',
      message: expect.stringContaining('6 detik'),
    });
    expect(checkClock([], t).level).toBe('ok');
  });
});

describe('the webhook', () => {
  const url = 'https://tutur.go.id/telegram';
  const levels = (info: Record<string, unknown>, wanted?: string) =>
    checkWebhook(info, { TELEGRAM_WEBHOOK_URL: wanted }, now, t).map(({ level }) => level);

  it('is judged by what Telegram says', () => {
    expect(levels({ url: '', pending_update_count: 0 })).toEqual(['ok']);
    expect(levels({ url, pending_update_count: 3 }, url)).toEqual(['ok']);
    expect(levels({ url: '' }, url)).toEqual(['warning']);
    expect(levels({ url })).toEqual(['warning']);
    expect(levels({ url: 'https://elsewhere.example' }, url)).toEqual(['problem']);
    expect(levels({ url, pending_update_count: 500 }, url)).toEqual(['warning']);
    const failing = { url, last_error_date: now / 1000 - 60, last_error_message: 'SSL error' };
    expect(levels(failing, url)).toEqual(['problem']);
    expect(levels({ ...failing, last_error_date: now / 1000 - 86_400 }, url)).toEqual(['ok']);
  });
});
