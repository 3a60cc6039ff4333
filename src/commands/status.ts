import type { Command } from 'commander';
import { factOf } from '../../db/queries/calendar.ts';
import { recentOutages } from '../../db/queries/outages.ts';
import { outboxCounts, outboxFailures } from '../../db/queries/outbox.ts';
import { allPeople, currentAccounts } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { clockTime, localDate, localMinute, zoneName } from '../core/local-time.ts';
import type { OutageSource } from '../core/model.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { entryCount } from './entry-count.ts';
import { maskNumbers } from './mask.ts';
import { type Context, type Report, runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

const FAILURES = 10;

/** Outages are shown for this long. */
const OUTAGE_DAYS = 30;
const MAX_OUTAGES = 10;

/** How things stand; ages in seconds, instants ms UTC. */
export interface Status {
  outbox: {
    pending: { kind: string; count: number; oldestSeconds: number }[];
    /** Newest first. */
    failures: { kind: string; platform: string | null; reason: string | null; at: number | null }[];
    failed: number;
  };
  unreachable: number;
  /** Newest first; `toAt` is null while it lasts, `people` are those whose cut-off was extended. */
  outages: { source: OutageSource; fromAt: number; toAt: number | null; minutes: number; people: number }[];
  /** `null`: the scheduler has never run. */
  scheduler: { lastTick: number; ageSeconds: number } | null;
  people: number;
  linked: number;
  /** Entries of the agency's present date. */
  entriesToday: number;
}

/** Registers `status`. */
export function registerStatus(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('status')
    .description(t.help.status())
    .option('--json', t.help.json())
    .addHelpText('after', `\n${t.help.example()}\n  npm run -s tutur -- status --json`)
    .action((options: { json?: boolean }) =>
      runWithStore(world, options.json === true, async (context) => {
        const status = await readStatus(context);
        return reportOf(status, context);
      }),
    );
}

/** Reads how things stand. */
async function readStatus({ services }: Pick<Context, 'services'>): Promise<Status> {
  const { store, agency } = services;
  const now = services.now();
  const age = (at: number) => Math.max(0, Math.round((now - at) / 1000));
  const counts = await store.all(outboxCounts());
  const failures = await store.all(outboxFailures(FAILURES));
  const accounts = await store.all(currentAccounts());
  const people = (await store.all(allPeople())).filter(({ active }) => active);
  const linked = new Set(accounts.map(({ personId }) => personId));
  const outages = await store.all(recentOutages(now - OUTAGE_DAYS * 86_400_000, MAX_OUTAGES));
  const tick = Number((await first(store, factOf({ key: 'scheduler.tick' })))?.value ?? 0);
  const entries = await first(store, entryCount(localDate(now, agency.zone)));
  return {
    outbox: {
      pending: counts
        .filter(({ status }) => status === 'pending')
        .map(({ kind, count, oldest }) => ({ kind, count: Number(count), oldestSeconds: age(oldest) })),
      failures: failures.map(({ kind, platform, reason, settledAt: at }) => ({
        ...{ kind, platform, at },
        reason: reason === null ? null : maskNumbers(reason),
      })),
      failed: counts
        .filter(({ status }) => status === 'failed')
        .reduce((sum, { count }) => sum + Number(count), 0),
    },
    unreachable: accounts.filter(({ reachable }) => !reachable).length,
    outages: outages.map(({ source, fromAt, toAt, people }) => ({
      ...{ source, fromAt, toAt, people: Number(people) },
      minutes: Math.round(((toAt ?? now) - fromAt) / 60_000),
    })),
    scheduler: tick > 0 ? { lastTick: tick, ageSeconds: age(tick) } : null,
    people: people.length,
    linked: people.filter(({ id }) => linked.has(id)).length,
    entriesToday: Number(entries?.count ?? 0),
  };
}

function reportOf(status: Status, { t, settings }: Context): Report {
  const { outbox, scheduler } = status;
  const zone = settings.AGENCY_TIME_ZONE;
  const when = (at: number) =>
    `${localDate(at, zone)} ${clockTime(localMinute(at, zone), settings.AGENCY_LOCALE)} ${zoneName(zone, at)}`;
  const lines = [
    t.status.people(status.people, status.linked),
    t.status.entries(status.entriesToday),
    ...pendingLines(outbox.pending, t),
    t.status.failed(outbox.failed),
    ...outbox.failures.map(
      ({ kind, platform, reason, at }) =>
        `  ${at === null ? '' : `${when(at)} `}${kind}${platform === null ? '' : ` (${platform})`}: ${reason ?? '–'}`,
    ),
    t.status.unreachable(status.unreachable),
    ...outageLines(status.outages, t, when),
    scheduler ? t.status.tick(when(scheduler.lastTick), scheduler.ageSeconds) : t.status.noTick(),
  ];
  return { exit: 0, lines, errors: [], data: status };
}

function outageLines(outages: Status['outages'], t: OperatorTexts, when: (at: number) => string): string[] {
  if (outages.length === 0) return [t.window.none()];
  return outages.map(({ source, fromAt, toAt, minutes, people }) =>
    toAt === null
      ? t.window.ongoing(source, when(fromAt), minutes)
      : t.window.outage(source, when(fromAt), minutes, people),
  );
}

function pendingLines(pending: Status['outbox']['pending'], t: OperatorTexts): string[] {
  if (pending.length === 0) return [t.status.nothingPending()];
  return pending.map(({ kind, count, oldestSeconds }) => t.status.pending(kind, count, oldestSeconds));
}
