import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Handles requests below a path; true once it has taken a request. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

/** The one server of the program: webhooks, health, playground. */
export interface HttpServer {
  /** The port that is listened on. */
  start(): Promise<number>;
  /** Takes no new connections and waits for open requests. */
  stop(): Promise<void>;
}

/** Makes a server that offers each request to its routes in order. */
export function createHttpServer(host: string, port: number, routes: readonly Route[]): HttpServer {
  const server = createServer((request, response) => {
    const url = urlOf(request);
    if (!url) return respond(response, 400, { error: 'not an address' });
    try {
      for (const route of routes) if (route(request, response, url)) return;
      respond(response, 404, { error: 'not found' });
    } catch {
      // Whatever strangers send, the process goes on.
      if (!response.headersSent) respond(response, 400, { error: 'not understood' });
      else response.destroy();
    }
  });
  // Platforms keep their connections; they must not be cut just before the next request.
  server.keepAliveTimeout = 75_000;
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: () =>
      new Promise((resolve) => {
        // A connection that falls idle later would stay open until its keep-alive ends.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function urlOf({ url = '/' }: IncomingMessage): URL | null {
  try {
    return new URL(url.startsWith('/') ? `http://localhost${url}` : url);
  } catch {
    return null;
  }
}

/** Answers with JSON. */
export function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** Reads a request's body up to a size; null when it is larger. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  // Events instead of `for await`, which costs a webhook more than all the rest of the server.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
