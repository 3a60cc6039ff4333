import { evidenceById, updateEvidence } from '../../db/queries/entries.ts';
import { type OutboxRow, postponeOutbox } from '../../db/queries/outbox.ts';
import { first } from '../../db/store.ts';
import { type NoticePayloads, notify } from '../app/notices.ts';
import { MAX_FILE_BYTES } from '../core/adapter.ts';
import { retryDelay } from '../core/retry.ts';
import { storeEvidence } from './evidence.ts';
import type { DeliveryParts } from './parts.ts';
import type { Settling } from './settling.ts';

/** A download is tried this often before the person is asked to send the file again. */
const MAX_DOWNLOADS = 4;

/** Makes the part of delivery that fetches files which people have sent. */
export function createDownload(
  { services, adapters, evidenceDir }: DeliveryParts,
  { settle }: Settling,
): (row: OutboxRow) => Promise<void> {
  const { store } = services;
  return async (row) => {
    const { evidenceId, platform, ref } = row.payload as NoticePayloads['fetch'];
    const evidence = await first(store, evidenceById({ id: evidenceId }));
    if (evidence?.status !== 'pending') return settle(row, 'skipped', 'settled_before');
    const line = adapters.get(platform);
    const fetched = line
      ? await line.adapter.fetch(ref)
      : { ok: false as const, retry: false, reason: `${platform}_off` };
    if (fetched.ok && fetched.bytes.byteLength <= MAX_FILE_BYTES) {
      const file = await storeEvidence(evidenceDir, evidence, fetched.bytes);
      return settle(row, 'sent', null, updateEvidence(evidenceId, { ...file, status: 'stored' }));
    }
    const reason = fetched.ok ? 'file is too big' : fetched.reason;
    const attempts = row.attempts + 1;
    if (!fetched.ok && fetched.retry && attempts < MAX_DOWNLOADS) {
      return store.commit([postponeOutbox(row.key, attempts, services.now() + retryDelay(attempts), reason)]);
    }
    const tell = notify(
      'evidence_failed',
      `evidence_failed:${evidenceId}`,
      evidence.personId,
      { evidenceId },
      services.now(),
    );
    return settle(row, 'failed', reason, updateEvidence(evidenceId, { status: 'failed' }), tell);
  };
}
