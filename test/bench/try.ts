import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { inTurns, median } from './rounds.ts';
import { startTelegramBot, type TelegramPeer } from './telegram.ts';
const folder = mkdtempSync(`${tmpdir()}/b-`);
const names = (process.argv[2] ?? 'tutur,bare-grammy,conversations,telegraf-wizard,ceiling').split(',') as TelegramPeer[];
const [rounds, ms] = [Number(process.argv[3] ?? 3), Number(process.argv[4] ?? 1000)];
const bots = await Promise.all(names.map(async (name) => ({ name, bot: await startTelegramBot(name, folder) })));
const cpu: Record<string,number[]>={};
for (const chats of [1, 100]) {
  const s = await inTurns(bots.map(({ name, bot }) => ({ name, rate: async (ms) => { const c=bot.running.cpuMs()!; const r= await bot.rate(ms, chats); cpu[name+chats]=[...(cpu[name+chats]??[]),(bot.running.cpuMs()!-c)*1000/(r*ms/1000)]; return r; } })), { rounds, roundMs: ms });
  for (const { name, rates } of s) console.log(chats, name.padEnd(20), median(rates).toFixed(0), 'cpu us', median(cpu[name+chats]!.slice(1)).toFixed(0), rates.map((r) => r.toFixed(0)).join(' '));
}
for (const { name, bot } of bots) { console.log(name, bot.running.startMs.toFixed(0), bot.running.rss()?.toFixed(0)); await bot.stop(); bot.verify(); }
