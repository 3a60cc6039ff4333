// A bare Bolt app over HTTP that answers each message with one chat.postMessage; nothing is stored.
import bolt from '@slack/bolt';

const {
  SLACK_BOT_TOKEN: token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slackApiUrl,
} = process.env;
const receiver = new bolt.HTTPReceiver({
  signingSecret,
  logLevel: 'error',
  customRoutes: [{ path: '/readyz', method: 'GET', handler: (_, response) => response.writeHead(200).end() }],
});
const app = new bolt.App({ token, receiver, logLevel: 'error', clientOptions: { slackApiUrl } });

app.message(async ({ message, say }) => {
  await say({ text: 'Terkirim', thread_ts: message.thread_ts });
});

await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
