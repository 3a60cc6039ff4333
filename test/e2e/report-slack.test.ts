import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import { postAsSlack } from './forge.ts';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld({ slack: 'http' });
const PDF = Buffer.from('%PDF-1.7 undangan rapat');

/** Asserts that the newest evidence lies on the disk and is what was sent. */
async function expectStored(bytes: Buffer): Promise<void> {
  const newest = () =>
    world.rows<{ status: string; path: string; sha256: string }>(
      'select * from evidence where entry_id is not null order by created_at desc limit 1',
    )[0];
  await poll(() => newest()?.status).toBe('stored');
  expect(readFileSync(join(world.env.EVIDENCE_DIR ?? '', newest()?.path ?? ''))).toEqual(bytes);
  expect(newest()?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
}

describe('a report in Slack', () => {
  let siti: SlackPerson;

  it('is one form with every question', async () => {
    siti = await world.onSlack('siti');
    await siti.slash('/tutur', 'lapor');
    const form = await siti.waitForModal(/./);
    expect(form.labels.slice(0, 4)).toEqual([
      t.ask.what(),
      t.ask.workResult(),
      t.ask.time(),
      t.ask.quantity(),
    ]);
  });

  it('shows what is wrong at the field and keeps what was typed', async () => {
    const refused = await siti.submit({
      [t.ask.what()]: 'Menyusun bahan rapat pimpinan',
      [t.ask.workResult()]: 'Terlaksananya rapat',
      [t.ask.time()]: 'kapan saja',
      [t.ask.quantity()]: '3 dokumen',
    });
    expect(refused).toEqual({ errors: { time: t.problem.timeUnclear() } });
    expect(JSON.stringify(siti.modal?.raw)).toContain('Menyusun bahan rapat pimpinan');
    const taken = await siti.submit({
      [t.ask.time()]: '13.00-15.30',
      proof: [{ name: 'undangan.pdf', bytes: PDF, mime: 'application/pdf' }],
    });
    expect(taken).toEqual({ closed: true });
    const review = await siti.waitFor(t.draft.review());
    for (const part of [
      'Menyusun bahan rapat pimpinan',
      '2. Terlaksananya rapat',
      '3 dokumen',
      'undangan.pdf',
    ])
      expect(review.text).toContain(part);
  });

  it('is stored after its review, with the uploaded file', async () => {
    await siti.click(t.button.save());
    const receipt = await siti.waitFor(SAVED);
    expect(receipt.text).toContain('2 jam 30 menit');
    expect(world.entries('siti')).toMatchObject([{ what: 'Menyusun bahan rapat pimpinan' }]);
    await expectStored(PDF);
  });

  it('is one message as well, or a file with a comment', async () => {
    siti.dm('08.00-09.00 Apel pagi RHK1 1 kegiatan');
    await siti.waitFor(t.draft.review());
    await siti.click(t.button.save());
    await siti.waitFor(SAVED);
    const scan = Buffer.concat([PDF, PDF]);
    siti.upload(
      { name: 'notulen.pdf', bytes: scan, mime: 'application/pdf' },
      { comment: 'Rapat staf RHK2' },
    );
    await siti.waitFor(t.draft.review());
    await siti.click(t.button.save());
    await siti.waitFor(SAVED);
    await expectStored(scan);
    expect(world.entries('siti')).toHaveLength(3);
  });

  it('can be changed answer by answer in the filled form', async () => {
    await siti.click(t.button.edit());
    const form = await siti.waitForModal(/./);
    expect(JSON.stringify(form.raw)).toContain('Rapat staf');
    expect(await siti.submit({ [t.ask.what()]: 'Rapat staf mingguan' })).toEqual({ closed: true });
    await siti.waitFor(t.draft.review());
    await siti.click(t.button.save());
    await siti.waitFor(/versi 2/);
    expect(world.entries('siti').at(-1)).toMatchObject({ what: 'Rapat staf mingguan', revision: 2 });
  });

  it('takes what looks like markup as plain text', async () => {
    siti.dm('Membaca <!channel> & *tebal* <@U123> RHK1');
    const review = await siti.waitFor(t.draft.review());
    expect(review.text).toContain('Membaca <!channel> & *tebal* <@U123>');
    await siti.click(t.button.cancel());
    await siti.waitFor(t.draft.cancelled());
  });

  it('answers a command in a channel privately', async () => {
    const fields = { command: '/tutur', text: 'rekap hari', channel_id: 'C0UMUM', channel_name: 'umum' };
    const person = { user_id: siti.id, user_name: 'siti', team_id: 'T0TESTTEAM', api_app_id: 'A0TESTAPP' };
    const answer = await postAsSlack(world, { ...fields, ...person, trigger_id: 'channel.1' }, 'command');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      response_type: 'ephemeral',
      text: t.draft.answeredPrivately(),
    });
    await siti.waitFor(t.recap.title('').trim());
  });

  it('ignores what was typed into a form that is closed again', async () => {
    const before = world.entries('siti').length;
    await siti.slash('/tutur', 'lapor');
    await siti.waitForModal(/./);
    await siti.fill({ [t.ask.what()]: 'Tidak jadi dikirim' });
    await siti.closeModal();
    expect(world.entries('siti')).toHaveLength(before);
  });
});
