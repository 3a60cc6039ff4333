import type { IncomingMessage } from 'node:http';
import { asJson, type Json, parseJson } from './values.ts';

/** A file that came in the body of a request. */
export interface UploadedFile {
  name: string;
  mime: string;
  bytes: Buffer;
}

/** What a request brought: parameters from query and body, and files. */
export interface RequestBody {
  params: Json;
  files: Map<string, UploadedFile>;
  /** The body as it came. */
  raw: Buffer;
}

/** Reads a request's body to its end. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Reads parameters in each of the four forms both platforms take: query, form, JSON and multipart. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const raw = await readBytes(request);
  const query = new URL(request.url ?? '/', 'http://local').searchParams;
  const body = parseBody(raw, request.headers['content-type'] ?? '');
  return { params: { ...Object.fromEntries(query), ...body.params }, files: body.files, raw };
}

/** Parses the bytes of a body as its content type says. */
export function parseBody(raw: Buffer, type: string): { params: Json; files: Map<string, UploadedFile> } {
  const files = new Map<string, UploadedFile>();
  if (raw.length === 0) return { params: {}, files };
  if (type.startsWith('application/json')) return { params: asJson(parseJson(raw.toString())), files };
  if (type.startsWith('multipart/form-data')) return parseMultipart(raw, type);
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { params: Object.fromEntries(new URLSearchParams(raw.toString())), files };
  return { params: {}, files };
}

/** Splits a multipart body; written out because Node's own parser refuses grammY's header layout. */
function parseMultipart(raw: Buffer, type: string): { params: Json; files: Map<string, UploadedFile> } {
  const params: Json = {};
  const files = new Map<string, UploadedFile>();
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (!boundary) return { params, files };
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const all = Buffer.concat([Buffer.from('\r\n'), raw]);
  let start = all.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length + 2;
    const end = all.indexOf(delimiter, from);
    if (end < 0) break;
    const split = all.indexOf('\r\n\r\n', from);
    const head = all.subarray(from, split).toString();
    const content = all.subarray(split + 4, end);
    const name = /[;\s]name="?([^";\r\n]*)/i.exec(head)?.[1] ?? '';
    const fileName = /filename="?([^";\r\n]*)/i.exec(head)?.[1];
    if (fileName === undefined) params[name] = content.toString();
    else {
      const mime = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
      files.set(name, { name: fileName, mime, bytes: Buffer.from(content) });
    }
    start = end;
  }
  return { params, files };
}
