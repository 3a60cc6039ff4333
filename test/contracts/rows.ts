import type { DraftRow } from '../../db/queries/drafts.ts';
import type { EntryRow, EvidenceRow } from '../../db/queries/entries.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { insertPerson, insertUnit } from '../../db/queries/people.ts';
import type { PlanVersionRow } from '../../db/queries/plan-versions.ts';
import type { Store } from '../../db/store.ts';
import { emptyPlan } from '../../src/core/plan/content.ts';

let counter = 0;

/** A name that nothing else in this test run has. */
export const fresh = (name: string) => `${name}-${++counter}`;

/** An instant that does not fit into 32 bits. */
export const NOW = Date.parse('2026-11-23T08:00:00Z');

/** Adds a person in a unit of their own; their id. */
export async function addPerson(store: Store): Promise<string> {
  const [unitId, id] = [fresh('unit'), fresh('person')];
  await store.commit([
    insertUnit({ id: unitId, name: unitId, parentId: null, zone: null }),
    insertPerson(personRow({ id, unitId })),
  ]);
  return id;
}

/** A person. */
export function personRow(change: { unitId: string; id?: string; name?: string; nip?: string }) {
  const id = change.id ?? fresh('person');
  return {
    id,
    nip: id,
    name: id,
    position: 'Analis',
    supervisorId: null,
    email: null,
    roles: ['pegawai' as const],
    zone: null,
    locale: null,
    activeFrom: '2026-11-02',
    active: true,
    updatedAt: NOW,
    ...change,
  };
}

/** An answer to an inbound message that is still to be sent. */
export function outboxRow(change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    key: fresh('key'),
    kind: 'reply',
    personId: null,
    platform: 'telegram',
    address: '1',
    payload: {},
    status: 'pending',
    reason: null,
    version: 1,
    attempts: 0,
    dueAt: NOW,
    createdAt: NOW,
    settledAt: null,
    ...change,
  };
}

/** A draft that has just begun. */
export function draftRow(personId: string, change: Partial<DraftRow> = {}): DraftRow {
  return {
    id: fresh('draft'),
    personId,
    form: 'activity',
    subject: {},
    answers: {},
    editing: null,
    listening: true,
    revision: 1,
    updatedAt: NOW,
    ...change,
  };
}

/** A stored activity. */
export function entryRow(personId: string, change: Partial<EntryRow> = {}): EntryRow {
  const id = fresh('entry');
  return {
    id,
    number: id,
    personId,
    localDate: '2026-11-23',
    what: 'Rapat',
    kind: 'none' as EntryRow['kind'],
    workResultId: null,
    actionPlanId: null,
    startMinute: null,
    endMinute: null,
    quantityMilli: null,
    unit: null,
    status: 'submitted',
    revision: 1,
    submittedAt: NOW,
    zone: 'Asia/Jakarta',
    source: null,
    ...change,
  };
}

/** A stored photo. */
export function evidenceRow(personId: string, change: Partial<EvidenceRow> = {}): EvidenceRow {
  return {
    id: fresh('evidence'),
    personId,
    entryId: null,
    kind: 'photo',
    name: 'foto.jpg',
    mime: 'image/jpeg',
    size: 1000,
    url: null,
    path: null,
    sha256: null,
    status: 'stored',
    createdAt: NOW,
    ...change,
  };
}

/** A version of a plan with one work result, agreed from the beginning of its year. */
export function planVersionRow(personId: string, change: Partial<PlanVersionRow> = {}): PlanVersionRow {
  return {
    id: fresh('version'),
    planId: `plan-${personId}`,
    personId,
    year: 2026,
    number: 1,
    status: 'agreed',
    reason: 'first',
    fromDate: '2026-01-01',
    toDate: null,
    unitId: 'unit',
    position: 'Analis',
    supervisorId: null,
    content: emptyPlan,
    remark: null,
    revision: 1,
    createdAt: NOW,
    proposedAt: null,
    decidedAt: null,
    decidedBy: null,
    ...change,
  };
}
