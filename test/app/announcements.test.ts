import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announcementById, newestAnnouncements, roundsOf } from '../../db/queries/announcements.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { recipientCounts } from '../../db/queries/recipients.ts';
import { first } from '../../db/store.ts';
import { reportOf } from '../../src/app/announcement-report.ts';
import { todayByUnit } from '../../src/app/control.ts';
import { OUTCOMES } from '../../src/core/announcement.ts';
import { id as t } from '../../src/i18n/id.ts';
import { runAnnouncements } from '../../src/scheduler/announcements.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const texts = t.announcement;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BODY = 'Mohon melengkapi SKP 2027.';
const READ = texts.message.read();

let world: World;
let hana: TestPerson;
let head: string;
let planning: string;
let finance: string;
let siti: TestPerson;
let rina: TestPerson;
let andi: TestPerson;

/** Monday, 23 November 2026, 15:00 in Jakarta. */
beforeEach(async () => {
  world = await createWorld('2026-11-23T08:00:00Z');
  head = await world.unit('Sekretariat');
  planning = await world.unit('Bidang Perencanaan', { parentId: head });
  finance = await world.unit('Bidang Keuangan');
  hana = await world.person('Hana', { unit: head, roles: ['pegawai', 'hr'] });
  siti = await world.person('Siti', { unit: planning, supervisor: hana.id });
  rina = await world.person('Rina', { unit: planning, platform: 'slack' });
  andi = await world.person('Andi', { unit: finance });
});
afterEach(() => world.close());

/** Lets HR compose an announcement question by question; an answer in brackets is a button. */
async function compose(answers: {
  text?: string;
  units?: string;
  who?: string;
  deadline?: string;
  countdown?: boolean;
  goal?: string;
  at?: string;
}): Promise<string> {
  await hana.say('/siaran baru');
  await hana.say(answers.text ?? BODY);
  await hana.say(answers.units ?? 'semua');
  await hana.press(answers.who ?? texts.option.everybody());
  if (answers.deadline) {
    await hana.say(answers.deadline);
    await hana.press(answers.countdown ? texts.option.yes() : texts.option.no());
  } else await hana.press(t.button.skip());
  await hana.press(answers.goal ?? texts.option.goal('read'));
  return hana.say(answers.at ?? 'sekarang');
}

async function send(answers: Parameters<typeof compose>[0] = {}): Promise<string> {
  await compose(answers);
  await hana.press(t.button.send());
  await step();
  const [newest] = await world.store.all(newestAnnouncements(1));
  return newest!.id;
}

/** One look of the scheduler, and everything that leaves because of it. */
async function step(): Promise<void> {
  await runAnnouncements(world.services);
  // Notices are spread at the platforms' pace.
  world.advance(10_000);
  await world.settle();
  await runAnnouncements(world.services);
  world.advance(10_000);
  await world.settle();
}

async function report(id: string) {
  const row = await first(world.store, announcementById({ id }));
  return reportOf(world.services, row!);
}

async function sums(id: string): Promise<void> {
  for (const { tally } of (await report(id)).rounds)
    expect(OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0)).toBe(tally.audience);
}

const got = (person: TestPerson, text = BODY) => person.messages.filter((m) => m.text.includes(text)).length;

describe('who may announce', () => {
  it('is HR; everybody else learns in one sentence who can', async () => {
    expect(await siti.say('/siaran')).toBe(texts.onlyHr());
    expect(await siti.say('/kendali')).toBe(texts.onlyHr());
    expect(await world.store.all(newestAnnouncements(1))).toEqual([]);
  });

  it('is asked again when it is confirmed', async () => {
    await compose({});
    await world.store.commit([updatePerson(hana.id, { roles: ['pegawai'] })]);
    await hana.press(t.button.send());
    expect(await world.store.all(newestAnnouncements(1))).toEqual([]);
  });

  it('is asked again at delivery: the announcement of somebody who left HR is not delivered, and says so', async () => {
    await compose({ at: 'besok 08.00' });
    await hana.press(t.button.send());
    await world.store.commit([updatePerson(hana.id, { roles: ['pegawai'] })]);
    world.advance(DAY);
    await step();
    const [row] = await world.store.all(newestAnnouncements(1));
    expect(got(siti)).toBe(0);
    expect(await report(row!.id)).toMatchObject({ total: { audience: 4, skipped: 4, delivered: 0 } });
  });
});

describe('composing', () => {
  it('shows the message as recipients will see it, with exact numbers, before it is sent', async () => {
    await world.person('Tono', { unit: planning, linked: false });
    const preview = await compose({ units: 'sekretariat' });
    expect(preview).toContain(texts.preview.title());
    expect(preview).toContain(BODY);
    expect(preview).toContain(texts.preview.recipients(4));
    expect(preview).toContain(texts.preview.notLinked(1));
    expect(preview).toContain('Telegram 2, Slack 1');
    expect(preview).toContain(`[${t.button.send()}] [${t.button.change()}] [${t.button.cancel()}]`);
    await hana.press(t.button.send());
    await step();
    expect([got(siti), got(rina), got(andi)]).toEqual([1, 1, 0]);
  });

  it('names the units that a text fits, and keeps what was typed before', async () => {
    await hana.say('/siaran');
    await hana.say(BODY);
    expect(await hana.say('bidang')).toContain('Bidang Keuangan; Bidang Perencanaan');
    expect(await hana.say('Bidang Angkasa Luar')).toContain(texts.problem.unitUnknown('Bidang Angkasa Luar'));
    expect(await hana.say('keuangan')).toContain(texts.ask.who());
  });

  it('is one form in Slack; a question that its answers open is asked behind it', async () => {
    const dewi = await world.person('Dewi', { unit: head, roles: ['hr'], platform: 'slack' });
    expect(await dewi.say('/siaran')).toContain(`{${texts.form()}:`);
    const token = dewi.form?.token ?? '';
    const answers = {
      text: [{ text: BODY }],
      units: [{ text: 'Bidang Keuangan' }],
      who: [{ choice: 'all' }],
      deadline: [{ text: '31 Desember 2026' }],
      goal: [{ choice: 'read' }],
      at: [{ text: 'kapan-kapan' }],
    };
    const wrong = await dewi.send({ kind: 'form', token, answers });
    expect(wrong.formErrors).toEqual({ at: texts.problem.moment() });
    await dewi.send({ kind: 'form', token, answers: { ...answers, at: [{ text: 'sekarang' }] } });
    expect(dewi.last().text).toContain(texts.ask.countdown());
    expect(await dewi.press(texts.option.yes())).toContain(texts.preview.recipients(1));
  });

  it('refuses a deadline before the sending, and an audience of nobody', async () => {
    const late = await compose({ deadline: 'besok', countdown: false, at: 'lusa 08.00' });
    expect(late).toContain(texts.problem.afterDeadline());
    expect(late).not.toContain(`[${t.button.send()}]`);
    await hana.press(t.button.cancel());
    const nobody = await compose({ units: 'keuangan', who: texts.option.role('admin') });
    expect(nobody).toContain(texts.preview.nobody());
    expect(nobody).not.toContain(`[${t.button.send()}]`);
  });
});

describe('the audience', () => {
  it('can be those who lead somebody', async () => {
    await send({ who: texts.option.supervisors() });
    expect([got(hana) > 0, got(siti), got(rina), got(andi)]).toEqual([true, 0, 0, 0]);
  });

  it('can be those without a plan of this year', async () => {
    await world.plan(siti.id, 2026, ['Rapat']);
    await send({ who: texts.option.state('no_plan', 2026, ''), units: 'perencanaan' });
    expect([got(siti), got(rina)]).toEqual([0, 1]);
  });

  it('can be those who have not reported on the last working days', async () => {
    await siti.say('08.00-10.00 Rapat koordinasi');
    await siti.press(t.button.save());
    world.advance(DAY);
    await send({ who: texts.option.state('not_reported', 3, '') });
    expect([got(siti), got(rina), got(andi)]).toEqual([0, 1, 1]);
  });

  it('can be those who have not read another announcement', async () => {
    await send({ text: 'Pengumuman satu' });
    await siti.press(READ);
    await send({ text: 'Pengumuman dua', who: texts.option.state('not_acknowledged', 0, 'Pengumuman satu') });
    expect([got(siti, 'Pengumuman dua'), got(rina, 'Pengumuman dua')]).toEqual([0, 1]);
  });

  it('is checked again at delivery: who moved away is left out, and the report says so', async () => {
    await compose({ units: 'perencanaan' });
    await hana.press(t.button.send());
    await runAnnouncements(world.services);
    await world.store.commit([updatePerson(rina.id, { unitId: finance })]);
    await step();
    const [row] = await world.store.all(newestAnnouncements(1));
    expect(got(rina)).toBe(0);
    expect(await report(row!.id)).toMatchObject({ total: { audience: 2, delivered: 1, skipped: 1 } });
  });
});

describe('sending', () => {
  it('reaches everybody once, however often the scheduler looks', async () => {
    const id = await send();
    await step();
    await step();
    expect([got(siti), got(rina), got(andi)]).toEqual([1, 1, 1]);
    expect(await report(id)).toMatchObject({ total: { audience: 4, delivered: 4 } });
  });

  it('goes on behind the last chunk after a crash', async () => {
    for (let n = 0; n < 700; n += 1) await world.person(`P${n}`, { unit: finance, linked: false });
    await compose({});
    await hana.press(t.button.send());
    let commits = 0;
    const broken = {
      ...world.services,
      store: {
        ...world.store,
        commit: async (writes: Parameters<typeof world.store.commit>[0]) => {
          commits += 1;
          if (commits === 3) throw new Error('power cut');
          return world.store.commit(writes);
        },
      },
    };
    await expect(runAnnouncements(broken)).rejects.toThrow('power cut');
    await step();
    const [row] = await world.store.all(newestAnnouncements(1));
    expect(await report(row!.id)).toMatchObject({ total: { audience: 704, delivered: 4, not_linked: 700 } });
    expect(got(siti)).toBe(1);
  });

  it('counts who blocked the bot, who failed and who is not linked, and always sums to the audience', async () => {
    await world.person('Tono', { unit: finance, linked: false });
    await compose({});
    await hana.press(t.button.send());
    world.outcomes.push({ ok: true, messageIds: [] });
    await runAnnouncements(world.services);
    world.outcomes.splice(0);
    world.outcomes.push(
      { ok: false, kind: 'unreachable', reason: 'blocked' },
      { ok: false, kind: 'refused', reason: 'too long' },
    );
    await step();
    const [row] = await world.store.all(newestAnnouncements(1));
    const { total } = await report(row!.id);
    expect(total.audience).toBe(5);
    expect(total).toMatchObject({ not_linked: 1, waiting: 0 });
    expect(total.delivered + total.unreachable + total.failed).toBe(4);
    await sums(row!.id);
  });

  it('reaches who links later, as long as the deadline has not passed, and the sum stays right', async () => {
    const { insertInvitation } = await import('../../db/queries/linking.ts');
    const { hashCode } = await import('../../src/app/invite.ts');
    const tono = await world.person('Tono', { unit: finance, linked: false });
    await world.store.commit([
      insertInvitation({
        id: world.services.newId(),
        personId: tono.id,
        codeHash: hashCode('ABCDE12345'),
        expiresAt: world.now + DAY,
        usedAt: null,
      }),
    ]);
    const id = await send({ deadline: 'besok', countdown: false });
    expect(await report(id)).toMatchObject({ total: { audience: 5, not_linked: 1 } });
    const phone = world.stranger('tono');
    await phone.say('/start ABCDE12345');
    await phone.press(t.button.yesMe());
    await world.settle();
    expect(got(phone)).toBe(1);
    expect(await report(id)).toMatchObject({ total: { audience: 5, not_linked: 0, delivered: 5 } });
  });

  it('waits for its time, and can be changed until then', async () => {
    const said = await compose({ at: 'besok 08.00' });
    expect(said).toContain('Selasa, 24 November 2026, pukul 08.00 WIB');
    await hana.press(t.button.send());
    await step();
    expect(got(siti)).toBe(0);
    await hana.say('/siaran');
    await hana.press(texts.button.edit());
    await hana.press(t.button.change());
    await hana.press(texts.field.text());
    await hana.say('Teks yang baru.');
    await hana.press(t.button.send());
    world.advance(DAY);
    await step();
    expect([got(siti), got(siti, 'Teks yang baru.')]).toEqual([0, 1]);
    expect(await hana.say('/siaran')).toContain(texts.ask.text());
  });

  it('cannot be changed with what was opened before somebody else changed it', async () => {
    const dewi = await world.person('Dewi', { unit: head, roles: ['hr'] });
    await compose({ at: 'besok 08.00' });
    await hana.press(t.button.send());
    await hana.say('/siaran');
    await dewi.say('/siaran');
    await hana.press(texts.button.edit());
    await dewi.press(texts.button.edit());
    await dewi.press(t.button.send());
    expect(await hana.press(t.button.send())).toBe(texts.edit.changedMeanwhile());
  });

  it('stops when it is cancelled: what has not left stays here, and the report still sums up', async () => {
    await compose({});
    await hana.press(t.button.send());
    await runAnnouncements(world.services);
    await hana.say('/siaran');
    await hana.press(texts.button.cancel());
    await hana.press(texts.button.cancelYes());
    await step();
    const [row] = await world.store.all(newestAnnouncements(1));
    const { total, rounds } = await report(row!.id);
    expect(total.audience).toBe(4);
    expect(total.waiting).toBe(0);
    expect(total.skipped).toBeGreaterThan(0);
    expect(rounds[0]!.round.status).toBe('sent');
    await sums(row!.id);
  });
});

describe('reading', () => {
  it('two announcements at the same moment stay two messages, each with its own button', async () => {
    for (const text of ['Pengumuman satu', 'Pengumuman dua']) {
      await compose({ text, at: 'besok 08.00' });
      await hana.press(t.button.send());
    }
    world.advance(DAY);
    await step();
    expect([got(siti, 'Pengumuman satu'), got(siti, 'Pengumuman dua')]).toEqual([1, 1]);
    const [one, two] = siti.messages.filter((m) => m.buttons.includes(READ));
    await siti.press(READ, one);
    expect(siti.messages.find((m) => m.id === two!.id)?.buttons).toEqual([READ]);
  });

  it('an announcement at night waits for the morning of its recipient', async () => {
    const id = await send({ at: '22.00' }).catch(() => '');
    expect(id).not.toBe('');
    world.advance(7 * HOUR);
    await step();
    expect(got(siti)).toBe(0);
    expect(await report(id)).toMatchObject({ total: { audience: 4, waiting: 4 } });
    world.advance(9 * HOUR);
    await step();
    expect(got(siti)).toBe(1);
    await sums(id);
  });

  it('is marked once; the button disappears and a thank-you shows', async () => {
    const id = await send();
    const message = siti.messages.find((m) => m.text.includes(BODY))!;
    await siti.press(READ, message);
    await siti.press(READ, message);
    const now = siti.messages.find((m) => m.text.includes(BODY))!;
    expect(now.buttons).toEqual([]);
    expect(now.text).toContain('Terima kasih');
    expect(await report(id)).toMatchObject({ read: 1, total: { complete: 1 } });
    expect(got(siti)).toBe(1);
  });

  it('cannot be marked by whom it was not for', async () => {
    await send({ units: 'perencanaan' });
    const message = siti.messages.find((m) => m.text.includes(BODY))!;
    const action = message.message.buttons[0]![0]!.action;
    const reply = await andi.send({ kind: 'choice', action, messageId: null });
    expect(reply.toast).toBe(texts.message.notForYou());
  });

  it('a reply to an announcement becomes neither a remark nor an activity', async () => {
    await send();
    const message = siti.messages.find((m) => m.text.includes(BODY))!;
    expect(await siti.say('08.00-10.00 Rapat koordinasi', message.id)).toContain('tidak diteruskan');
    expect(await siti.say('/rekap hari')).toContain(t.recap.nothing());
    expect(hana.messages.some((m) => m.text.includes('Rapat koordinasi'))).toBe(false);
  });
});

describe('a countdown', () => {
  it('comes at the hour of the sending, only to those who are not complete and not absent', async () => {
    const id = await send({ deadline: '30 November', countdown: true });
    const rounds = await world.store.all(roundsOf([id]));
    // H-14 has passed, and H-7 lies behind the sending itself.
    expect(rounds.map((round) => [round.kind, round.daysBefore])).toEqual([
      ['first', null],
      ['countdown', 3],
      ['countdown', 1],
      ['countdown', 0],
    ]);
    await siti.press(READ);
    await rina.say('/cuti');
    world.advance(4 * DAY);
    await andi.say('/cuti');
    await andi.press(t.button.absence('cuti'));
    await step();
    expect([got(siti), got(rina), got(andi)]).toEqual([1, 2, 1]);
    expect(rina.last().text).toContain('H-3');
    const step3 = (await report(id)).rounds.find(({ round }) => round.daysBefore === 3)!;
    expect(step3.tally).toMatchObject({ audience: 3, delivered: 2, skipped: 1 });
    await sums(id);
  });

  it('a step whose day has passed while the program was down is skipped', async () => {
    const id = await send({ deadline: '30 November', countdown: true });
    world.advance(5 * DAY + 6 * HOUR);
    await step();
    const rounds = await world.store.all(roundsOf([id]));
    expect(rounds.map(({ daysBefore, status }) => [daysBefore, status])).toEqual([
      [null, 'sent'],
      [3, 'skipped'],
      [1, 'scheduled'],
      [0, 'scheduled'],
    ]);
  });
});

describe('the control room', () => {
  it('keeps one message up to date in the conversation of the author', async () => {
    await send();
    const boards = () => hana.messages.filter((m) => m.buttons.includes(texts.button.refresh()));
    expect(boards()).toHaveLength(1);
    expect(boards()[0]!.text).toContain(texts.board.outcome('delivered', 4));
    await siti.press(READ);
    world.advance(10_000);
    await world.settle();
    expect(boards()).toHaveLength(1);
    expect(boards()[0]!.text).toContain(texts.board.complete('read', 1, 4));
  });

  it('reminds those who are missing once, whoever presses and how often', async () => {
    const dewi = await world.person('Dewi', { unit: head, roles: ['hr'] });
    const id = await send();
    await siti.press(READ);
    await hana.press(READ);
    await dewi.press(READ);
    await hana.say('/kendali');
    await dewi.say('/kendali');
    const label = hana.last().buttons.find((b) => b.startsWith('Ingatkan'))!;
    expect(label).toContain('2 orang');
    const at = hana.last();
    const other = dewi.last();
    expect(await hana.press(label, at)).toContain(texts.remind.sent(2, texts.seconds(1)));
    expect(await hana.press(label, at)).toContain('sudah dikirim oleh Hana');
    expect(await dewi.press(label, other)).toContain('sudah dikirim oleh Hana');
    await step();
    expect([got(siti), got(rina), got(andi)]).toEqual([1, 2, 2]);
    expect((await world.store.all(roundsOf([id]))).filter((r) => r.kind === 'reminder')).toHaveLength(1);
    await sums(id);
  });

  it('names those who are missing, with their NIP masked', async () => {
    await send();
    await siti.press(READ);
    await hana.say('/kendali');
    const list = await hana.press(texts.button.missing());
    expect(list).toContain('Rina (1990••••');
    expect(list).not.toContain('Siti');
    expect(list).not.toMatch(/\d{18}/);
  });

  it('shows today by unit, and the figures add up', async () => {
    await siti.say('08.00-10.00 Rapat koordinasi');
    await siti.press(t.button.save());
    await andi.say('/cuti');
    await andi.press(t.button.absence('sakit'));
    const units = await todayByUnit(world.services);
    for (const u of units) expect(u.reported + u.absent + u.off + u.open).toBe(u.people);
    expect(await hana.say('/kendali')).toContain(
      texts.today.total({ people: 4, linked: 4, reported: 1, absent: 1, off: 0, open: 2 }),
    );
  });

  it('counts recipients of every outcome with one query', async () => {
    const id = await send();
    const counts = await world.store.all(recipientCounts(id));
    expect(counts.reduce((sum, row) => sum + Number(row.count), 0)).toBe(4);
  });
});
