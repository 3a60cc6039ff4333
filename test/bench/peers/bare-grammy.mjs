// (a) A bare grammY bot: one durable row for each update, then one reply.
import { Bot, webhookCallback } from 'grammy';
import { API_ROOT, openDatabase, PATH, SECRET, serve, TOKEN } from './common.mjs';

const db = openDatabase();
const insert = db.prepare('insert into updates (id, chat, body, at) values (?, ?, ?, ?)');
const bot = new Bot(TOKEN, { client: { apiRoot: API_ROOT } });

bot.on('message', async (ctx) => {
  insert.run(ctx.update.update_id, ctx.chat.id, JSON.stringify(ctx.message), Date.now());
  await ctx.reply('Diterima');
});

await bot.init();
const webhook = webhookCallback(bot, 'http', { secretToken: SECRET });
serve((request, response) => {
  if (request.url === PATH) webhook(request, response);
  else response.writeHead(404).end();
});
