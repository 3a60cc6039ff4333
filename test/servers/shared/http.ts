import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A web server on a free port of the loopback address. */
export interface LoopbackServer {
  server: Server;
  /** For example `http://127.0.0.1:40123`. */
  origin: string;
  /** Ends the server and all its connections. */
  close(): Promise<void>;
}

/** Starts a web server on a free loopback port; a handler that throws answers 500. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  // Longer than clients keep idle connections, so that none is cut just when it is used again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Answers with bytes or text of another kind. */
export function sendBytes(
  response: ServerResponse,
  status: number,
  body: Buffer | string,
  mime: string,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': mime });
  response.end(body);
}

/** Cuts the connection without an answer. */
export function cut(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
