// Does nothing but answer: how fast the load generator and the stub of the Bot API can go.
import { Agent, request } from 'node:http';
import { API_ROOT, serve, TOKEN } from './common.mjs';

const agent = new Agent({ keepAlive: true });
const url = new URL(`${API_ROOT}/bot${TOKEN}/sendMessage`);

serve((incoming, response) => {
  let text = '';
  incoming.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  incoming.on('end', () => {
    response.writeHead(200, { 'content-length': 0 }).end();
    const body = `{"chat_id":${/"chat":\{"id":(\d+)/.exec(text)[1]},"text":"Diterima"}`;
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    request(url, { method: 'POST', agent, headers }, (reply) => reply.resume()).end(body);
  });
});
