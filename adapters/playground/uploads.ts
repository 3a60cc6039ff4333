import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetched } from '../../src/core/adapter.ts';
import type { InFile } from '../../src/core/inbound.ts';

/** Bytes: what a Telegram bot can download, so that the playground promises no more. */
const MAX_UPLOAD_BYTES = 20_000_000;

/** A file as the page posts it. */
export interface Upload {
  name: string;
  mime: string;
  /** Base64. */
  data: string;
}

/** Files that visitors attached, in a folder of their own until delivery fetches them. */
export interface Uploads {
  /** Keeps a file under a name derived from its message, so that a redelivery writes the same file; null when too big. */
  keep(ref: string, upload: Upload): Promise<InFile | null>;
  fetch(ref: string): Promise<Fetched>;
  pathOf(ref: string): string | null;
}

const REF = /^[\w-]{1,80}$/;

/** Makes the uploads of a folder. */
export function createUploads(folder: string): Uploads {
  const pathOf = (ref: string) => (REF.test(ref) ? join(folder, ref) : null);
  return {
    pathOf,
    async keep(ref, { name, mime, data }) {
      const bytes = Buffer.from(data, 'base64');
      if (bytes.byteLength > MAX_UPLOAD_BYTES) return null;
      const path = pathOf(ref);
      if (path === null) throw new Error(`not a name for an upload: ${ref}`);
      await mkdir(folder, { recursive: true });
      await writeFile(path, bytes);
      const kind = mime.startsWith('image/') ? 'photo' : 'document';
      return { kind, name: plainName(name), mime, size: bytes.byteLength, ref };
    },
    async fetch(ref) {
      const path = pathOf(ref);
      if (path === null) return { ok: false, retry: false, reason: 'not an upload of the playground' };
      try {
        return { ok: true, bytes: await readFile(path) };
      } catch (error) {
        const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
        return { ok: false, retry: !gone, reason: gone ? 'the upload is gone' : (error as Error).message };
      }
    },
  };
}

/** The last part of a file's name, without anything that could mean a path or a control character. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(-120) || 'berkas';
}
