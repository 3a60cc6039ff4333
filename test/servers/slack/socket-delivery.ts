import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Recorder } from '../shared/recorder.ts';
import { asText, isJson, parseJson } from '../shared/values.ts';
import { ACK_MS, type Delivery } from './delivery.ts';
import { type Ack, APP } from './world.ts';

/** Delivery over the WebSocket connections that the app opens. */
export interface SocketDelivery extends Delivery {
  /** Makes the one-time address that `apps.connections.open` gives. */
  ticket(): string;
  /** Takes connections to that address. */
  listen(server: Server): void;
  /** Asks every connection to be replaced, as Slack does from time to time. */
  refresh(): void;
  /** Cuts every connection without a word. */
  drop(): void;
  connections(): number;
}

/** How long a person's action or an event waits for a connection. */
const CONNECT_MS = 15_000;
/** How long a connection lives after it was asked to be replaced. */
const REFRESH_GRACE_MS = 1000;
const PING_MS = 5000;

/** Makes the Socket Mode delivery; `origin` gives the server's own http address. */
export function createSocketDelivery(recorder: Recorder, origin: () => string): SocketDelivery {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open = new Set<WebSocket>();
  const waiting = new Map<string, { socket: WebSocket; accepts: boolean; settle: (ack: Ack) => void }>();
  const late = new Set<string>();
  const arrivals = new Set<() => void>();
  let turn = 0;

  const hello = (socket: WebSocket) => {
    open.add(socket);
    socket.on('message', (data) => receive(String(data)));
    socket.on('close', () => leave(socket));
    socket.on('error', () => socket.terminate());
    send(socket, {
      type: 'hello',
      num_connections: open.size,
      connection_info: { app_id: APP.id },
      debug_info: { host: 'test', approximate_connection_time: 18_060 },
    });
    for (const arrive of [...arrivals]) arrive();
  };
  const leave = (socket: WebSocket) => {
    open.delete(socket);
    for (const [id, entry] of waiting) {
      if (entry.socket !== socket) continue;
      waiting.delete(id);
      entry.settle({ ok: false, reason: 'connection_failed', noRetry: false });
    }
  };
  const receive = (text: string) => {
    const message = parseJson(text);
    const id = isJson(message) ? asText(message.envelope_id) : '';
    if (!isJson(message) || !id) return recorder.violate('socket_message', text.slice(0, 200));
    const entry = waiting.get(id);
    if (!entry) {
      if (!late.has(id)) recorder.violate('socket_ack', `no envelope "${id}" waits for an acknowledgement`);
      return;
    }
    waiting.delete(id);
    const { payload } = message;
    if (!entry.accepts && isJson(payload) && Object.keys(payload).length > 0)
      recorder.violate('socket_ack', 'a payload where none is accepted');
    entry.settle({ ok: true, body: payload });
  };
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
    if (tickets.delete(ticket)) sockets.handleUpgrade(request, stream, head, hello);
    else {
      recorder.violate('socket_ticket', 'unknown or used ticket');
      stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    }
  };
  /** Gives a connection, each in turn, or waits for one. */
  const connection = async (): Promise<WebSocket | undefined> => {
    const free = [...open];
    turn += 1;
    if (free.length > 0) return free[turn % free.length];
    const arrived = await new Promise<boolean>((resolve) => {
      const settle = (yes: boolean) => {
        clearTimeout(timer);
        arrivals.delete(arrive);
        resolve(yes);
      };
      const arrive = () => settle(true);
      const timer = setTimeout(() => settle(false), CONNECT_MS);
      timer.unref();
      arrivals.add(arrive);
    });
    return arrived ? connection() : undefined;
  };
  const pinger = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_MS);
  pinger.unref();

  return {
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${APP.id}`;
    },
    listen: (server) => void server.on('upgrade', upgrade),
    async send(kind, payload, retry): Promise<Ack> {
      const socket = await connection();
      if (!socket) return { ok: false, reason: 'connection_failed', noRetry: false };
      const envelope_id = randomUUID();
      const accepts = kind !== 'events_api';
      return new Promise<Ack>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(envelope_id);
          late.add(envelope_id);
          recorder.violate('ack_timeout', `${kind} not acknowledged within ${ACK_MS} ms`);
          resolve({ ok: false, reason: 'timeout', noRetry: false });
        }, ACK_MS);
        timer.unref();
        const settle = (ack: Ack) => {
          clearTimeout(timer);
          resolve(ack);
        };
        waiting.set(envelope_id, { socket, accepts, settle });
        const again = retry ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {};
        const first = kind === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
        send(socket, {
          envelope_id,
          type: kind,
          payload,
          accepts_response_payload: accepts,
          ...first,
          ...again,
        });
      });
    },
    refresh() {
      for (const socket of open) {
        send(socket, { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'test' } });
        // Nothing more goes to it, but acknowledgements may still come.
        open.delete(socket);
        setTimeout(() => socket.terminate(), REFRESH_GRACE_MS).unref();
      }
    },
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    connections: () => open.size,
    close() {
      clearInterval(pinger);
      for (const [, entry] of waiting) entry.settle({ ok: false, reason: 'closed', noRetry: true });
      waiting.clear();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function send(socket: WebSocket, message: unknown): void {
  socket.send(JSON.stringify(message));
}
