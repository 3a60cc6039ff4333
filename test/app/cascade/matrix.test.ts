import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updatePerson } from '../../../db/queries/people.ts';
import { updatePlanVersion } from '../../../db/queries/plan-versions.ts';
import { roleCellsOfLeader } from '../../../db/queries/role-cells.ts';
import { statement } from '../../../db/store.ts';
import { encodeAction } from '../../../src/core/action.ts';
import { uuid } from '../../support/world.ts';
import { agreed, goal, planned, type SmallAgency, smallAgency } from './agency.ts';

let agency: SmallAgency;
beforeEach(async () => {
  agency = await smallAgency();
  const { world, citra, goals } = agency;
  await agreed(world, citra, [
    planned(1, 'Terlaksananya uji laik jalan', goal(goals.agreement)),
    planned(2, 'Tersusunnya peta trayek', goal(goals.agreement)),
  ]);
});
afterEach(() => agency.world.close());

const cells = () => agency.world.store.all(roleCellsOfLeader({ leaderId: agency.citra.id, year: 2026 }));
const notices = async () =>
  (await agency.world.store.all(statement('notices', (db, t) => db.select().from(t.outbox)))).filter(
    ({ kind }) => kind === 'roles' || kind === 'role_changed',
  );

/** Adds a contribution of Siti to the first result, as a draft. */
async function draft(words = 'Tersusunnya jadwal uji', who = 'Siti Aminah') {
  const { citra } = agency;
  await citra.say('/matriks');
  await citra.press('+ RHK 1');
  await citra.press(who);
  await citra.say(words);
  return citra.press('Tidak langsung');
}

describe('a leader’s matrix', () => {
  it('shows for each result who contributes what, who has nothing yet, and what nobody carries', async () => {
    const { citra } = agency;
    expect(await citra.say('/matriks')).toContain('Belum ada yang mendukung RHK ini.');
    const shown = await draft();
    expect(shown).toContain('1.1 Siti Aminah: Tersusunnya jadwal uji (tidak langsung) · draf');
    expect(shown).toContain('Baru draf; belum dihitung sebelum dibagikan.');
    expect(shown).toContain('Belum mendapat peran: Andi Wijaya.');
  });

  it('shows what is in the plans of the team as well', async () => {
    const { world, citra, siti } = agency;
    const supports = { kind: 'result' as const, id: uuid('Tersusunnya peta trayek'), number: 2, title: null };
    await agreed(world, siti, [planned(4, 'Terkumpulnya data trayek', supports)]);
    expect(await citra.say('/matriks')).toContain('Siti Aminah: Terkumpulnya data trayek · RHK 4 di SKP-nya');
  });

  it('is filled by one form in Slack', async () => {
    const { world, budi, citra } = agency;
    await agreed(world, budi, [planned(1, 'Menurunnya kecelakaan', goal(agency.goals.agreement))]);
    await budi.say('/matriks');
    await budi.press('+ RHK 1');
    expect(budi.form!.fields.map(({ id, initial }) => [id, initial])).toEqual([
      ['result', '1'],
      ['person', null],
      ['contribution', null],
      ['method', null],
    ]);
    const options = budi.form!.fields[1]!.input;
    const who =
      options.kind === 'choice' ? options.options.find(({ label }) => label === 'Citra Lestari') : null;
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: {
        result: [{ choice: '1' }],
        person: [{ choice: who!.value }],
        contribution: [{ text: 'Terlaksananya uji laik jalan' }],
        method: [{ choice: 'region' }],
      },
    });
    const stored = await world.store.all(roleCellsOfLeader({ leaderId: budi.id, year: 2026 }));
    expect(stored).toMatchObject([
      { personId: citra.id, method: 'direct', divided: 'region', status: 'draft', year: 2026 },
    ]);
  });

  it('does not take the same contribution twice', async () => {
    await draft();
    expect(await draft('tersusunnya JADWAL uji.')).toContain('sudah ada pada Siti Aminah');
    expect(await cells()).toHaveLength(1);
  });
});

describe('sharing', () => {
  it('keeps drafts to the leader until then, and tells each person once of all that is theirs', async () => {
    const { citra, siti, andi } = agency;
    await draft();
    await draft('Terlaksananya sosialisasi');
    await draft('Terkumpulnya data kendaraan', 'Andi Wijaya');
    expect(await siti.say('/matriks')).toContain('Belum ada peran yang dibagikan. Citra Lestari');
    expect(await siti.say('/pohon')).not.toContain('jadwal');
    expect(await citra.press('Bagikan (3)')).toContain('Dibagikan kepada Siti Aminah (2), Andi Wijaya (1).');
    expect(siti.last().text).toContain('Tersusunnya jadwal uji');
    expect(siti.last().text).toContain('Terlaksananya sosialisasi');
    expect(andi.last().text).toContain('Terkumpulnya data kendaraan');
    expect(andi.last().text).not.toContain('jadwal');
    expect(await notices()).toHaveLength(2);
  });

  it('happens once, whoever presses how often', async () => {
    const { citra } = agency;
    await draft();
    const list = citra.last();
    await citra.press('Bagikan (1)', list);
    await citra.press('Bagikan (1)', list);
    expect(citra.toast).toBe('Tidak ada draf yang perlu dibagikan.');
    expect(await notices()).toHaveLength(1);
  });

  it('shares only what the leader has seen', async () => {
    const { citra } = agency;
    await draft();
    const list = citra.last();
    await draft('Terlaksananya sosialisasi');
    await citra.press('Bagikan (1)', list);
    expect(citra.toast).toContain('sudah berubah');
    expect((await cells()).map(({ status }) => status)).toEqual(['draft', 'draft']);
  });

  it('is not told to somebody who is under another leader by then', async () => {
    const { world, citra, siti, budi } = agency;
    await draft();
    const before = siti.messages.length;
    world.outcomes.push({ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: 'busy' });
    await citra.press('Bagikan (1)');
    await world.store.commit([updatePerson(siti.id, { supervisorId: budi.id })]);
    world.advance(120_000);
    await world.settle();
    expect(siti.messages).toHaveLength(before);
    expect((await notices()).map(({ status, reason }) => [status, reason])).toEqual([
      ['skipped', 'not_allowed'],
    ]);
  });
});

describe('changing and withdrawing', () => {
  const open = async () => {
    const { citra } = agency;
    await citra.say('/matriks');
    await citra.press('Ubah peran');
    return citra.press('1.1 Siti Aminah');
  };

  it('of a draft tells nobody', async () => {
    const { citra, siti } = agency;
    await draft();
    expect(await open()).toContain('Kontribusi: Tersusunnya jadwal uji');
    await citra.press('Ubah cara');
    await citra.press('Langsung: beban target');
    expect(await cells()).toMatchObject([{ method: 'direct', divided: 'share', status: 'draft' }]);
    await open();
    await citra.press('Tarik');
    await citra.press('Ya, tarik');
    expect(await cells()).toEqual([]);
    expect(siti.messages).toEqual([]);
  });

  it('of what is shared tells whoever it is for', async () => {
    const { citra, siti } = agency;
    await draft();
    await citra.press('Bagikan (1)');
    await open();
    await citra.press('Ubah kontribusi');
    await citra.say('Tersusunnya jadwal uji triwulanan');
    expect(siti.last().text).toContain('Citra Lestari mengubah peran Bapak/Ibu');
    expect(siti.last().text).toContain('triwulanan');
    await open();
    await citra.press('Tarik');
    await citra.press('Ya, tarik');
    expect(siti.last().text).toContain('Citra Lestari menarik peran Bapak/Ibu');
    expect(await siti.say('/matriks')).toContain('Belum ada peran yang dibagikan.');
  });

  it('is left to the leader whose matrix it is', async () => {
    const { citra, siti, budi } = agency;
    await draft();
    await citra.press('Bagikan (1)');
    const [cell] = await cells();
    for (const op of ['cell', 'text', 'withdraw', 'withdraw!'])
      for (const other of [siti, budi]) {
        const action = encodeAction({ do: 'room', room: 'cascade', op, id: cell!.id, arg: '' });
        await other.send({ kind: 'choice', action, messageId: null });
        expect(other.toast).toContain('Hanya atasan');
      }
    expect(await cells()).toMatchObject([{ status: 'shared', revision: 2 }]);
  });
});

describe('in the wrong order or role one sentence says what is next', () => {
  it.each([
    ['without a team', 'siti', 'Belum ada peran yang dibagikan. Citra Lestari membagikannya lewat matriks.'],
    ['without a plan in force', 'budi', 'SKP 2026 Bapak/Ibu belum berlaku.'],
  ] as const)('%s', async (_, who, sentence) => {
    expect(await agency[who].say('/matriks')).toContain(sentence);
  });

  it('without anybody above or below', async () => {
    const { world, department } = agency;
    const sendiri = await world.person('Sendiri', { unit: department });
    expect(await sendiri.say('/matriks')).toContain('Matriks dibuat oleh atasan.');
  });

  it('a button for a team is of no use to somebody without one', async () => {
    const { siti } = agency;
    for (const op of ['matrix', 'add', 'cells', 'share']) {
      const action = encodeAction({ do: 'room', room: 'cascade', op, id: null, arg: '2026' });
      await siti.send({ kind: 'choice', action, messageId: null });
      expect(siti.toast).toContain('Hanya atasan');
    }
  });

  it('a result that is not in force any more takes no contribution', async () => {
    const { world, citra } = agency;
    await citra.say('/matriks');
    const list = citra.last();
    const versions = await world.store.all(
      statement('versions', (db, t) => db.select().from(t.planVersions)),
    );
    await world.store.commit([
      updatePlanVersion(versions[0]!.id, 1, {
        content: { ...versions[0]!.content, results: [versions[0]!.content.results[1]!] },
      }),
    ]);
    await citra.press('+ RHK 1', list);
    expect(citra.toast).toContain('sudah tidak berlaku');
  });
});
