import { expect } from 'vitest';
import { longerSide } from '../../../adapters/picture.ts';
import { SAVED, t } from '../support.ts';
import { STAFF, UNIT, YEAR } from './agency.ts';
import { type Cast, nameOf } from './cast.ts';

const { actions, feedback } = t;

/** Action plans for the first quarter, and the days' reports that carry them out. */
export async function firstReports(cast: Cast): Promise<void> {
  const { siti, budi } = cast;
  await siti.says('/aksi budi', actions.problem.notAllowed());
  await siti.does(
    ['/aksi', actions.noneYet()],
    [`[${actions.button.add()}]`, actions.ask.workResult()],
    [`[${t.workResult.short(1)}]`, actions.ask.period()],
    [`[${t.period(`${YEAR}-Q1`)}]`, actions.ask.what()],
    ['Menyusun rancangan awal', actions.ask.target()],
    ['1 dokumen', t.draft.review()],
    [`[${t.button.save()}]`, actions.saved(1)],
  );
  await siti.does(
    ['Menulis rancangan awal RA1 1 dokumen', t.draft.review()],
    [`[${t.button.save()}]`, SAVED],
  );
  await budi.reads('RA1. Menyusun rancangan awal');
  await budi.presses(t.button.approve(), t.entry.status('approved'));
  await budi.says('/aksi siti', actions.titleOf(nameOf('siti'), t.period(`${YEAR}-Q1`)));
  for (const who of STAFF.slice(1)) {
    await cast[who].does(
      ['08.00-10.00 Menyiapkan bahan RHK1 1 dokumen', t.draft.review()],
      [`[${t.button.save()}]`, SAVED],
    );
    await budi.reads(nameOf(who));
  }
}

/** Feedback in February: praise that the team sees, advice that only one sees, and an answer to a request. */
export async function feedbackRound({ world, budi, dewi, rina, joko }: Cast): Promise<void> {
  await world.travel('2026-02-10T02:00:00Z');
  await dewi.does(
    ['/umpanbalik siti', feedback.whom.notFound('siti', false)],
    ['08.00-11.00 Menyusun tabel kemiskinan RHK1 3 tabel', t.draft.review()],
    [`[${t.button.save()}]`, SAVED],
  );
  await budi.reads('Menyusun tabel kemiskinan');
  await budi.person.slash('/tutur', 'umpanbalik dewi');
  await budi.fills(
    feedback.title(),
    {
      [feedback.ask.kind(nameOf('dewi'))]: feedback.kind('praise'),
      [t.ask.feedback(nameOf('dewi'))]: 'Tabelnya lengkap sebelum diminta. #akuntabel',
    },
    feedback.ask.readers(),
  );
  await budi.presses(/rekan satu tim/, feedback.review.title('praise', nameOf('dewi')));
  await budi.presses(feedback.button.share(), feedback.saved.shared(nameOf('dewi'), '').slice(0, 20));
  await dewi.reads(feedback.notice.title('praise', nameOf('budi')));
  await joko.reads(feedback.notice.praise(nameOf('budi'), nameOf('dewi')));
  await dewi.toast(feedback.button.read(), feedback.read.thanks());
  await rina.does(
    ['/umpanbalik minta', feedback.ask.requestAbout()],
    ['Cara saya memimpin forum', feedback.request.sent(nameOf('budi'), 3)],
  );
  await budi.reads(feedback.request.title(nameOf('rina')));
  await budi.opens(
    feedback.button.answer(),
    feedback.title(),
    {
      [feedback.ask.kind(nameOf('rina'))]: feedback.kind('improve'),
      [feedback.ask.answer(nameOf('rina'), 'Cara saya memimpin forum')]:
        'Beri waktu tanya jawab lebih panjang.',
    },
    feedback.review.title('improve', nameOf('rina')),
  );
  await budi.presses(feedback.button.share(), feedback.saved.shared(nameOf('rina'), '').slice(0, 20));
  await rina.reads(feedback.notice.title('improve', nameOf('budi')));
}

/** In November the unit looks at its tree: who carries what, what nobody carries, and as a picture. */
export async function treeOfTheUnit({ world, siti, agus, joko }: Cast): Promise<void> {
  await world.travel('2026-11-10T02:00:00Z');
  await siti.does(
    ['09.00-10.00 Menayangkan dasbor RHK2 1 dasbor', t.draft.review()],
    [`[${t.button.save()}]`, SAVED],
  );
  await joko.says(`/pohon ${UNIT}`, t.cascade.tree.onlyLeader());
  const tree = await agus.says('/pohon', t.cascade.tree.title(UNIT, YEAR));
  expect(tree.text).toContain('Terbangunnya dasbor RKPD');
  await agus.person.click(t.cascade.tree.picture());
  const picture = await agus.person.waitFor(({ files }) => files.length > 0);
  expect(picture.files[0]!.name).toBe(`${t.cascade.tree.file(UNIT, YEAR)}.png`);
  expect(longerSide(picture.files[0]!.bytes)).toBeGreaterThan(1_000);
}
