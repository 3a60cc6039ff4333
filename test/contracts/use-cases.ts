import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absencesOf, cancelAbsence } from '../../db/queries/calendar.ts';
import { entriesBetween } from '../../db/queries/entries.ts';
import { latenessBetween } from '../../db/queries/lateness.ts';
import { insertOutage, recentOutages } from '../../db/queries/outages.ts';
import { planVersionsOf } from '../../db/queries/plan-versions.ts';
import { workResultsOf } from '../../db/queries/plans.ts';
import { purgePrompts } from '../../db/queries/prompts.ts';
import type { Store } from '../../db/store.ts';
import { type App, createApp } from '../../src/app/app.ts';
import { applyOutages } from '../../src/app/extensions.ts';
import type { Event, Inbound } from '../../src/core/inbound.ts';
import { datesBetween } from '../../src/core/local-time.ts';
import type { Reply } from '../../src/core/message.ts';
import { completeDigests, runDigests } from '../../src/scheduler/digests.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { plainText } from '../support/plain-text.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';
import type { Open, Place } from './store.ts';

const DONE = 'Sudah selesai; tidak ada yang berubah.';

/** What people are promised, whatever database is behind it and however many processes there are. */
export function useCasesContract(name: string, open: Open): void {
  describe(`the bot on ${name}`, () => {
    let place: Place;
    let world: World;
    let siti: TestPerson;
    let budi: TestPerson;
    beforeEach(async () => {
      place = await open();
      world = await createWorld('2026-11-23T08:00:00Z', place.store);
      const unit = await world.unit('Bidang A');
      budi = await world.person('Budi', { unit, platform: 'slack' });
      siti = await world.person('Siti', { unit, supervisor: budi.id });
      await world.plan(siti.id, 2026, ['Tersusunnya laporan', 'Terlaksananya rapat']);
    });
    afterEach(async () => {
      await world.close();
      await place.close();
    });

    const stored = () =>
      world.store.all(entriesBetween({ personId: siti.id, from: '2026-11-01', to: '2026-11-30' }));

    /** One more process of the same bot, on a store of its own where the database can be shared. */
    const process = (store: Store): App =>
      createApp({ ...world.services, store, newId: randomUUID, random: (n) => randomBytes(n) }, () => {});

    const inbound = (key: string, event: Event): Inbound => ({
      key,
      from: {
        platform: 'telegram',
        id: `x${siti.id.slice(-6)}`,
        address: `x${siti.id.slice(-6)}`,
        name: 'Siti',
        language: 'id',
        email: async () => null,
        forms: false,
      },
      event,
    });

    const confirm = (): Event => {
      const at = siti.last();
      const button = at.message.buttons.flat().find(({ label }) => label === 'Simpan');
      return { kind: 'choice', action: button!.action, messageId: at.id };
    };

    it('lets HR decide about a late report once, and extends what an outage hit once', async () => {
      const hera = await world.person('Hera', { unit: await world.unit('Kepegawaian'), roles: ['hr'] });
      await siti.say('20 Nov: Rapat');
      await siti.press('Tanpa RHK');
      await siti.press('Tidak ada sinyal');
      await siti.press('Simpan');
      await hera.press('Terima alasan');
      const [late] = await world.store.all(
        latenessBetween({ personId: siti.id, from: '2026-11-20', to: '2026-11-20' }),
      );
      expect(late).toMatchObject({ status: 'accepted', decidedBy: hera.id });

      const fromAt = Date.parse('2026-11-23T16:20:00Z');
      const outage = { id: 'o', source: 'program' as const, fromAt, toAt: fromAt + 40 * 60_000 };
      await world.store.commit([insertOutage({ ...outage, appliedAt: null })]);
      world.now = outage.toAt;
      expect(await applyOutages(world.services)).toEqual({ outages: 1, people: 2 });
      expect(await applyOutages(world.services)).toEqual({ outages: 0, people: 0 });
      expect(await world.store.all(recentOutages(0, 10))).toMatchObject([{ id: 'o', people: 2 }]);
    });

    it('stores a reported activity, shows it to the supervisor, and brings back their word', async () => {
      await siti.say('08.00-10.00 Rapat koordinasi RHK2 3 dokumen');
      expect(await siti.press('Simpan')).toContain('Rapat koordinasi');
      expect(budi.last().text).toContain('Rapat koordinasi');
      await budi.press('Setujui');
      expect((await stored()).map(({ what, status }) => [what, status])).toEqual([
        ['Rapat koordinasi', 'approved'],
      ]);
      const [card] = budi.messages;
      await budi.say('Bagus 👍, "lanjutkan"', card!.id);
      expect(siti.last().text).toContain('Bagus 👍, "lanjutkan"');
      await siti.say('Terima kasih, Pak', siti.last().id);
      expect(budi.last().text).toContain('Terima kasih, Pak');
    });

    it('follows an edited message, keeps a template, and carries an obstacle over', async () => {
      await siti.say('Survei RHK1 kendala: jaringan mati');
      await siti.press('Simpan');
      const answer = await siti.edit(
        'Survei RHK1 kendala: jaringan mati',
        'Survei lapangan RHK1 kendala: hujan',
      );
      expect(answer).toContain('versi 2');
      expect(await siti.edit('Survei lapangan RHK1 kendala: hujan', 'Survei ulang RHK1')).toContain(
        'versi 3',
      );
      await siti.press('Ada kendala');
      await siti.say('Jalan putus 🌊');
      await siti.say('/templat');
      await siti.press('Simpan 23 Nov sebagai templat Senin');
      await siti.press('Ganti templat Senin dengan 23 Nov');
      world.advance(7 * 24 * 3_600_000);
      expect(await siti.say('/lapor')).toContain('Kendala yang masih terbuka: Jalan putus 🌊 (sejak 23 Nov)');
      await siti.press('Pakai templat Senin (1 kegiatan)');
      await siti.press('Simpan yang lengkap (1)');
      expect(budi.last().text).toContain('Survei ulang');
      expect(budi.last().text).toContain('Jalan putus 🌊');
      await siti.say('/kendala');
      expect(await siti.press('Sudah selesai')).toContain('Tidak ada kendala');
      expect((await stored()).map(({ what, revision }) => [what, revision])).toEqual([
        ['Survei ulang', 3],
        ['Survei ulang', 1],
      ]);
    });

    it('asks one thing after the other and remembers every answer', async () => {
      await siti.say('/lapor');
      for (const answer of [
        'Menyusun laporan',
        '1',
        '10-12',
        '2 laporan',
        'https://example.com/a',
        'selesai',
      ])
        await siti.say(answer);
      await siti.say('simpan');
      expect(await stored()).toMatchObject([
        { what: 'Menyusun laporan', startMinute: 600, endMinute: 720, quantityMilli: 2000, revision: 1 },
      ]);
      expect(await siti.say('/rekap')).toContain('1 kegiatan · 2 jam · 1 bukti');
    });

    it('gives a message that comes again the same answer, in this process and in another', async () => {
      await siti.say('Rapat koordinasi RHK2');
      const message = inbound('telegram:again', confirm());
      const other = process(place.again ? await place.again() : place.store);
      const first = await other.handle(message);
      expect(await other.handle(message)).toEqual(first);
      expect(await siti.send(message.event, message.key)).toEqual(first);
      expect(await stored()).toHaveLength(1);
    });

    it('agrees to a change of a plan once, whichever process the supervisor presses', async () => {
      await siti.say('/skp ubah');
      await siti.press('Ubah RHK');
      await siti.press('Hapus RHK 2');
      await siti.press('Ya, hapus');
      await siti.press('Ubah RHK');
      await siti.press('Ubah RHK 1');
      await siti.say('kuantitas: jumlah laporan = 12 laporan, 31 Des');
      await siti.press('Simpan');
      await siti.press('Lihat rancangan');
      await siti.press('Ajukan');
      const at = budi.last();
      const agree = at.message.buttons.flat().find(({ label }) => label.startsWith('Setujui mulai'))!;
      const event: Event = { kind: 'choice', action: agree.action, messageId: at.id };
      const from = { ...inbound('', event).from, platform: 'slack' as const };
      const other = process(place.again ? await place.again() : place.store);
      const press = (key: string) =>
        other.handle({
          key,
          event,
          from: { ...from, id: `x${budi.id.slice(-6)}`, address: `x${budi.id.slice(-6)}` },
        });
      const [reply, ...more] = await Promise.all([budi.send(event), press('slack:a'), press('slack:b')]);
      const all = [reply!, ...more].map((one) => one.toast ?? one.edit?.blocks.map(plainText).join() ?? '');
      expect(all.filter((text) => text.startsWith('SKP Siti disetujui, berlaku mulai'))).toHaveLength(1);
      expect(all.filter((text) => text.startsWith('Sudah disetujui oleh Budi'))).toHaveLength(2);
      const versions = await world.store.all(planVersionsOf({ personId: siti.id, year: 2026 }));
      expect(versions.map(({ number, status, toDate }) => [number, status, toDate])).toEqual([
        [2, 'agreed', null],
        [1, 'agreed', '2026-11-22'],
      ]);
      expect(await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }))).toHaveLength(1);
    });

    it('prompts, puts off, rewrites, explains and lists, once each, with two schedulers', async () => {
      const other = { ...world.services, store: place.again ? await place.again() : place.store };
      const both = [world.services, { ...other, newId: randomUUID }];
      await Promise.all(both.map(completeDigests));
      const look = async (time: string) => {
        world.now = Date.parse(time);
        await Promise.all(both.map(runPrompts));
        await Promise.all(both.map(runDigests));
        await world.settle();
      };
      await look('2026-11-24T08:30:00Z');
      await siti.press('Tunda 15 menit');
      await look('2026-11-24T08:45:00Z');
      expect(siti.messages.map((m) => m.text.split('\n')[0])).toEqual([
        'Baik, saya ingatkan lagi pukul 15.45 WIB.',
        'Yth. Bapak/Ibu Siti,',
      ]);
      await siti.say('/pengingat 17.00');
      await siti.say('Rapat koordinasi RHK2');
      await siti.press('Simpan');
      expect(siti.messages.filter((m) => m.text.includes('Sudah dilaporkan'))).toHaveLength(2);
      await look('2026-11-24T13:45:00Z');
      await look('2026-11-25T00:30:00Z');
      const lists = () => budi.messages.filter((m) => m.text.includes('Laporan tim, Selasa'));
      expect(lists().map((m) => m.text)).toEqual([expect.stringContaining('Siti: 1 kegiatan, 1 menunggu')]);
      await budi.press('Setujui');
      expect(lists()[0]?.text).toContain('Siti: 1 kegiatan, sudah diperiksa');
      const why = await siti.say('/kenapa 24/11');
      expect(why).toContain('15.45: diingatkan lagi, atas permintaan sendiri.');
      expect(why).toContain('20.45: tidak diingatkan, karena laporan sudah masuk.');
      await world.store.commit([purgePrompts(world.now + 1)]);
      expect(await siti.say('/kenapa 24/11')).toContain('tidak ada catatan');
    });

    it('stores one entry when “Simpan” is pressed twice at once, and answers both', async () => {
      await siti.say('Rapat koordinasi RHK2');
      const press = confirm();
      const replies = await Promise.all([siti.send(press), siti.send(press)]);
      expect(await stored()).toHaveLength(1);
      expect(replies.map(({ edit, toast }) => (edit ? 'receipt' : toast)).toSorted()).toEqual([
        DONE,
        'receipt',
      ]);
    });

    it('never lets absences overlap that two processes store at the same moment', async () => {
      await siti.say('cuti 25-27 Nov');
      const mine = confirm();
      await siti.say('dinas luar 24-26 Nov');
      const others = confirm();
      const stores = [place.store, place.again ? await place.again() : place.store];
      const property = fc.asyncProperty(fc.scheduler(), async (s) => {
        const run = randomUUID();
        await s.waitFor(
          Promise.all(
            [mine, others].map((press, at) =>
              process(interleaved(stores[at]!, s)).handle(inbound(`telegram:${run}-${at}`, press)),
            ),
          ),
        );
        const days = { personId: siti.id, from: '2026-11-01', to: '2026-12-31' };
        const rows = await place.store.all(absencesOf(days));
        expect(rows.flatMap((row) => datesBetween(row.fromDate, row.toDate))).toEqual([
          ...['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
        ]);
        await place.store.commit(rows.map((row) => cancelAbsence(row.id, world.now)));
      });
      await fc.assert(property, { numRuns: 20, seed: 20261124, endOnFailure: true });
    });

    // Known: the second process sees the draft of before and the entry of after, and asks about a double.
    it('says that it is done, though the first process finished while the second was reading', async () => {
      await siti.say('Rapat koordinasi RHK2');
      const press = confirm();
      let overtaken = false;
      const slow: Store = {
        ...place.store,
        async all(s) {
          if (s.label === 'entriesBetween' && !overtaken) {
            overtaken = true;
            await process(place.store).handle(inbound('telegram:first', press));
          }
          return place.store.all(s);
        },
      };
      const reply = await process(slow).handle(inbound('telegram:second', press));
      expect([reply.toast, reply.edit]).toEqual([DONE, null]);
    });

    it('stores one entry however confirmations of several processes interleave, and answers each', async () => {
      const stores = [place.store, place.again ? await place.again() : place.store];
      // Two deliveries under the same key are the same press, sent again by the platform.
      const presses = fc.array(fc.nat(3), { minLength: 2, maxLength: 5 });
      let run = 0;
      const property = fc.asyncProperty(fc.scheduler(), presses, async (s, keys) => {
        run += 1;
        const what = `Rapat ${[...String(run)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
        await siti.say(`${what} RHK2`);
        const press = confirm();
        const replies = await s.waitFor(
          Promise.all(
            keys.map((key, at) => {
              const store = interleaved(stores[at % 2]!, s);
              return process(store).handle(inbound(`telegram:${run}-${key}`, press));
            }),
          ),
        );
        expect((await stored()).filter((entry) => entry.what === what)).toHaveLength(1);
        const answers = new Map<number, Reply>();
        for (const [at, reply] of replies.entries()) {
          const key = keys[at]!;
          expect(reply).toEqual(answers.get(key) ?? reply);
          answers.set(key, reply);
        }
        const shown = [...answers.values()].map(({ edit, toast }) => edit ?? toast);
        expect(shown.filter((answer) => answer === null)).toEqual([]);
        expect(shown.filter((answer) => answer !== DONE).length).toBeGreaterThan(0);
      });
      await fc.assert(property, { numRuns: 30, seed: 20261123, endOnFailure: true });
    });
  });
}

/** The same store, whose steps come in the order that a scheduler wants. */
function interleaved(store: Store, scheduler: fc.Scheduler): Store {
  return {
    ...store,
    all: (s) => scheduler.schedule(Promise.resolve(), s.label).then(() => store.all(s)),
    commit: (statements) =>
      scheduler.schedule(Promise.resolve(), 'commit').then(() => store.commit(statements)),
  };
}
