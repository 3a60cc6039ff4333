import { describe, it } from 'vitest';
import { insertRules, putFact } from '../../db/queries/calendar.ts';
import { insertInvitation } from '../../db/queries/linking.ts';
import { applyOutages } from '../../src/app/extensions.ts';
import { hashCode } from '../../src/app/invite.ts';
import { completeDigests, runDigests } from '../../src/scheduler/digests.ts';
import { createOutageWatch } from '../../src/scheduler/outages.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import type { TestPerson } from '../support/world.ts';
import { play, type Scene } from './transcript.ts';

const siti = (s: Scene): [string, TestPerson] => ['Siti', s.siti];
const budi = (s: Scene): [string, TestPerson] => ['Budi', s.budi];
const QUICK = '08.00-10.00 Rapat koordinasi RHK2 3 dokumen';

describe.each(['id', 'en'] as const)('conversations in %s', (locale) => {
  it('linking an account by code', () =>
    play('linking', locale, async (s) => {
      // Before somebody is linked the agency's language is spoken.
      const { world, unit } = s;
      const rudi = await world.person('Rudi Hartono', { unit, linked: false, locale });
      const who: [string, TestPerson] = ['Rudi', world.stranger('rudi')];
      await world.store.commit([
        insertInvitation({
          id: world.services.newId(),
          personId: rudi.id,
          codeHash: hashCode('ABCDE12345'),
          expiresAt: world.now + 1,
          usedAt: null,
        }),
      ]);
      await s.says(who, 'halo');
      await s.says(who, '/start AAAAA00000');
      await s.says(who, '/start abcde-12345');
      await s.presses(who, 'Bukan saya');
      await s.says(who, 'ABCDE12345');
      await s.presses(who, 'Ya, ini saya');
      await s.says(who, '/start ABCDE12345');
    }));

  it('reporting, guided', () =>
    play('guided', locale, async (s) => {
      const { t } = s;
      await s.says(siti(s), '/lapor');
      await s.says(siti(s), '???');
      await s.says(siti(s), 'Menyusun bahan rapat');
      await s.says(siti(s), '9');
      await s.presses(siti(s), t.workResult.short(1));
      await s.says(siti(s), '22.00-02.00');
      await s.presses(siti(s), t.button.back());
      await s.says(siti(s), '2');
      await s.says(siti(s), '10-12');
      await s.presses(siti(s), t.button.skip());
      s.does('Siti', '(photo)', await s.siti.file({ name: 'foto-1.jpg' }));
      await s.says(siti(s), 'https://drive.go.id/bahan');
      await s.presses(siti(s), t.button.done());
      await s.presses(siti(s), t.button.change());
      await s.presses(siti(s), t.field.quantity());
      await s.says(siti(s), '3');
      await s.says(siti(s), '3 dokumen');
      await s.presses(siti(s), t.button.save());
      await s.says(siti(s), '/lapor');
      await s.says(siti(s), 'Kegiatan lain');
      await s.says(siti(s), '/lapor');
      await s.presses(siti(s), t.button.resume());
      await s.says(siti(s), 'batal');
    }));

  it('reporting, in one message', () =>
    play('quick', locale, async (s) => {
      const { t } = s;
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      s.does(
        'Siti',
        '(photo) Survei lapangan 2 lembar',
        await s.siti.file({ name: 'foto-2.jpg' }, 'Survei lapangan 2 lembar'),
      );
      await s.presses(siti(s), t.workResult.additional());
      await s.says(siti(s), locale === 'id' ? 'simpan' : 'save');
      s.does('Siti', '(photo)', await s.siti.file({ name: 'foto-3.jpg' }));
      await s.presses(siti(s), t.button.cancel());
      s.does(
        'Siti',
        '(program)',
        await s.siti.file({ kind: 'document', name: 'rapat.apk', mime: 'application/octet-stream' }),
      );
      await s.presses(siti(s), t.button.cancel());
      await s.says(siti(s), 'rapat KOORDINASI RHK1');
      await s.presses(siti(s), t.button.save());
      await s.presses(siti(s), t.button.replace());
      await s.says(siti(s), 'Piket malam 22.00-02.00 RHK7');
    }));

  it('changing and withdrawing what was stored', () =>
    play('edit', locale, async (s) => {
      const { t } = s;
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      await s.presses(siti(s), t.button.edit());
      await s.presses(siti(s), t.button.change());
      await s.presses(siti(s), t.field.time());
      await s.says(siti(s), '08.00-11.00');
      await s.presses(siti(s), t.button.save());
      await s.presses(siti(s), t.button.withdraw());
      await s.presses(siti(s), t.button.withdrawYes());
      await s.presses(budi(s), t.button.feedback()).catch(() => s.sees(budi(s)));
    }));

  it('orders, photos and voices from the field', () =>
    play('field', locale, async (s) => {
      const { t } = s;
      const later = () => s.world.advance(60_000);
      const order = 'Undangan rapat 08.00-10.00\nHari Rabu, di aula\nBawa 3 dokumen';
      await s.says(siti(s), '/lapor');
      s.does('Siti', `(forwards) ${order}`, await s.siti.forward(order));
      await s.presses(siti(s), t.workResult.short(2));
      later();
      s.does('Siti', '(photo) Survei drainase', await s.siti.file({ name: 'foto-1.jpg' }, 'Survei drainase'));
      later();
      s.does('Siti', '(photo) Pasang patok', await s.siti.file({ name: 'foto-2.jpg' }, 'Pasang patok'));
      await s.presses(siti(s), t.workResult.short(1));
      later();
      const voice = { kind: 'document' as const, name: 'suara-1.ogg', mime: 'audio/ogg' };
      s.does('Siti', '(voice)', await s.siti.file(voice));
      s.does(
        'Siti',
        '(video)',
        await s.siti.file({ kind: 'document', name: 'video-1.mp4', mime: 'video/mp4' }),
      );
      await s.says(siti(s), 'Memeriksa pompa banjir');
      await s.presses(siti(s), t.workResult.additional());
      await s.presses(siti(s), t.button.save());
      later();
      await s.says(siti(s), '/lapor');
      await s.presses(siti(s), t.fieldMode.evening.complete(2));
      await s.presses(siti(s), t.workResult.none());
      await s.presses(siti(s), t.button.skip());
      await s.presses(siti(s), t.button.skip());
      await s.presses(siti(s), t.button.done());
      await s.presses(siti(s), t.fieldMode.evening.save(2));
      await s.presses(siti(s), t.fieldMode.evening.save(3));
      s.sees(budi(s));
    }));

  it('templates per weekday', () =>
    play('template', locale, async (s) => {
      const { t, world } = s;
      const monday = locale === 'id' ? 'Senin' : 'Monday';
      const texts = t.fieldMode.template;
      await s.says(siti(s), locale === 'id' ? '/templat' : '/template');
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      await s.says(siti(s), 'Apel pagi RHK1');
      await s.presses(siti(s), t.button.save());
      await s.says(siti(s), locale === 'id' ? '/templat' : '/template');
      await s.presses(siti(s), texts.save(monday, '23 Nov'));
      world.advance(7 * 24 * 3_600_000);
      await s.says(siti(s), '/lapor');
      await s.presses(siti(s), texts.use(monday, 2));
      await s.presses(siti(s), t.fieldMode.evening.save(2));
      await s.says(siti(s), '/templat');
      await s.presses(siti(s), texts.delete(monday));
    }));

  it('an obstacle and its carry-over', () =>
    play('obstacle', locale, async (s) => {
      const { t, world } = s;
      const texts = t.fieldMode.obstacle;
      const list = locale === 'id' ? '/kendala' : '/obstacles';
      await s.says(siti(s), list);
      const word = locale === 'id' ? 'kendala: jaringan mati' : 'obstacle: no network';
      await s.says(siti(s), `08.00-10.00 Survei lapangan RHK2 ${word}`);
      await s.presses(siti(s), t.button.save());
      await s.says(siti(s), 'Apel pagi RHK1');
      await s.presses(siti(s), t.button.save());
      await s.presses(siti(s), texts.flag());
      await s.says(siti(s), '???');
      await s.says(siti(s), locale === 'id' ? 'Hujan deras' : 'Heavy rain');
      s.sees(budi(s));
      world.advance(24 * 3_600_000);
      await s.says(siti(s), '/lapor');
      await s.says(siti(s), 'Rapat RHK2');
      await s.presses(siti(s), t.button.skip());
      await s.presses(siti(s), t.button.skip());
      await s.presses(siti(s), t.button.skip());
      await s.presses(siti(s), t.button.save());
      s.sees(budi(s));
      await s.says(siti(s), '/rekap');
      await s.says(siti(s), list);
      await s.presses(siti(s), texts.keep(2));
      await s.presses(siti(s), texts.close(1));
      await s.presses(siti(s), texts.close(null));
      s.sees(budi(s));
    }));

  it('editing the chat message', () =>
    play('edit-message', locale, async (s) => {
      const { t, world } = s;
      const edits = async (was: string, text: string) =>
        s.does('Siti', `(edits "${was}" to "${text}")`, await s.siti.edit(was, text));
      await s.says(siti(s), 'Rapat 3 dokumen');
      await edits('Rapat 3 dokumen', 'Rapat RHK9 25.00-26.00');
      await edits('Rapat RHK9 25.00-26.00', '08.00-09.00 Rapat koordinasi RHK2');
      await s.presses(siti(s), t.button.save());
      await s.presses(budi(s), t.button.approve());
      await edits('08.00-09.00 Rapat koordinasi RHK2', '08.00-10.00 Rapat koordinasi RHK2 1 notulen');
      s.sees(budi(s));
      await edits('08.00-10.00 Rapat koordinasi RHK2 1 notulen', '...');
      await s.presses(siti(s), t.button.withdraw());
      await s.presses(siti(s), t.button.withdrawYes());
      await edits('...', 'Rapat staf');
      await s.says(siti(s), 'Apel pagi RHK1');
      await s.presses(siti(s), t.button.save());
      world.advance(5 * 24 * 3_600_000);
      await edits('Apel pagi RHK1', 'Apel sore RHK1');
    }));

  it('the loop between employee and supervisor', () =>
    play('loop', locale, async (s) => {
      const { t } = s;
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      s.sees(budi(s));
      const card = s.budi.last();
      await s.says(budi(s), 'Terima kasih, lampirkan notulen juga ya.', card.id);
      s.sees(siti(s));
      await s.says(siti(s), 'Baik Pak, segera.', s.siti.last().id);
      s.sees(budi(s));
      await s.presses(siti(s), t.button.reply());
      await s.says(siti(s), 'Notulen sudah di grup.');
      await s.presses(budi(s), t.button.return());
      const token = s.budi.form?.token ?? '';
      await s.budi.send({ kind: 'form', token, answers: { text: [{ text: 'Tambahkan daftar hadir.' }] } });
      s.does('Budi', '(form) Tambahkan daftar hadir.', '');
      s.sees(budi(s));
      s.sees(siti(s));
      await s.presses(siti(s), t.button.repair());
      await s.presses(siti(s), t.button.save());
      await s.presses(budi(s), t.button.approve());
      s.sees(siti(s));
      await s.budi.send({ kind: 'reaction', messageId: card.id, emoji: '👍' });
      s.does('Budi', '(reaction 👍)', '');
      s.sees(siti(s));
      await s.presses(budi(s), t.button.history());
    }));

  it('the prompt and its buttons', () =>
    play('prompt', locale, async (s) => {
      const { t, world } = s;
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      world.advance(24 * 3_600_000);
      await runPrompts(world.services);
      await world.settle();
      s.sees(siti(s));
      await s.presses(siti(s), t.button.absence('sakit'));
      await s.presses(siti(s), t.button.undo());
      await s.presses(siti(s), t.prompts.snooze.button('hour'));
      await s.presses(siti(s), t.button.reportNow());
      await s.presses(siti(s), t.button.cancel());
      await s.says(siti(s), locale === 'id' ? '/pengingat' : '/reminders');
      world.advance(3_600_000);
      await world.settle();
      s.sees(siti(s));
      const again = s.siti.last();
      await s.presses(siti(s), t.button.sameAsYesterday());
      await s.presses(siti(s), t.button.save());
      s.does('(Siti, the prompt afterwards)', '', s.siti.messages.find((m) => m.id === again.id)?.text ?? '');
    }));

  it('the last prompt of a day, with the time that is left', () =>
    play('last', locale, async (s) => {
      const { t, world } = s;
      for (const time of ['2026-11-24T07:30:00Z', '2026-11-24T12:45:00Z']) {
        world.now = Date.parse(time);
        await runPrompts(world.services);
        await world.settle();
      }
      s.sees(siti(s));
      const last = s.siti.last();
      await s.presses(siti(s), t.prompts.snooze.button('hour'));
      world.now = Date.parse('2026-11-24T16:00:00Z');
      await runPrompts(world.services);
      await world.settle();
      s.does('(Siti, the prompt afterwards)', '', s.siti.messages.find((m) => m.id === last.id)?.text ?? '');
    }));

  it('choosing how often and when to be reminded', () =>
    play('reminders', locale, async (s) => {
      const { t } = s;
      const name = locale === 'id' ? '/pengingat' : '/reminders';
      await s.says(siti(s), name);
      await s.says(siti(s), `${name} 16.30`);
      await s.presses(siti(s), `${t.prompts.settings.button('more')}`);
      await s.says(siti(s), `${name} 05.00`);
      await s.says(siti(s), `${name} 07.00`);
      await s.says(siti(s), `${name} 20:50`);
      await s.says(siti(s), `${name} nanti saja`);
      await s.says(siti(s), `${name} ${locale === 'id' ? 'biasa' : 'normal'}`);
    }));

  it('why somebody was or was not reminded, and the list of the team', () =>
    play('why', locale, async (s) => {
      const { t, world, unit, budi: boss } = s;
      const rudi = await world.person('Rudi Hartono', { unit, supervisor: boss.id, locale });
      const name = locale === 'id' ? '/kenapa' : '/why';
      await completeDigests(world.services);
      await s.says(siti(s), name);
      const tick = async (time: string) => {
        world.now = Date.parse(time);
        await runPrompts(world.services);
        await runDigests(world.services);
        await world.settle();
      };
      await tick('2026-11-23T08:00:00Z');
      await rudi.say('/cuti');
      await rudi.press(t.button.absence('cuti'));
      await tick('2026-11-23T12:45:00Z');
      await s.says(siti(s), QUICK);
      await tick('2026-11-23T16:01:00Z');
      await tick('2026-11-23T23:30:00Z');
      s.sees(budi(s));
      const list = boss.messages.at(-1);
      // Begun in the evening, saved the next morning.
      await s.presses(siti(s), t.button.save());
      await s.presses(siti(s), t.window.why.reason('forgotten'));
      await s.presses(siti(s), t.button.save());
      await tick('2026-11-24T07:30:00Z');
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      await tick('2026-11-24T12:45:00Z');
      await s.says(siti(s), name);
      await s.says(siti(s), `${name} 23/11`);
      await s.says(siti(s), `${name} besok`);
      await s.says(['Rudi', rudi], name);
      await s.says(budi(s), name);
      s.does('(Budi, the list afterwards)', '', boss.messages.find((m) => m.id === list?.id)?.text ?? '');
    }));

  it('absences, of oneself and of the team', () =>
    play('absence', locale, async (s) => {
      const { t, world } = s;
      const say = (id: string, en: string) => s.says(siti(s), locale === 'id' ? id : en);
      await say('cuti 24-26 Nov', 'leave 24-26 Nov');
      await s.presses(siti(s), t.button.save());
      await say('sakit besok', 'sick tomorrow');
      await s.presses(siti(s), t.button.save());
      await say('dinas luar 30 Nov - 2 Des', 'business trip 30 Nov - 2 Dec');
      await s.presses(siti(s), t.button.cancel());
      await say('cuti 26-24 Nov', 'leave 26-24 Nov');
      await say('/cuti entah kapan', '/leave some day');
      await s.says(siti(s), '/cuti');
      world.advance(2 * 24 * 3_600_000);
      await say('saya sudah masuk', 'I am back');
      await say('saya sudah masuk', 'I am back');
      const words = locale === 'id' ? 'dinas luar 30 Nov - 2 Des' : 'business trip 30 Nov - 2 Dec';
      await s.says(budi(s), `/cuti Siti ${words}`);
      await s.presses(budi(s), t.button.save());
      s.sees(siti(s));
      await s.says(siti(s), '/cuti');
      await s.says(budi(s), '/tim');
      await s.presses(budi(s), t.absence.button.record());
      await s.presses(budi(s), 'Siti Aminah');
      await s.presses(budi(s), t.button.absence('sakit'));
      await s.says(budi(s), '/tim');
      await s.presses(budi(s), t.button.undo());
      s.sees(siti(s));
      await s.says(budi(s), '/cuti Joko sakit');
    }));

  it('asking for things', () =>
    play('asking', locale, async (s) => {
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), s.t.button.save());
      for (const what of [
        '/bantuan',
        '/rekap',
        '/rekap minggu',
        '/rekap kapan saja',
        '/skp',
        '/profil',
        '/cuti',
        '/batal',
        '/batal',
        '/apa',
      ]) {
        await s.says(siti(s), what);
      }
      await s.says(budi(s), '/tim');
      await s.says(siti(s), '/bahasa');
      await s.presses(siti(s), locale === 'id' ? 'English' : 'Indonesia');
      await s.says(siti(s), '/profil');
    }));

  it('a late report, and HR who accepts its reason', () =>
    play('late', locale, async (s) => {
      const { t, world, unit } = s;
      const hera = await world.person('Hera Wati', { unit, roles: ['pegawai', 'hr'], locale });
      const who: [string, TestPerson] = ['Hera', hera];
      await s.says(siti(s), locale === 'id' ? 'tgl 2/11 Survei lapangan' : '2 Nov: Survei lapangan');
      await s.presses(siti(s), t.button.cancel());
      await s.says(
        siti(s),
        locale === 'id'
          ? 'tgl 20/11 08.00-12.00 Survei lapangan RHK2'
          : '20 Nov: 08.00-12.00 Survei lapangan RHK2',
      );
      await s.presses(siti(s), t.window.why.reason('no_signal'));
      await s.presses(siti(s), t.button.save());
      s.sees(budi(s));
      s.sees(who);
      await s.presses(who, t.window.hr.accept());
      s.sees(siti(s));
      s.sees(budi(s));
      await s.says(siti(s), '/rekap 2026-11-20..2026-11-23');
    }));

  it('an outage that moves the cut-off', () =>
    play('outage', locale, async (s) => {
      const { t, world } = s;
      const body = { closeAt: '16:30' };
      await world.store.commit([
        insertRules({ id: 'r', unitId: null, effectiveFrom: '2026-11-01', body }),
        putFact('scheduler.tick', String(world.now)),
      ]);
      world.advance(25 * 60_000);
      const health = () => [{ platform: 'telegram' as const, ready: true }];
      await createOutageWatch(world.services, health).look();
      await applyOutages(world.services);
      await world.settle();
      s.sees(siti(s));
      world.advance(20 * 60_000);
      await s.says(siti(s), QUICK);
      await s.presses(siti(s), t.button.save());
      await s.says(siti(s), '/rekap hari');
    }));

  it('reporting in a form', () =>
    play('form', locale, async (s) => {
      const { t } = s;
      await s.says(budi(s), '/lapor');
      const token = s.budi.form?.token ?? '';
      const what = { what: [{ text: 'Memimpin rapat' }], rhk: [{ choice: 'none' }] };
      const wrong = await s.budi.send({
        kind: 'form',
        token,
        answers: { ...what, time: [{ text: 'pagi' }], qty: [{ text: '1' }] },
      });
      s.does('Budi', '(form: pagi, 1)', JSON.stringify(wrong.formErrors));
      await s.budi.send({
        kind: 'form',
        token,
        answers: { ...what, time: [{ text: '8-9' }], proof: [{ text: 'https://drive.go.id/x' }] },
      });
      s.does('Budi', '(form: 8-9)', '');
      s.sees(budi(s));
      await s.presses(budi(s), t.button.change());
      await s.presses(budi(s), t.button.save());
    }));
});
