import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** One kept connection that posts, one request after another. */
export interface Line {
  /** Posts a body; resolves with the status once the whole response is there. */
  post(body: string, headers?: string): Promise<number>;
  close(): void;
}

/**
 * Opens a connection that costs the load generator next to nothing: HTTP/1.1 by hand on a socket.
 *
 * `headers` are lines that end in CRLF.
 */
export function openLine(port: number, path: string, headers = ''): Line {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${headers}`;
  let text = '';
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;

  function fail(error: Error): void {
    waiting?.reject(error);
    waiting = null;
  }
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the bot closed the connection')));
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (!isWhole(text)) return;
    const status = Number(text.slice(9, 12));
    text = '';
    const { resolve } = waiting!;
    waiting = null;
    resolve(status);
  });
  return {
    post: (body, more = '') =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`${head}${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    close: () => socket.destroy(),
  };
}

function isWhole(response: string): boolean {
  const end = response.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(response.slice(0, end))?.[1];
  return length === undefined ? response.endsWith('0\r\n\r\n') : response.length >= end + 4 + Number(length);
}

/** A platform's API as far as the bots call it. */
export interface Stub {
  port: number;
  close(): Promise<void>;
}

/** Serves an API: `answer` gets the method's name and the body as it came, and gives the JSON of the response. */
export async function serveApi(answer: (method: string, body: string) => string): Promise<Stub> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => reply(request, response, body));
  });
  function reply(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = request.url ?? '';
    const json = answer(url.slice(url.lastIndexOf('/') + 1), body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) };
    response.writeHead(200, headers).end(json);
  }
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
