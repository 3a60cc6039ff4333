import { expect } from 'vitest';
import { SAVED, t } from '../support.ts';
import { STAFF, UNIT, YEAR, yearPeople } from './agency.ts';
import { type Cast, nameOf } from './cast.ts';

const { staffing, plan, evaluation } = t;
const { button, form } = plan;
const QUARTER = t.period(`${YEAR}-Q1`);

/** In April personnel orders who takes over on the first of May; until then nothing changes. */
export async function changeIsOrdered({ hera, dewi, budi }: Cast): Promise<void> {
  await dewi.does(
    ['08.00-09.00 Menyusun tabel inflasi RHK1 1 tabel', t.draft.review()],
    [`[${t.button.save()}]`, SAVED],
  );
  await budi.reads('Menyusun tabel inflasi');
  await hera.person.slash('/tutur', 'atasan');
  await hera.fills(
    staffing.form.title(),
    {
      [staffing.form.who()]: UNIT,
      [staffing.form.to()]: nameOf('agus'),
      [staffing.form.kind()]: staffing.form.definitive(),
      [staffing.form.from()]: '1 Mei 2026',
      [staffing.form.why()]: 'SK 821/45/BKPSDM/2026',
    },
    staffing.review.title(),
  );
  await hera.presses(t.button.save(), `${STAFF.length} pegawai di bawah ${nameOf('agus')} mulai`);
  await dewi.says('/atasan', nameOf('budi'));
}

/** On the first of May everybody is told, what waits moves, and the one before leaves a note. */
export async function changeTakesEffect(cast: Cast): Promise<void> {
  const { world, siti, dewi, budi, agus } = cast;
  await world.travel('2026-05-01T02:00:00Z');
  const told = await siti.reads(staffing.told.title());
  expect(told.text).toContain(nameOf('agus'));
  expect(told.text).toContain(nameOf('budi'));
  await agus.reads(staffing.handover.title());
  await budi.reads(staffing.handover.title());
  await budi.opens(
    staffing.handover.button(),
    staffing.handover.form(),
    {
      [staffing.handover.whom()]: staffing.handover.everybody(),
      [staffing.handover.write()]: 'Tabel data dasar tinggal sembilan.',
    },
    staffing.handover.sent(nameOf('agus')),
  );
  await agus.reads(staffing.handover.note(nameOf('budi')));
  await siti.says('/atasan', staffing.assessed.title(YEAR));
  await budi.says('/skp siti', plan.refused.nobody('siti'));
  await world.cli('import', 'people', world.file('pegawai-mei.csv', yearPeople(world.zone.short, 'agus')));
  await agus.reads(plan.notice.move(YEAR, '').split(' mulai')[0]!);
  await agus.presses(t.button.approve(), t.talk.approvedToast(1));
  await dewi.reads(t.talk.approved(nameOf('agus'), 1));
}

/** The new leader plans for the unit, from what was prepared for the move. */
export async function newLeaderPlans({ agus, wulan }: Cast): Promise<void> {
  await agus.opens(
    button.add(),
    form.title.newResult(),
    {
      [form.ask.title()]: 'Tersusunnya RKPD digital',
      [form.ask.kind()]: form.option.main(),
      [form.ask.supports()]: form.option.goal(1, 'Meningkatnya keselarasan program'),
      [form.ask.indicators()]: 'kuantitas: persentase modul siap = 100 persen, 31 Des',
    },
    form.ask.method(),
  );
  await agus.does(
    [`[${form.option.method('direct')}]`, t.draft.review()],
    [`[${t.button.save()}]`, form.saved.result(2)],
    [`[${button.open()}]`, plan.state.ready()],
    [`[${button.propose()}]`, plan.proposedTo(nameOf('wulan'))],
  );
  await wulan.reads(plan.proposal.title(YEAR, nameOf('agus')));
  await wulan.presses(/^Setujui mulai/, new RegExp(`SKP ${nameOf('agus')} disetujui`));
  await agus.reads(plan.notice.agreed(nameOf('wulan'), YEAR));
}

/** A new expectation makes another version of a plan; what was evaluated before keeps the one before. */
export async function planChanges({ siti, agus }: Cast): Promise<void> {
  await siti.does(
    ['/skp ubah', plan.draftTitle(YEAR, 2)],
    [`[${button.add()}]`, form.ask.title()],
    ['Terbangunnya dasbor RKPD', form.ask.kind()],
    [`[${form.option.main()}]`, form.ask.supports()],
    [`[${form.option.shortResult(2)}]`, form.ask.method()],
    [`[${form.option.method('non_direct')}]`, form.ask.indicators()],
    ['kuantitas: jumlah dasbor = 1 dasbor, 30 Nov', t.draft.review()],
    [`[${t.button.save()}]`, form.saved.result(2)],
    [`[${button.open()}]`, plan.state.ready()],
    [`[${button.propose()}]`, plan.proposedTo(nameOf('agus'))],
  );
  const proposal = await agus.reads(plan.proposal.title(YEAR, nameOf('siti')));
  expect(proposal.text).toContain(plan.changes.added('2'));
  await agus.opens(
    button.expectations(),
    form.title.expectations(),
    { [form.ask.expectation(plan.behaviour.adaptif.name)]: 'Dasbor dicoba bersama pengguna' },
    t.draft.review(),
  );
  await agus.presses(t.button.save(), form.saved.expectations(nameOf('siti')));
  await agus.presses(/^Setujui mulai/, new RegExp(`SKP ${nameOf('siti')} disetujui`));
  await siti.reads(plan.notice.agreed(nameOf('agus'), YEAR));
  const versions = await siti.says('/skp versi', plan.versions.title(YEAR));
  expect(versions.text).toContain(plan.version(1));
  expect(versions.text).toContain(plan.version(2));
  const first = await siti.says('/evaluasi 2026-Q1', evaluation.page.title(QUARTER));
  expect(first.text).not.toContain('dasbor');
}
