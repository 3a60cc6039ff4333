import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { broadcastTable, measureBroadcasts } from './broadcast.ts';
import { installPeers } from './install.ts';
import type { Running } from './process.ts';
import { AGENCIES, measurePrompts, type PromptCosts } from './prompts.ts';
import { measureRecap, SIZES } from './recap.ts';
import { type Effort, inTurns, median, medianRatio } from './rounds.ts';
import { SLACK_PEERS, SUPERVISORS, startSlackBot } from './slack.ts';
import { commitMs } from './sql.ts';
import { table } from './table.ts';
import {
  CHATS,
  startTelegramBot,
  startTelegramProcess,
  TELEGRAM_PEERS,
  type TelegramPeer,
  telegramStub,
} from './telegram.ts';

/** Ratios to the bare grammY bot that Tutur wants to reach. */
const GOALS = { alone: 0.7, together: 1.6 };

const HELP = `Compares Tutur with bare bots, side by side: npm run bench -- [--quick] [--json <file>]
  --quick        2 rounds of 1 s instead of 5 of 2 s, and smaller agencies
  --json <file>  also writes every number to a file`;

/** One row: a bot, its rates one at a time and together, and what it cost. */
interface Row {
  peer: string;
  title: string;
  alone: number[];
  together: number[];
  cpuMicros: { alone: number | null; together: number | null };
  rssAfterLoad: number | null;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, json: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return say(HELP);
  const effort: Effort = values.quick ? { rounds: 2, roundMs: 1_000 } : { rounds: 5, roundMs: 2_000 };
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'tutur-bench-'));
  try {
    const machine = {
      node: process.version,
      processors: cpus().length,
      commitMs: commitMs(join(folder, 'commit.db')),
    };
    say(
      `Node ${machine.node}, ${machine.processors} processors, ${machine.commitMs.toFixed(2)} ms for one durable commit`,
    );
    say(
      `median of ${effort.rounds} rounds of ${effort.roundMs / 1_000} s, SQLite with WAL and synchronous=FULL\n`,
    );
    const telegram = await benchTelegram(folder, effort);
    sayTelegram(telegram);
    const slack = await benchSlack(folder, effort);
    saySlack(slack);
    const recap = await measureRecap(folder, values.quick ? 100 : 300);
    sayRecap(recap);
    const prompts = await measurePrompts(folder, values.quick ? AGENCIES.slice(0, 2) : AGENCIES);
    sayPrompts(prompts);
    const broadcast = await measureBroadcasts(values.quick ? 10_000 : 100_000);
    say(`${broadcastTable(broadcast)}\n`);
    const start = await benchStart(folder, values.quick ? 3 : 7);
    sayStart(start, telegram);
    if (values.json)
      writeFileSync(
        values.json,
        `${JSON.stringify({ machine, effort, telegram, slack, recap, prompts, broadcast, start }, null, 2)}\n`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchTelegram(folder: string, effort: Effort): Promise<Row[]> {
  const names = Object.keys(TELEGRAM_PEERS) as TelegramPeer[];
  const bots = [];
  for (const name of names) bots.push({ name, ...(await startTelegramBot(name, folder)) });
  const alone = await measure(bots, 1, effort);
  const together = await measure(bots, CHATS, effort);
  const rss = bots.map(({ running }) => running.rss());
  for (const bot of bots) {
    await bot.stop();
    bot.verify();
  }
  return names.map((peer, index) => ({
    ...{ peer, title: TELEGRAM_PEERS[peer].title },
    ...{ alone: alone[index]!.rates, together: together[index]!.rates },
    cpuMicros: { alone: alone[index]!.cpuMicros, together: together[index]!.cpuMicros },
    rssAfterLoad: rss[index]!,
  }));
}

interface SlackRow extends Row {
  forwardedMs: number | null;
}

async function benchSlack(folder: string, effort: Effort): Promise<SlackRow[]> {
  const names = Object.keys(SLACK_PEERS) as (keyof typeof SLACK_PEERS)[];
  const bots = [];
  for (const name of names) bots.push({ name, ...(await startSlackBot(name, folder)) });
  const forwarded: (number | null)[] = [];
  for (const bot of bots) forwarded.push(await bot.forwarded());
  const alone = await measure(bots, 1, effort);
  const together = await measure(bots, SUPERVISORS, effort);
  const rss = bots.map(({ running }) => running.rss());
  for (const bot of bots) {
    await bot.stop();
    bot.verify();
  }
  return names.map((peer, index) => ({
    ...{ peer, title: SLACK_PEERS[peer], forwardedMs: forwarded[index]! },
    ...{ alone: alone[index]!.rates, together: together[index]!.rates },
    cpuMicros: { alone: alone[index]!.cpuMicros, together: together[index]!.cpuMicros },
    rssAfterLoad: rss[index]!,
  }));
}

/** Rates of bots in turns, and the processor time that one update or event takes. */
async function measure(
  bots: readonly { name: string; running: Running; rate(ms: number, atOnce: number): Promise<number> }[],
  atOnce: number,
  effort: Effort,
) {
  const costs = new Map<string, number[]>();
  const samples = await inTurns(
    bots.map(({ name, running, rate }) => ({
      name,
      async rate(ms) {
        const before = running.cpuMs();
        const perSecond = await rate(ms, atOnce);
        const after = running.cpuMs();
        if (before !== null && after !== null)
          costs.set(name, [...(costs.get(name) ?? []), (after - before) / ((perSecond * ms) / 1_000)]);
        return perSecond;
      },
    })),
    effort,
  );
  return samples.map((sample) => {
    // The first round of all warmed up.
    const spent = costs.get(sample.name)?.slice(1);
    return { ...sample, cpuMicros: spent ? 1_000 * median(spent) : null };
  });
}

interface Start {
  title: string;
  startMs: number[];
  rss: number[];
}

/** Starts Tutur and the bare bot in turns. */
async function benchStart(folder: string, times: number): Promise<Start[]> {
  const stub = await telegramStub(() => {});
  const starts = (['tutur', 'bare-grammy'] as const).map((name) => ({
    ...{ name, title: TELEGRAM_PEERS[name].title },
    ...{ startMs: [] as number[], rss: [] as number[] },
  }));
  for (let time = 0; time < times; time += 1) {
    for (const start of starts) {
      const file = join(folder, `start-${start.name}-${time}.db`);
      const running = await startTelegramProcess(start.name, folder, file, stub);
      start.startMs.push(running.startMs);
      start.rss.push(running.rss() ?? Number.NaN);
      await running.stop();
    }
  }
  await stub.close();
  return starts;
}

function sayTelegram(rows: Row[]): void {
  const base = rows.find(({ peer }) => peer === 'bare-grammy')!;
  say(
    'Telegram updates per second, webhook in, commit, reply out (× is the median of the ratios to (a) in each round)',
  );
  sayRates(rows, base, `${CHATS} chats at once`);
  const ours = rows.find(({ peer }) => peer === 'tutur')!;
  const alone = medianRatio(ours.alone, base.alone);
  const together = medianRatio(ours.together, base.together);
  say(`  goal one at a time ≥ ${GOALS.alone} × (a): ${verdict(alone, GOALS.alone)}`);
  say(`  goal ${CHATS} at once ≥ ${GOALS.together} × (a): ${verdict(together, GOALS.together)}\n`);
}

function saySlack(rows: SlackRow[]): void {
  say(
    'Slack thread replies per second, signed event in, commit, confirmation out (× as above, to bare Bolt)',
  );
  sayRates(rows, rows.find(({ peer }) => peer === 'bare-bolt')!, `${SUPERVISORS} at once`);
  const forwarded = rows.find(({ peer }) => peer === 'tutur')!.forwardedMs;
  if (forwarded !== null)
    say(
      `  the remark is in the employee's Telegram ${forwarded.toFixed(1)} ms after it was written in Slack;`,
    );
  say('  under load it waits for its turn, because notices keep to 29 messages a second\n');
}

function sayRates(rows: Row[], base: Row, together: string): void {
  const cells = (rates: number[], of: number[], cpu: number | null) => [
    median(rates).toFixed(0),
    `${medianRatio(rates, of).toFixed(2)} ×`,
    `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`,
    cpu === null ? '–' : cpu.toFixed(0),
  ];
  say(
    table([
      ['', 'one at a time', '', 'min–max', 'CPU µs', together, '', 'min–max', 'CPU µs'],
      ...rows.map((row) => [
        row.title,
        ...cells(row.alone, base.alone, row.cpuMicros.alone),
        ...cells(row.together, base.together, row.cpuMicros.together),
      ]),
    ]),
  );
}

function sayRecap(times: number[]): void {
  say('/rekap bulan of one person with 40 entries, while the agency holds');
  say(
    table([
      ['entries', 'median ms', 'growth'],
      ...SIZES.map((size, index) => [
        size.toLocaleString('en'),
        times[index]!.toFixed(2),
        `${(times[index]! / times[0]!).toFixed(2)} ×`,
      ]),
    ]),
  );
  say('');
}

function sayPrompts(costs: PromptCosts[]): void {
  say('A tick of the scheduler, milliseconds (growth is per person, against the smallest agency)');
  const perPerson = costs.map(({ people, everybody }) => everybody / people);
  say(
    table([
      ['people', 'nobody due', '100 due', 'everybody due', 'µs a person', 'growth'],
      ...costs.map(({ people, everybody, hundred, nobody }, index) => [
        ...[people.toLocaleString('en'), nobody.toFixed(2), hundred.toFixed(1), everybody.toFixed(0)],
        ...[(perPerson[index]! * 1_000).toFixed(0), `${(perPerson[index]! / perPerson[0]!).toFixed(2)} ×`],
      ]),
    ]),
  );
  say('  everybody is looked at again for everything at once, as after a change of the rules; µs a person');
  const kinds = ['staffing', 'prompts', 'evaluations', 'radar'] as const;
  say(
    table([
      ['people', ...kinds],
      ...costs.map(({ people, again }) => [
        people.toLocaleString('en'),
        ...kinds.map((kind) => ((again[kind] / people) * 1_000).toFixed(0)),
      ]),
    ]),
  );
  say('');
}

function sayStart(starts: Start[], rows: Row[]): void {
  const loaded = (title: string) => rows.find((row) => row.title === title)?.rssAfterLoad ?? null;
  say('Start-up and memory');
  say(
    table([
      ['', 'ms to /readyz', 'MB after start', 'MB after the load'],
      ...starts.map(({ title, startMs, rss }) => [
        title,
        median(startMs).toFixed(0),
        median(rss).toFixed(0),
        loaded(title)?.toFixed(0) ?? '–',
      ]),
    ]),
  );
}

function verdict(value: number, goal: number): string {
  return `${value >= goal ? 'reached' : 'missed'} (${value.toFixed(2)})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
// Bots that failed to stop end with this process.
process.exit();
