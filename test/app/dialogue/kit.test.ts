import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertCommitments } from '../../../db/queries/commitments.ts';
import { type DialogueRow, insertDialogue } from '../../../db/queries/dialogues.ts';
import { type FeedbackRow, insertFeedback } from '../../../db/queries/feedback.ts';
import { insertObstacle } from '../../../db/queries/obstacles.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { insertPlanVersion } from '../../../db/queries/plan-versions.ts';
import { insertTalk } from '../../../db/queries/talks.ts';
import { kitOf } from '../../../src/app/dialogue/kit.ts';
import { kitMessage } from '../../../src/app/dialogue/kit-view.ts';
import { meetingOf, readerOf } from '../../../src/app/dialogue/meeting.ts';
import { emptyPlan } from '../../../src/core/plan/content.ts';
import { messagePages } from '../../../src/message-pages.ts';
import { plainText } from '../../support/plain-text.ts';
import { createWorld, type TestPerson, uuid, type World } from '../../support/world.ts';

let world: World;
let siti: TestPerson;
let budi: TestPerson;
let rudi: TestPerson;
let counter = 0;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A', { zone: 'Asia/Makassar' });
  budi = await world.person('Budi', { unit, platform: 'slack', zone: 'Asia/Jakarta' });
  rudi = await world.person('Rudi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan kinerja']);
});
afterEach(() => world.close());

async function dialogue(change: Partial<DialogueRow> = {}): Promise<string> {
  counter += 1;
  const row: DialogueRow = {
    id: uuid(`dialogue${counter}`),
    employeeId: siti.id,
    leaderId: budi.id,
    kind: 'feedback',
    status: 'agreed',
    startsAt: Date.parse('2026-11-25T02:00:00Z'),
    proposedBy: budi.id,
    place: null,
    reason: null,
    workResultId: null,
    minutes: null,
    minutesRevision: 0,
    minutesBy: null,
    employeeConfirmedAt: null,
    leaderConfirmedAt: null,
    heldOn: null,
    revision: 2,
    createdAt: world.now,
    updatedAt: world.now,
    ...change,
  };
  await world.store.commit([insertDialogue(row)]);
  return row.id;
}
const confirmed = (heldOn: string, change: Partial<DialogueRow> = {}) =>
  dialogue({
    ...{ status: 'confirmed', heldOn, minutes: ['A'], minutesRevision: 1 },
    startsAt: Date.parse(`${heldOn}T02:00:00Z`),
    ...{ employeeConfirmedAt: 1, leaderConfirmedAt: 2, ...change },
  });
async function promise(dialogueId: string, what: string, leaderId = budi.id): Promise<void> {
  counter += 1;
  const people = { employeeId: siti.id, leaderId, ownerId: siti.id };
  await world.store.commit([
    insertCommitments([
      {
        ...{ id: uuid(`commitment${counter}`), ...people, dialogueId, what, dueOn: '2026-12-01' },
        ...{ status: 'open', note: null, revision: 1, createdAt: world.now, closedAt: null },
      },
    ]),
  ]);
}
async function said(kind: 'feedback' | 'reply' | 'returned', body: string, authorId: string, date: string) {
  counter += 1;
  const recipientId = authorId === siti.id ? budi.id : siti.id;
  await world.store.commit([
    insertTalk({
      ...{ id: uuid(`talk${counter}`), employeeId: siti.id, localDate: date, entryId: null },
      ...{ authorId, recipientId, kind, body, at: world.now + counter },
    }),
  ]);
}
/** The page as somebody reads it. */
async function page(id: string, person: TestPerson, full = false) {
  const meeting = (await meetingOf(world.store, id))!;
  const reader = readerOf(world.services, person === siti ? meeting.employee : meeting.leader);
  return kitMessage(world.services, reader, meeting, await kitOf(world.services, meeting), full);
}
const text = async (id: string, person: TestPerson) =>
  (await page(id, person)).blocks.map(plainText).join('\n');

describe('the page for a dialogue', () => {
  it('has results, obstacles, feedback, commitments and expectations since the last dialogue', async () => {
    const before = await confirmed('2026-11-10');
    await promise(before, 'kirim draf');
    await said('feedback', 'Sebelum dialog terakhir', budi.id, '2026-11-09');
    await said('feedback', 'Bagus sekali', budi.id, '2026-11-20');
    await said('returned', 'Lengkapi bukti', budi.id, '2026-11-21');
    await said('reply', 'Siap', siti.id, '2026-11-21');
    await siti.say('Survei lapangan RHK1 2 dokumen kendala: hujan');
    await siti.press('Simpan');
    const id = await dialogue();
    const shown = await text(id, siti);
    expect(shown).toContain('Sejak dialog terakhir: 10 Nov – 23 Nov');
    expect(shown).toContain('Rabu, 25 November 2026, pukul 10.00 WITA (09.00 WIB bagi Budi)');
    expect(shown).toContain(
      'RHK 1. Tersusunnya laporan kinerja\n- 1 kegiatan, 0 menit · 2 dokumen · terakhir 23 Nov',
    );
    expect(shown).toContain('Kendala terbuka (1)\n- hujan (sejak 23 Nov)');
    expect(shown).toContain(
      'Umpan balik sejak itu (2)\n- 21 Nov, Budi: dikembalikan: Lengkapi bukti\n- 20 Nov, Budi: Bagus sekali',
    );
    expect(shown).toContain('Tindak lanjut terbuka (1)\n- Siti: kirim draf, paling lambat 1 Des');
  });

  it('has shared feedback that both may read, and never drafts or private notes', async () => {
    const row = (change: Partial<FeedbackRow>): FeedbackRow => ({
      ...{ id: uuid(`feedback of ${change.body}`), authorId: budi.id, employeeId: siti.id, kind: 'improve' },
      ...{ visibility: 'employee', relation: 'supervisor', status: 'shared', behaviours: [], body: 'B' },
      ...{ workResultId: null, entryId: null, requestId: null, dialogueId: null, localDate: '2026-11-20' },
      ...{ revision: 1, createdAt: world.now, sharedAt: world.now, readAt: null },
      ...change,
    });
    const peer = { authorId: uuid('peer'), relation: 'peer' } as const;
    await world.store.commit(
      [
        row({ body: 'Notulen lebih cepat' }),
        row({ body: 'Rahasia draf', status: 'draft', sharedAt: null }),
        row({ body: 'Rahasia catatan', kind: 'note', visibility: 'author', status: 'draft', sharedAt: null }),
        row({ body: 'Hanya berdua', ...peer }),
        row({ body: 'Dengan atasan', visibility: 'leader', ...peer }),
      ].map(insertFeedback),
    );
    const id = await dialogue();
    const shown = await text(id, budi);
    expect(shown).toContain('Umpan balik sejak itu (2)');
    for (const body of ['Notulen lebih cepat', 'Dengan atasan']) expect(shown).toContain(body);
    for (const body of ['Rahasia', 'Hanya berdua']) expect(shown).not.toContain(body);
    expect(await text(id, siti)).toBe(shown);
  });

  it('is the same for both, each in their language', async () => {
    const id = await dialogue();
    await said('feedback', 'Bagus', budi.id, '2026-11-20');
    expect(await text(id, budi)).toBe(await text(id, siti));
    await world.store.commit([updatePerson(budi.id, { locale: 'en' })]);
    const english = await text(id, budi);
    expect(english).toContain('# For the performance dialogue: Feedback');
    expect(english.split('\n')).toHaveLength((await text(id, siti)).split('\n').length);
  });

  it('names the targets and the special expectations of the plan in force', async () => {
    const result = { id: uuid('rhk'), number: 1, additional: false, title: 'Laporan' };
    await world.store.commit([
      insertPlanVersion({
        ...{ id: uuid('version'), planId: uuid('plan'), personId: siti.id, year: 2026, number: 1 },
        ...{ status: 'agreed', reason: 'first', fromDate: '2026-01-01', toDate: null, unitId: uuid('unit') },
        ...{ position: 'Analis', supervisorId: budi.id, remark: null, revision: 1, createdAt: 1 },
        ...{ proposedAt: 1, decidedAt: 1, decidedBy: budi.id },
        content: {
          ...emptyPlan,
          expectations: { adaptif: 'Mencoba cara baru' },
          results: [
            {
              ...result,
              ...{ supports: null, method: null, perspective: null },
              indicators: [
                { aspect: 'kuantitas', title: 'Laporan selesai', target: '12', unit: 'laporan', dueOn: null },
              ],
            },
          ],
        },
      }),
    ]);
    const shown = await text(await dialogue(), siti);
    expect(shown).toContain('- Target: Laporan selesai: 12 laporan\n- belum ada kegiatan');
    expect(shown).toContain('Ekspektasi khusus pimpinan\n- Adaptif: Mencoba cara baru');
  });

  it('fits one message on both platforms however much there is, counts what is left out, and has all behind a button', async () => {
    for (let n = 0; n < 40; n += 1) {
      await said('feedback', `Umpan balik nomor ${n} ${'yang panjang '.repeat(30)}`, budi.id, '2026-11-20');
      await world.store.commit([
        insertObstacle({
          ...{
            id: uuid(`obstacle${n}`),
            personId: siti.id,
            entryId: '',
            text: `Kendala ${n} ${'x'.repeat(400)}`,
          },
          ...{ openedOn: '2026-11-20', closedOn: null, createdAt: n },
        }),
      ]);
    }
    const id = await dialogue();
    const short = await page(id, budi);
    for (const platform of ['telegram', 'slack'] as const) {
      const pages = messagePages(platform, short);
      expect(pages).toHaveLength(1);
      expect(pages[0]!.length).toBeLessThanOrEqual(4096);
    }
    const shown = short.blocks.map(plainText).join('\n');
    expect(shown).toMatch(/Umpan balik sejak itu \(40\)[\s\S]*… dan \d\d lainnya/);
    expect(short.buttons.flat().map(({ label }) => label)).toContain('Baca selengkapnya');
    const whole = (await page(id, budi, true)).blocks.map(plainText).join('\n');
    for (let n = 0; n < 40; n += 1) expect(whole).toContain(`Umpan balik nomor ${n} `);
  });

  it('says nothing of what was agreed upon in counselling with somebody else', async () => {
    const private_ = await confirmed('2026-11-20', { kind: 'counselling', leaderId: rudi.id });
    await promise(private_, 'rahasia', rudi.id);
    const open = await confirmed('2026-11-12', { kind: 'guidance', leaderId: rudi.id });
    await promise(open, 'terbuka', rudi.id);
    const shown = await text(await dialogue(), siti);
    expect(shown).not.toContain('rahasia');
    expect(shown).not.toContain('20 Nov');
    expect(shown).toContain('terbuka');
  });

  it('is shown at any time to the two, and to nobody else', async () => {
    const id = await dialogue({ status: 'proposed' });
    await siti.say('/dialog 25/11');
    await siti.press('Bahan dialog');
    expect(siti.last().text).toContain('# Bahan dialog kinerja');
    const at = siti.messages.findLast(({ buttons }) => buttons.includes('Bahan dialog'))!;
    const press = at.message.buttons.flat().find(({ label }) => label === 'Bahan dialog')!.action;
    const reply = await rudi.send({ kind: 'choice', action: press, messageId: null });
    expect([reply.messages, reply.toast]).toEqual([[], 'Data ini bukan milik Bapak/Ibu.']);
    expect(id).not.toBe('');
  });
});
