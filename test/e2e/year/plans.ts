import { expect } from 'vitest';
import { t } from '../support.ts';
import { agencyRules, agreementFile, plansOfTheTop, STAFF, type Staff, YEAR } from './agency.ts';
import { type Cast, nameOf } from './cast.ts';

const { plan } = t;
const { matrix, cell, role } = t.cascade;
const { button, form, refused } = plan;
const GOAL = 'Meningkatnya keselarasan program';
/** The results of the leader; nobody carries the last one. */
const LEADERS = ['Tersusunnya RKPD yang selaras', 'Terlaksananya forum publik', 'Tersusunnya profil daerah'];
/** What each employee contributes: to which result of the leader, and how it is measured. */
export const ROLES: Record<Staff, { to: number; title: string; measure: string }> = {
  siti: {
    to: 1,
    title: 'Tersusunnya rancangan RKPD',
    measure: 'kuantitas: jumlah rancangan = 4 dokumen, 31 Des',
  },
  dewi: { to: 1, title: 'Tersusunnya data dasar', measure: 'kuantitas: jumlah data = 12 tabel, 31 Des' },
  rina: { to: 2, title: 'Terselenggaranya forum', measure: 'kuantitas: jumlah forum = 6 forum, 31 Des' },
  joko: {
    to: 2,
    title: 'Tersusunnya berita acara',
    measure: 'kuantitas: jumlah berita acara = bagus, 31 Des',
  },
};
const FIXED = 'kuantitas: jumlah berita acara = 6 dokumen, 31 Des';

/** The agreement of the unit and the plans above it are there before anybody drafts. */
export async function importAgreement({ world }: Cast): Promise<void> {
  await world.cli('import', 'agreement', world.file('perjanjian.csv', agreementFile()));
  await world.cli('import', 'plans', world.file('skp.csv', plansOfTheTop()));
  await world.cli('settings', 'apply', world.file('aturan.yaml', agencyRules()));
}

/** The leader drafts in Slack what the unit has promised, and the head agrees. */
export async function leaderPlans({ budi, wulan }: Cast): Promise<void> {
  await budi.says('/matriks', t.cascade.noPlan(YEAR));
  await budi.says('/skp', plan.none(YEAR));
  await budi.presses(button.start(YEAR), plan.draftTitle(YEAR, 1));
  for (const [index, title] of LEADERS.entries()) {
    await budi.opens(
      button.add(),
      form.title.newResult(),
      {
        [form.ask.title()]: title,
        [form.ask.kind()]: form.option.main(),
        [form.ask.supports()]: form.option.goal(1, GOAL),
        [form.ask.indicators()]: 'kuantitas: persentase selesai = 100 persen, 31 Des',
      },
      form.ask.method(),
    );
    await budi.presses(form.option.method('direct'), t.draft.review());
    await budi.presses(t.button.save(), form.saved.result(index + 1));
  }
  await budi.presses(button.open(), plan.state.ready());
  await budi.presses(button.propose(), plan.proposedTo(nameOf('wulan')));
  const proposal = await wulan.reads(plan.proposal.title(YEAR, nameOf('budi')));
  expect(proposal.text).toContain(plan.supportsGoal(1, GOAL));
  await wulan.presses(/^Setujui mulai/, new RegExp(`SKP ${nameOf('budi')} disetujui`));
  await budi.reads(plan.notice.agreed(nameOf('wulan'), YEAR));
}

/** The leader divides the results, and everybody makes their part a result of their own. */
export async function matrixDivides(cast: Cast): Promise<void> {
  const { budi } = cast;
  await cast.siti.says('/matriks', role.none(nameOf('budi')));
  await budi.says('/matriks', matrix.title(YEAR));
  for (const who of STAFF) {
    const { to, title } = ROLES[who];
    await budi.opens(
      matrix.add(to),
      cell.title(),
      {
        [cell.askPerson()]: nameOf(who),
        [cell.askContribution()]: title,
        [cell.askMethod()]: cell.methodOption(null),
      },
      cell.saved(nameOf(who)),
    );
  }
  const shared = await budi.presses(matrix.share(STAFF.length), matrix.shared('').slice(0, -1));
  expect(shared.text).toContain(matrix.gap());
  for (const who of STAFF) {
    const person = cast[who];
    await person.reads(role.shared(nameOf('budi'), YEAR));
    await person.presses(role.see(), role.title(YEAR));
    await person.presses(role.take(null), role.taken(1));
  }
}

/** Employees complete their indicators and propose; the leader returns one, and agrees to all in the end. */
export async function staffPlan(cast: Cast): Promise<void> {
  const { budi, joko } = cast;
  for (const who of STAFF) {
    const person = cast[who];
    await person.presses(role.openPlan(), plan.draftTitle(YEAR, 1));
    if (who === 'siti') await person.says('/skp ajukan', refused.incomplete());
    await person.presses(button.results(), plan.which());
    await person.presses(button.edit(1), form.ask.indicators());
    await person.says(ROLES[who].measure, t.draft.review());
    const saved = await person.presses(t.button.save(), form.saved.result(1));
    if (who === 'joko') {
      expect(saved.text).toContain(plan.check.finding('not_measurable'));
      await person.does(
        ['/skp ajukan', refused.incomplete()],
        [`[${button.open()}]`, plan.draftTitle(YEAR, 1)],
        [`[${button.results()}]`, plan.which()],
        [`[${button.edit(1)}]`, t.draft.review()],
        [`[${t.button.change()}]`, t.ask.editWhich()],
        [`[${form.field.indicators()}]`, form.ask.indicators()],
        [FIXED, t.draft.review()],
        [`[${t.button.save()}]`, form.saved.result(1)],
      );
    }
    await person.presses(button.open(), plan.state.ready());
    await person.presses(button.propose(), plan.proposedTo(nameOf('budi')));
    await budi.reads(plan.proposal.title(YEAR, nameOf(who)));
    if (who !== 'joko') {
      await budi.presses(/^Setujui mulai/, new RegExp(`SKP ${nameOf(who)} disetujui`));
      await person.reads(plan.notice.agreed(nameOf('budi'), YEAR));
    }
  }
  await budi.opens(
    t.button.return(),
    form.title.return(),
    { [form.ask.return()]: 'Lampirkan dukungan yang diperlukan.' },
    plan.decided.returned(nameOf('joko')),
  );
  await joko.reads(plan.notice.returned(nameOf('budi'), YEAR));
  await joko.does(
    [`[${button.open()}]`, plan.draftTitle(YEAR, 1)],
    [`[${button.editAnnexes()}]`, form.ask.resources()],
    ['- Notulis dari sekretariat', form.ask.accountability()],
    [`[${t.button.skip()}]`, form.ask.consequences()],
    [`[${t.button.skip()}]`, t.draft.review()],
    [`[${t.button.save()}]`, form.saved.draft()],
    [`[${button.open()}]`, plan.draftTitle(YEAR, 1)],
    [`[${button.propose()}]`, plan.proposedTo(nameOf('budi'))],
  );
  await budi.reads(plan.proposal.title(YEAR, nameOf('joko')));
  await budi.presses(/^Setujui mulai/, new RegExp(`SKP ${nameOf('joko')} disetujui`));
  await joko.reads(plan.notice.agreed(nameOf('budi'), YEAR));
}
