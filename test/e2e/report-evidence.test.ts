import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TelegramPerson } from '../servers/telegram.ts';
import { ENOUGH, poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld();
const PHOTO = Buffer.from('\xff\xd8 a photo that only a test could love', 'latin1');
const PDF = Buffer.from('%PDF-1.7 daftar hadir');
const pdf = { name: 'daftar hadir.pdf', mime: 'application/pdf' };

interface Evidence {
  name: string;
  kind: string;
  status: string;
  sha256: string | null;
  path: string | null;
  url: string | null;
}

/** The evidence of the newest entry. */
const evidence = () =>
  world.rows<Evidence>(
    `select v.* from evidence v where v.entry_id = (select id from entries order by submitted_at desc limit 1)
     order by v.created_at, v.id`,
  );

/** Waits until nothing of the newest entry's evidence is under way. */
async function settled(): Promise<Evidence[]> {
  await poll(() => evidence().filter((row) => row.status === 'pending')).toEqual([]);
  return evidence();
}

/** Asserts that the file lies on the disk and is what was sent. */
function expectOnDisk(row: Evidence | undefined, bytes: Buffer): void {
  expect(row).toMatchObject({ status: 'stored' });
  expect(readFileSync(join(world.env.EVIDENCE_DIR ?? '', row?.path ?? ''))).toEqual(bytes);
  expect(row?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
}

/** Chooses the first work result where it is asked for, saves, and waits for the receipt. */
async function save(siti: TelegramPerson): Promise<string> {
  await siti.waitFor(t.ask.workResult());
  siti.press('RHK 1');
  await siti.waitFor(t.draft.review());
  siti.press(t.button.save());
  return (await siti.waitFor(SAVED)).text;
}

describe('evidence sent in Telegram', () => {
  let siti: TelegramPerson;
  let dewi: TelegramPerson;

  it('keeps a report whose file cannot be downloaded for now', async () => {
    dewi = await world.onTelegram('dewi');
    const sent = dewi.document(PDF, { ...pdf, caption: 'Rekonsiliasi data' });
    // For this file only, and for good: the last test but one sees what becomes of it.
    const match = (params: { file_id?: unknown }) => params.file_id === sent.document?.file_id;
    world.telegram.faults.add({ method: 'getFile', kind: 'http', status: 502, times: 99, match });
    await dewi.waitFor(t.draft.review());
    dewi.press(t.button.save());
    await dewi.waitFor(SAVED);
  });

  it('takes a photo with a caption as a whole report and keeps the file with its fingerprint', async () => {
    siti = await world.onTelegram('siti');
    siti.photo(PHOTO, { caption: '09.00-11.00 Survei lapangan RHK2 2 lokasi' });
    const review = await siti.waitFor(t.draft.review());
    for (const part of ['Survei lapangan', '2 lokasi', 'foto-']) expect(review.text).toContain(part);
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    const [photo, ...more] = await settled();
    expect(more).toEqual([]);
    expectOnDisk(photo, PHOTO);
  });

  it('asks what a photo without caption shows', async () => {
    siti.photo(PHOTO);
    await siti.waitFor(t.ask.what());
    siti.say('Monitoring ruang arsip');
    await save(siti);
    expectOnDisk((await settled())[0], PHOTO);
  });

  it('takes an album as one report with several pieces of evidence', async () => {
    const album = { mediaGroupId: '4711' };
    siti.photo(PHOTO, { ...album, caption: 'Kunjungan lapangan' });
    siti.photo(Buffer.concat([PHOTO, PHOTO]), album);
    siti.photo(Buffer.concat([PHOTO, PHOTO, PHOTO]), album);
    await siti.waitFor(t.ask.workResult());
    await poll(() => world.rows('select id from evidence where entry_id is null').length).toBe(3);
    expect(world.rows("select id from drafts where form = 'activity'")).toHaveLength(1);
    siti.say('1');
    const review = await siti.waitFor(t.draft.review());
    expect(review.text.match(/foto-/g)).toHaveLength(3);
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    const stored = await settled();
    expect(stored.map((row) => row.status)).toEqual(['stored', 'stored', 'stored']);
    expectOnDisk(stored[2], Buffer.concat([PHOTO, PHOTO, PHOTO]));
  });

  it('takes a document, a photo and a link one after the other when it asks for evidence', async () => {
    siti.command('/lapor');
    await siti.waitFor(t.ask.what());
    siti.say('Rapat koordinasi bulanan');
    await siti.waitFor(t.ask.workResult());
    siti.press('RHK 2');
    await siti.waitFor(t.ask.time());
    siti.press(t.button.skip());
    await siti.waitFor(t.ask.quantity());
    siti.press(t.button.skip());
    await siti.waitFor(t.ask.evidence());
    siti.document(PDF, pdf);
    await siti.waitFor(t.ask.moreEvidence(1));
    siti.photo(PHOTO);
    await siti.waitFor(t.ask.moreEvidence(2));
    siti.say('di lemari');
    await siti.waitFor(t.problem.evidenceUnclear());
    siti.say('https://drive.google.com/d/notulen');
    await siti.waitFor(t.ask.moreEvidence(3));
    siti.press(ENOUGH);
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    const stored = await settled();
    expectOnDisk(stored[0], PDF);
    expect(stored[2]).toMatchObject({ kind: 'link', url: 'https://drive.google.com/d/notulen' });
  });

  it('refuses what is too large or of a wrong kind, and keeps what was told before', async () => {
    siti.say('Menyusun telaahan staf RHK1');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.change());
    await siti.waitFor(t.ask.editWhich());
    siti.press(t.field.evidence());
    await siti.waitFor(t.ask.evidence());
    siti.document(PDF, { ...pdf, size: 21_000_000 });
    await siti.waitFor(t.problem.fileTooLarge(pdf.name));
    siti.document(Buffer.from('MZ'), { name: 'pasang.exe', mime: 'application/x-msdownload' });
    await siti.waitFor(t.problem.fileKind('pasang.exe'));
    siti.document(PDF, pdf);
    await siti.waitFor(t.ask.moreEvidence(1));
    siti.press(ENOUGH);
    const review = await siti.waitFor(t.draft.review());
    expect(review.text).toContain('Menyusun telaahan staf');
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    expect((await settled()).map((row) => row.name)).toEqual([pdf.name]);
  });

  it('tries a failing download again', async () => {
    world.telegram.faults.add({ method: 'getFile', kind: 'http', status: 502 });
    siti.document(PDF, { ...pdf, caption: 'Uji petik berkas RHK1' });
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    await poll(() => evidence()[0]?.status).toBe('stored');
    expectOnDisk(evidence()[0], PDF);
  });

  it('tells the person at once when a file is gone from Telegram', async () => {
    const sent = siti.document(PDF, { ...pdf, caption: 'Cek fisik gudang RHK1' });
    const file = world.telegram.file(sent.document?.file_id ?? '');
    let moves = 0;
    Object.defineProperty(file, 'path', { get: () => `documents/moved-${moves++}.pdf` });
    await siti.waitFor(t.notice.evidenceFailed(pdf.name));
    siti.command('/batal');
    await siti.waitFor(t.draft.cancelled());
  });

  it('tells the person when a download has finally failed, and keeps the report', async () => {
    await dewi.waitFor(t.notice.evidenceFailed(pdf.name), { timeout: 15_000 });
    const failed = world.rows(
      "select name, entry_id from evidence where name = ? and status = 'failed'",
      pdf.name,
    );
    expect(failed).toContainEqual({ name: pdf.name, entry_id: expect.any(String) });
    expect(world.entries('dewi')).toMatchObject([{ what: 'Rekonsiliasi data', status: 'submitted' }]);
  });

  it('says which kinds of messages it cannot read', async () => {
    // A document of an unknown kind stands for stickers, which the test server does not send.
    siti.document(Buffer.from('RIFF'), { name: 'stiker.tgs', mime: 'application/x-tgsticker' });
    await siti.waitFor(t.problem.fileKind('stiker.tgs'));
  });
});
