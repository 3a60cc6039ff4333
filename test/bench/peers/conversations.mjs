// (b) The five questions in @grammyjs/conversations, its state in SQLite.
import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot, webhookCallback } from 'grammy';
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
const bot = new Bot(TOKEN, { client: { apiRoot: API_ROOT } });

async function report(conversation, ctx) {
  const answers = {};
  for (const [id, question, valid] of questions) {
    await ctx.reply(question);
    for (;;) {
      const { msg } = await conversation.waitFor('message:text');
      answers[id] = msg.text;
      if (valid.test(msg.text)) break;
      await ctx.reply(again(question));
    }
  }
  await ctx.reply(review(answers));
  for (;;) {
    const { msg } = await conversation.waitFor('message:text');
    if (SAVE.test(msg.text)) break;
    await ctx.reply(review(answers));
  }
  const id = await conversation.external(() => Number(insertEntry(ctx.chat.id, answers)));
  await ctx.reply(saved(id));
}

bot.use(
  conversations({
    storage: {
      type: 'key',
      adapter: { read: (key) => store.get(key), write: store.set, delete: store.delete },
    },
  }),
);
bot.use(createConversation(report, 'report'));
bot.command('lapor', (ctx) => ctx.conversation.enter('report'));

await bot.init();
const webhook = webhookCallback(bot, 'http', { secretToken: SECRET });
serve((request, response) => {
  if (request.url === PATH) webhook(request, response);
  else response.writeHead(404).end();
});
