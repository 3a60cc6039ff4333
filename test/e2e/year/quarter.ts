import { expect } from 'vitest';
import { t } from '../support.ts';
import { STAFF, UNIT, YEAR } from './agency.ts';
import { type Cast, nameOf } from './cast.ts';
import { rates, submits } from './rating.ts';

const texts = t.evaluation;
const { board, button, problem } = texts;
const QUARTER = t.period(`${YEAR}-Q1`);

/** The first quarter: what was reported is proposed, one employee corrects it, one is sent back. */
export async function quarterIsSubmitted(cast: Cast): Promise<void> {
  const { world, siti, joko, budi } = cast;
  await world.travel('2026-04-02T02:00:00Z');
  await siti.reads(texts.notice.due(QUARTER, '').slice(0, 30));
  await siti.says('/evaluasi 2026-Q2', problem.notOver(t.period(`${YEAR}-Q2`), '').split(';')[0]!);
  await siti.says('/evaluasi 2020', /PP 46\/2011/);
  const page = await siti.says('/evaluasi 2026-Q1', texts.page.title(QUARTER));
  expect(page.text).toContain(texts.proposal.main('1 dokumen', 0));
  await siti.does(
    ['[1.1]', texts.item.title('1.1')],
    [`[${button.correct()}]`, texts.ask.realisation('1.1')],
    ['2 dokumen, satu dikirim lewat surat', texts.ask.source()],
    ['Buku agenda', texts.done.corrected()],
  );
  await submits(siti, budi, { name: nameOf('siti'), rater: nameOf('budi'), period: QUARTER });
  for (const who of STAFF.slice(1)) {
    const page = await cast[who].says('/evaluasi 2026-Q1', texts.page.title(QUARTER));
    if (who === 'dewi') expect(page.text).toContain(texts.proposal.main('3 tabel', 0));
    await submits(cast[who], budi, { name: nameOf(who), rater: nameOf('budi'), period: QUARTER });
  }
  await budi.opens(
    button.return(),
    texts.form.return(),
    { [texts.ask.return()]: 'Lengkapi sumber datanya.' },
    texts.done.returned(nameOf('joko')),
  );
  await joko.reads(texts.notice.yourReturned(QUARTER, nameOf('budi'), '').slice(0, 30));
  await submits(joko, budi, { name: nameOf('joko'), rater: nameOf('budi'), period: QUARTER });
}

/** Both ratings are chosen, the predicate follows; the leader's own rating waits for the achievement of the unit. */
export async function quarterIsRated(cast: Cast): Promise<void> {
  const { budi, wulan, siti, joko } = cast;
  await siti.says(`/capaian ${UNIT} 2026-Q1`, board.achievement.notAllowed(UNIT, nameOf('wulan')));
  for (const who of STAFF) {
    await budi.says('/evaluasi tim', texts.team.title());
    await budi.presses(`${nameOf(who)} · ${QUARTER}`, texts.page.titleOf(QUARTER, nameOf(who)));
    await rates(budi, cast[who], {
      name: nameOf(who),
      ...{
        rater: nameOf('budi'),
        period: QUARTER,
        result: 'meets',
        behaviour: who === 'dewi' ? 'above' : 'meets',
      },
      predicate: 'good',
    });
  }
  await budi.says('/evaluasi 2026-Q1', texts.page.title(QUARTER));
  await submits(budi, wulan, { name: nameOf('budi'), rater: nameOf('wulan'), period: QUARTER });
  await wulan.presses(button.rate(), problem.noAchievement(UNIT, QUARTER, nameOf('wulan')));
  await wulan.person.slash('/tutur', `capaian ${UNIT} 2026-Q1`);
  await wulan.fills(
    board.achievement.form(),
    { [board.achievement.ask(UNIT, QUARTER)]: texts.achievement('excellent') },
    board.achievement.done(UNIT, QUARTER, texts.achievement('excellent')),
  );
  await rates(wulan, budi, {
    ...{ name: nameOf('budi'), rater: nameOf('wulan'), period: QUARTER, result: null, behaviour: 'above' },
    predicate: 'very_good',
  });
  await wulan.person.slash('/tutur', `capaian ${UNIT} 2026-Q1`);
  await wulan.reads(board.achievement.set(UNIT, QUARTER, texts.achievement('excellent'), nameOf('wulan')));
  await wulan.opens(
    board.achievement.change(),
    board.achievement.form(),
    { [board.achievement.ask(UNIT, QUARTER)]: texts.achievement('good') },
    board.achievement.refreshed(nameOf('budi')),
  );
  await budi.reads(texts.notice.yourRated(QUARTER, nameOf('wulan')));
  await joko.says(`/pola ${UNIT} 2026-Q1`, board.pattern.only());
}

/** Personnel locks the quarter, and what is locked stays as it is. */
export async function quarterIsLocked({ budi, hera }: Cast): Promise<void> {
  await budi.says('/kunci 2026-Q1', board.lock.onlyHr());
  await hera.says(`/kunci 2026-Q1 ${UNIT}`, board.lock.ask(QUARTER, UNIT, 5));
  await hera.presses(board.lock.yes(), board.lock.done(QUARTER, UNIT, 5));
  await budi.person.click(button.rateAgain());
  await budi.reads(problem.locked(QUARTER));
}
