import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesBetween } from '../../db/queries/entries.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

const stored = () =>
  world.store.all(entriesBetween({ personId: siti.id, from: '2026-11-01', to: '2026-11-30' }));
const choice = (label: string, at = siti.last()) => {
  const button = at.message.buttons.flat().find((b) => b.label === label);
  return { kind: 'choice' as const, action: button!.action, messageId: at.id };
};

describe('a message that comes twice', () => {
  it('is stored once and gets the same answer again', async () => {
    await siti.say('Rapat koordinasi');
    const press = choice('Simpan');
    const first = await siti.send(press, 'telegram:7');
    const again = await siti.send(press, 'telegram:7');
    expect(again).toEqual(first);
    expect(await stored()).toHaveLength(1);
  });

  it('at the same moment is stored once, too', async () => {
    await siti.say('Rapat koordinasi');
    const press = choice('Simpan');
    const replies = await Promise.all([1, 2, 3].map(() => siti.send(press, 'telegram:7')));
    expect(new Set(replies.map((r) => JSON.stringify(r))).size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });
});

describe('a button that is pressed twice', () => {
  it('stores once; the second press is answered', async () => {
    await siti.say('Rapat koordinasi');
    const press = choice('Simpan');
    await Promise.all([siti.send(press), siti.send(press)]);
    expect(await stored()).toHaveLength(1);
    expect(siti.toast).toBe('Sudah selesai; tidak ada yang berubah.');
  });

  it('on an old question changes nothing', async () => {
    await siti.say('/lapor');
    await siti.say('Rapat');
    const old = choice('Tanpa RHK');
    await siti.send(old);
    await siti.say('8-9');
    const before = siti.last().text;
    await siti.send(old);
    expect(siti.toast).toBe('Sudah dijawab.');
    expect(siti.last().text).toBe(before);
  });
});

describe('two messages at once', () => {
  it('are handled in their order and both stored', async () => {
    const both = ['Rapat pagi', 'Rapat sore'].map((text) =>
      siti.send({ kind: 'text', text, messageId: text, replyTo: null, forwarded: false }),
    );
    await Promise.all(both);
    await siti.press('Simpan', siti.messages[0]);
    await siti.press('Simpan', siti.messages[1]);
    expect((await stored()).map((e) => e.what)).toEqual(['Rapat pagi', 'Rapat sore']);
  });
});

describe('what is not for everybody', () => {
  it('a colleague who forges the supervisor’s button changes nothing', async () => {
    const unit = await world.unit('Bidang B');
    const rudi = await world.person('Rudi', { unit });
    await siti.say('Rapat');
    await siti.press('Simpan');
    await rudi.send(choice('Setujui', budi.last()));
    expect(rudi.toast).toBe('Hanya atasan pegawai ini yang dapat melakukannya.');
    expect((await stored())[0]?.status).toBe('submitted');
    await rudi.send(choice('Tarik'));
    expect(rudi.toast).toBe('Data ini bukan milik Bapak/Ibu.');
  });

  it('an employee cannot approve their own day', async () => {
    await siti.say('Rapat');
    await siti.press('Simpan');
    await siti.send(choice('Setujui', budi.last()));
    expect((await stored())[0]?.status).toBe('submitted');
  });
});

describe('a mistake of ours', () => {
  it('is confessed, and the same message does not come for ever', async () => {
    const broken = { ...world.services };
    Object.assign(world.services, {
      newId: () => {
        throw new TypeError('bug');
      },
    });
    const reply = await siti
      .send({ kind: 'text', text: 'Rapat', messageId: '9', replyTo: null, forwarded: false }, 'telegram:9')
      .catch(() => null);
    Object.assign(world.services, broken);
    expect(reply ?? siti.last().message).toMatchObject({});
    expect(siti.last().text).toContain('Maaf, ada gangguan');
  });
});

describe('text that looks like markup', () => {
  it('stays what it is, to the letter', async () => {
    const text = '*_[x](http://y)_* <b>&amp;</b> <!channel> =1+1 @everyone';
    await siti.say(text);
    await siti.press('Simpan');
    expect((await stored())[0]?.what).toContain('<!channel>');
    expect(budi.last().text).toContain('<b>&amp;</b>');
  });
});
