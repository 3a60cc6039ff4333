import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';

/** Writes a file below `EVIDENCE_DIR` and returns its path there with its fingerprint; a half-written file never counts. */
export async function storeEvidence(
  folder: string,
  evidence: { id: string; name: string; createdAt: number },
  bytes: Uint8Array,
): Promise<{ path: string; sha256: string; size: number }> {
  const extension = /^\.[a-z0-9]{1,8}$/i.test(extname(evidence.name))
    ? extname(evidence.name).toLowerCase()
    : '';
  const month = new Date(evidence.createdAt).toISOString().slice(0, 7);
  const path = join(month.slice(0, 4), month.slice(5), `${evidence.id}${extension}`);
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.part`, bytes);
  await rename(`${target}.part`, target);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength };
}
