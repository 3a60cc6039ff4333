import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsOf } from '../../db/queries/drafts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const VOICE = { kind: 'document' as const, name: 'suara.ogg', mime: 'audio/ogg' };
let world: World;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
});
afterEach(() => world.close());

const drafts = async () =>
  (await world.store.all(draftsOf({ personId: siti.id }))).map(({ answers }) => ({
    what: answers.what ?? null,
    proof: ((answers.proof as { items: { name: string }[] } | null)?.items ?? []).map(({ name }) => name),
  }));

describe('files from the field', () => {
  it('with a caption are an activity each, while another one waits for its work result', async () => {
    await siti.file({ name: '1.jpg' }, 'Survei drainase');
    await siti.file({ name: '2.jpg' }, 'Pemasangan patok');
    expect((await drafts()).sort((a, b) => (String(a.what) < String(b.what) ? -1 : 1))).toEqual([
      { what: 'Pemasangan patok', proof: ['2.jpg'] },
      { what: 'Survei drainase', proof: ['1.jpg'] },
    ]);
  });

  it('without a caption join what waits', async () => {
    await siti.file({ name: '1.jpg' }, 'Survei drainase');
    await siti.file({ name: '2.jpg' });
    expect(await drafts()).toEqual([{ what: 'Survei drainase', proof: ['1.jpg', '2.jpg'] }]);
  });

  it('that are spoken are an activity each', async () => {
    await siti.file(VOICE);
    expect(await siti.file({ ...VOICE, name: 'suara-2.ogg' })).toContain('Pesan suara diterima');
    expect(await drafts()).toHaveLength(2);
  });

  it('that are spoken are evidence where evidence is asked for', async () => {
    await siti.say('/lapor');
    await siti.say('Survei');
    await siti.say('1');
    await siti.say('lewati');
    await siti.say('lewati');
    await siti.file(VOICE);
    expect(await drafts()).toEqual([{ what: 'Survei', proof: ['suara.ogg'] }]);
  });

  it('too large to be fetched are refused with a way out', async () => {
    expect(await siti.file({ ...VOICE, size: 21_000_000 })).toContain('lebih dari 20 MB');
  });

  it('with words and a link keep both, and the photo that came before', async () => {
    await siti.file({ name: '1.jpg' });
    await siti.say('Survei RHK1 https://drive.go.id/x');
    expect(await drafts()).toEqual([{ what: 'Survei', proof: ['1.jpg', 'https://drive.go.id/x'] }]);
  });
});

describe('a forwarded text', () => {
  it('is shortened instead of refused, and takes no time or number of somebody else’s', async () => {
    await siti.forward(`Surat edaran 08.00-10.00\n${'isi surat '.repeat(500)}3 dokumen`);
    const [draft] = await world.store.all(draftsOf({ personId: siti.id }));
    expect(String(draft?.answers.what)).toMatch(/^Menindaklanjuti: Surat edaran 08.00-10.00\n.*…$/);
    expect(draft?.answers).toMatchObject({ time: null, qty: null });
  });

  it('does not end what waits for an answer', async () => {
    await siti.say('/lapor');
    await siti.forward('Undangan rapat');
    await siti.press('RHK 1');
    await siti.press('Simpan');
    expect(await siti.say('Menyusun laporan')).toContain('2/5');
  });
});
