import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../src/core/model.ts';
import { type Route, readBody, respond } from '../../src/http/server.ts';
import { toPng } from '../picture.ts';
import type { Answered, PlaygroundPerson } from './adapter.ts';
import type { ChatFile, ChatMessage, Chats } from './chats.ts';
import type { Guard } from './guard.ts';
import { type Posted, readPosted } from './posted.ts';
import type { Uploads } from './uploads.ts';

/** What the routes of the playground need. */
export interface RouteParts {
  guard: Guard;
  /** Null while the adapter is not running. */
  chats: () => Chats | null;
  receive: (posted: Posted) => Promise<Answered>;
  people: () => Promise<PlaygroundPerson[]>;
  locale: Locale;
  evidenceDir: string;
  uploads: Uploads;
  log: { error(facts: Record<string, unknown>, message: string): void };
}

/** Bytes of one post: a form with a few files, in base64. */
const MAX_BODY_BYTES = 64_000_000;
const HEARTBEAT_MS = 20_000;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** What browsers show without running anything in it. */
const INLINE = /^image\/(png|jpeg|webp|gif)$/;
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** The page, its people, its stream of messages, what it posts, and the files of messages. */
export function createRoute(parts: RouteParts): { route: Route; close(): void } {
  const { guard, chats, receive, people, locale, evidenceDir, uploads, log } = parts;
  const folder = pageFolder();
  const streams = new Set<() => void>();

  async function take(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname;
    if (request.method === 'POST') {
      if (path !== '/playground/inbound') return respond(response, 404, { error: 'not found' });
      const body = await readBody(request, MAX_BODY_BYTES);
      if (body === null) return respond(response, 413, { error: 'file is too big' });
      const posted = readPosted(body.toString('utf8'));
      if (!posted) return respond(response, 400, { error: 'not understood' });
      const result = await receive(posted);
      return result.ok
        ? respond(response, 200, result)
        : respond(response, result.status, { error: result.reason });
    }
    if (path === '/playground/people') return respond(response, 200, { locale, people: await people() });
    if (path === '/playground/events') return stream(response, url.searchParams.getAll('account'));
    if (path.startsWith('/playground/files/')) return sendFile(response, path);
    const name = path === '/' ? 'index.html' : path.slice('/playground/page/'.length);
    return sendPage(response, name);
  }

  /** One stream for all open panes: each one's history, then what changes; of others only that something came. */
  function stream(response: ServerResponse, accounts: string[]): void {
    const now = chats();
    if (now === null) {
      respond(response, 503, { error: 'not running' });
      return;
    }
    const open = new Set(accounts);
    const write = (event: string, data: unknown) =>
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    response.writeHead(200, {
      ...HEADERS,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // A stream that ends when the program stops must not leave an idle connection that keeps it from stopping.
      connection: 'close',
    });
    response.write('retry: 1000\n\n');
    for (const account of open)
      write('history', { account, messages: now.history(account).map(view(account)) });
    const end = now.listen((account, message) => {
      if (open.has(account)) write('message', { account, message: view(account)(message) });
      else if (message.from === 'bot' && !message.edited) write('elsewhere', { account });
    });
    const beat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    const finish = () => {
      end();
      clearInterval(beat);
      streams.delete(finish);
      response.end();
    };
    streams.add(finish);
    response.on('close', finish);
  }

  /** Only what a message carries can be asked for, by the message and a number: no path comes from outside. */
  async function sendFile(response: ServerResponse, path: string): Promise<void> {
    const [account = '', id = '', index = ''] = path.split('/').slice(3).map(decoded);
    const file = chats()?.find(account, id)?.files[Number(index)];
    if (file?.origin === 'drawing') return sendBytes(response, file, await toPng(file.svg));
    const from = file && pathOf(file);
    const size = from
      ? await stat(from).then(
          ({ size }) => size,
          () => null,
        )
      : null;
    if (!file || !from || size === null) return respond(response, 404, { error: 'not found' });
    response.writeHead(200, fileHeaders(file, size));
    createReadStream(from)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  function sendBytes(response: ServerResponse, file: ChatFile, bytes: Uint8Array): void {
    response.writeHead(200, fileHeaders(file, bytes.byteLength));
    response.end(bytes);
  }

  function fileHeaders(file: ChatFile, size: number): Record<string, string | number> {
    const inline = INLINE.test(file.mime);
    return {
      ...HEADERS,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': inline ? file.mime : 'application/octet-stream',
      'content-length': size,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, max-age=3600',
    };
  }

  function pathOf(file: ChatFile): string | null {
    if (file.origin === 'drawing') return null;
    const { origin, path } = file;
    if (origin === 'upload') return uploads.pathOf(path);
    const root = resolve(evidenceDir);
    const full = resolve(root, path);
    return full.startsWith(root + sep) ? full : null;
  }

  async function sendPage(response: ServerResponse, name: string): Promise<void> {
    const type = /^[\w-]+\.\w+$/.test(name) ? TYPES[extname(name)] : undefined;
    const bytes = type ? await readFile(join(folder, name)).catch(() => null) : null;
    if (!type || bytes === null) return respond(response, 404, { error: 'not found' });
    response.writeHead(200, { ...HEADERS, 'content-type': type });
    response.end(bytes);
  }

  return {
    route(request, response, url) {
      if (url.pathname !== '/' && !url.pathname.startsWith('/playground/')) return false;
      const refused = guard(request);
      if (refused) {
        // What was sent along is not read; without this the connection could not be used again.
        request.resume();
        respond(response, refused.status, { error: refused.reason });
        return true;
      }
      take(request, response, url).catch((error: Error) => {
        log.error({ path: url.pathname, reason: error.message }, 'the playground could not answer');
        if (response.headersSent) response.destroy();
        else respond(response, 500, { error: 'try again' });
      });
      return true;
    },
    close() {
      for (const finish of [...streams]) finish();
    },
  };
}

/** A message as the page gets it: files by address instead of path. */
function view(account: string) {
  return ({ files, ...message }: ChatMessage) => ({
    ...message,
    files: files.map(({ name, mime }, index) => ({
      name,
      image: INLINE.test(mime),
      url: `/playground/files/${encodeURIComponent(account)}/${message.id}/${index}`,
    })),
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The folder of the page, the same from the sources and from the build. */
function pageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'adapters/playground/page');
}
