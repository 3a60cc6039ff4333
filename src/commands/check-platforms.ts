import type { OperatorTexts } from '../i18n/operator-texts.ts';
import type { Settings } from '../settings.ts';
import { type CheckFinding, finding } from './finding.ts';
import type { World } from './world.ts';

const TIMEOUT_MS = 15_000;
const CLOCK_LIMIT_MS = 5_000;
const PENDING_LIMIT = 100;
const RECENT_SECONDS = 3_600;

type Json = Record<string, unknown>;

/** An answer of a platform; `skew` is how many ms our clock is ahead of its, give or take half a second. */
type Answer = { ok: true; body: Json; skew: number | null } | { ok: false; reason: string };

/** Asks the platforms whose tokens are set, and compares our clock with theirs. */
export async function checkPlatforms(
  world: World,
  settings: Settings,
  t: OperatorTexts,
): Promise<CheckFinding[]> {
  const telegram = await checkTelegram(world, settings, t);
  const slack = await checkSlack(world, settings, t);
  const found = [...telegram.findings, ...slack.findings];
  if (settings.playground) found.push(finding('settings', 'warning', t.check.noPlatform()));
  const skews = [telegram.skew, slack.skew].filter((skew) => skew !== null);
  return [...found, checkClock(skews, t)];
}

/** Our clock against those of the platforms; one of them agreeing is enough. */
export function checkClock(skews: readonly number[], t: OperatorTexts): CheckFinding {
  const skew = skews.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (skew === undefined) return finding('clock', 'ok', t.check.clockUnknown());
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (Math.abs(skew) <= CLOCK_LIMIT_MS) return finding('clock', 'ok', t.check.clock());
  return finding('clock', 'problem', t.check.clockWrong(seconds, skew > 0));
}

async function checkTelegram(
  world: World,
  settings: Settings,
  t: OperatorTexts,
): Promise<{ findings: CheckFinding[]; skew: number | null }> {
  const token = settings.TELEGRAM_BOT_TOKEN;
  if (token === undefined)
    return { findings: [finding('telegram', 'ok', t.check.notSet('Telegram'))], skew: null };
  const root = `${settings.TELEGRAM_API_ROOT.replace(/\/$/, '')}/bot${token}`;
  const me = await ask(world, `${root}/getMe`, {});
  if (!me.ok)
    return {
      findings: [finding('telegram', 'problem', t.check.unreachable('Telegram', me.reason))],
      skew: null,
    };
  if (me.body.ok !== true) {
    const reason = String(me.body.description ?? me.body.error_code ?? '?');
    return { findings: [finding('telegram', 'problem', t.check.telegramRefused(reason))], skew: me.skew };
  }
  const username = String((me.body.result as Json).username);
  const findings = [finding('telegram', 'ok', t.check.telegram(username))];
  const hook = await ask(world, `${root}/getWebhookInfo`, {});
  if (!hook.ok || hook.body.ok !== true) {
    const reason = hook.ok ? String(hook.body.description) : hook.reason;
    findings.push(finding('webhook', 'problem', t.check.unreachable('Telegram', reason)));
  } else findings.push(...checkWebhook(hook.body.result as Json, settings, world.now(), t));
  return { findings, skew: me.skew };
}

/** Judges what Telegram says about the webhook (`getWebhookInfo`). */
export function checkWebhook(
  info: Json,
  { TELEGRAM_WEBHOOK_URL: wanted }: Pick<Settings, 'TELEGRAM_WEBHOOK_URL'>,
  now: number,
  t: OperatorTexts,
): CheckFinding[] {
  const url = String(info.url ?? '');
  const pending = Number(info.pending_update_count ?? 0);
  const findings: CheckFinding[] = [];
  if (wanted === undefined && url !== '')
    findings.push(finding('webhook', 'warning', t.check.webhookElsewhere(url)));
  if (wanted !== undefined && url === '')
    findings.push(finding('webhook', 'warning', t.check.webhookMissing()));
  if (wanted !== undefined && url !== '' && !url.startsWith(wanted))
    findings.push(finding('webhook', 'problem', t.check.webhookOther(url, wanted)));
  const failedAt = Number(info.last_error_date ?? 0);
  if (failedAt > 0 && now / 1000 - failedAt < RECENT_SECONDS)
    findings.push(
      finding('webhook', 'problem', t.check.webhookFailing(String(info.last_error_message ?? '?'))),
    );
  if (pending > PENDING_LIMIT) findings.push(finding('webhook', 'warning', t.check.webhookPending(pending)));
  if (findings.length > 0) return findings;
  return [finding('webhook', 'ok', url === '' ? t.check.polling() : t.check.webhook(pending))];
}

async function checkSlack(
  world: World,
  settings: Settings,
  t: OperatorTexts,
): Promise<{ findings: CheckFinding[]; skew: number | null }> {
  const token = settings.SLACK_BOT_TOKEN;
  if (token === undefined) return { findings: [finding('slack', 'ok', t.check.notSet('Slack'))], skew: null };
  const url = new URL('auth.test', `${settings.SLACK_API_URL.replace(/\/$/, '')}/`);
  const answer = await ask(world, url, { Authorization: `Bearer ${token}` });
  if (!answer.ok)
    return {
      findings: [finding('slack', 'problem', t.check.unreachable('Slack', answer.reason))],
      skew: null,
    };
  const { body, skew } = answer;
  if (body.ok !== true)
    return { findings: [finding('slack', 'problem', t.check.slackRefused(String(body.error ?? '?')))], skew };
  const bot = finding('slack', 'ok', t.check.slack(String(body.team ?? ''), String(body.user ?? '')));
  return { findings: [bot, ...(await checkSocketMode(world, settings, t))], skew };
}

/** Asks for a connection with the app-level token, which is a token of its own. */
async function checkSocketMode(world: World, settings: Settings, t: OperatorTexts): Promise<CheckFinding[]> {
  const token = settings.SLACK_APP_TOKEN;
  if (token === undefined) return [];
  const url = new URL('apps.connections.open', `${settings.SLACK_API_URL.replace(/\/$/, '')}/`);
  const answer = await ask(world, url, { Authorization: `Bearer ${token}` });
  if (!answer.ok) return [finding('slack', 'problem', t.check.unreachable('Slack', answer.reason))];
  if (answer.body.ok === true) return [];
  return [finding('slack', 'problem', t.check.appTokenRefused(String(answer.body.error ?? '?')))];
}

async function ask(world: World, url: string | URL, headers: Record<string, string>): Promise<Answer> {
  const sent = world.now();
  try {
    const response = await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const received = world.now();
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header counts whole seconds: the moment meant is on average half a second later.
    const skew = Number.isNaN(date) ? null : (sent + received) / 2 - (date + 500);
    const body = (await response
      .json()
      .catch(() => ({ error: response.status, error_code: response.status }))) as Json;
    return { ok: true, body, skew };
  } catch (error) {
    // The error's own message may hold the address, and with it the token.
    const cause = (error as { cause?: unknown }).cause;
    const reason = cause
      ? String((cause as { code?: unknown }).code ?? 'no connection')
      : (error as Error).name;
    return { ok: false, reason: reason === 'TypeError' ? 'no connection' : reason };
  }
}
