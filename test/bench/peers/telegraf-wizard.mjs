// (c) The five questions in a telegraf wizard, its session in SQLite.
import { Scenes, session, Telegraf } from 'telegraf';
import {
  API_ROOT,
  again,
  entryWriter,
  openDatabase,
  PATH,
  questions,
  review,
  SAVE,
  SECRET,
  saved,
  serve,
  states,
  TOKEN,
} from './common.mjs';

const db = openDatabase();
const store = states(db);
const insertEntry = entryWriter(db);
// Replies go out as calls, as they do with everybody here, not in the answer to the webhook.
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API_ROOT, webhookReply: false } });

const steps = questions.map(([id, question, valid], index) => async (ctx) => {
  const text = ctx.message?.text ?? '';
  if (!valid.test(text)) return ctx.reply(again(question));
  ctx.scene.state[id] = text;
  await ctx.reply(questions[index + 1]?.[1] ?? review(ctx.scene.state));
  return ctx.wizard.next();
});

const report = new Scenes.WizardScene(
  'report',
  async (ctx) => {
    await ctx.reply(questions[0][1]);
    return ctx.wizard.next();
  },
  ...steps,
  async (ctx) => {
    if (!SAVE.test(ctx.message?.text ?? '')) return ctx.reply(review(ctx.scene.state));
    await ctx.reply(saved(insertEntry(ctx.chat.id, ctx.scene.state)));
    return ctx.scene.leave();
  },
);

bot.use(session({ store }));
bot.use(new Scenes.Stage([report]).middleware());
bot.command('lapor', (ctx) => ctx.scene.enter('report'));

bot.botInfo = await bot.telegram.getMe();
serve(bot.webhookCallback(PATH, { secretToken: SECRET }));
