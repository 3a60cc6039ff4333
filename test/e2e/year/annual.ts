import { expect } from 'vitest';
import { t } from '../support.ts';
import { OTHER_UNIT, STAFF, UNIT, YEAR } from './agency.ts';
import { type Cast, nameOf } from './cast.ts';
import { expectNoScore, rates, submits } from './rating.ts';

const texts = t.evaluation;
const { board } = texts;
const { objection } = t;
const PERIOD = t.period(`${YEAR}`);
const REASON = 'Enam berita acara sudah saya kirim.';

/** Everybody hands in the year, and whoever leads now rates the four. */
export async function yearIsRated(cast: Cast): Promise<void> {
  const { world, agus, wulan } = cast;
  await world.travel('2027-01-05T02:00:00Z');
  const year = { period: PERIOD };
  await wulan.person.slash('/tutur', `capaian ${UNIT} ${YEAR}`);
  await wulan.fills(
    board.achievement.form(),
    { [board.achievement.ask(UNIT, PERIOD)]: texts.achievement('good') },
    board.achievement.done(UNIT, PERIOD, texts.achievement('good')),
  );
  for (const who of STAFF) {
    const about = { ...year, name: nameOf(who), rater: nameOf('agus') };
    const page = await cast[who].says(`/evaluasi ${YEAR}`, texts.page.title(PERIOD));
    if (who === 'siti') expect(page.text).toContain('Terbangunnya dasbor RKPD');
    await submits(cast[who], agus, about);
    if (who === 'joko')
      await rates(agus, cast.joko, {
        ...{ ...about, result: 'below', behaviour: 'below', predicate: 'very_poor' },
        remark: 'Berita acara belum lengkap.',
      });
    else if (who === 'siti')
      await rates(agus, cast.siti, { ...about, result: 'above', behaviour: 'above', predicate: 'very_good' });
    else await rates(agus, cast[who], { ...about, result: 'meets', behaviour: 'meets', predicate: 'good' });
  }
  for (const who of ['agus', 'budi'] as const) {
    const about = { ...year, name: nameOf(who), rater: nameOf('wulan') };
    await cast[who].says(`/evaluasi ${YEAR}`, texts.page.title(PERIOD));
    await submits(cast[who], wulan, about);
    if (who === 'budi') {
      await wulan.person.slash('/tutur', `capaian ${OTHER_UNIT} ${YEAR}`);
      await wulan.fills(
        board.achievement.form(),
        { [board.achievement.ask(OTHER_UNIT, PERIOD)]: texts.achievement('needs_improvement') },
        board.achievement.done(OTHER_UNIT, PERIOD, texts.achievement('needs_improvement')),
      );
    }
    const rated = who === 'agus' ? 'good' : 'needs_improvement';
    await rates(wulan, cast[who], {
      ...{ ...about, result: null, behaviour: 'meets', predicate: rated },
      ...(who === 'budi' && { remark: 'Unit belum mencapai targetnya.' }),
    });
  }
}

/** The pattern warns and blocks nothing; the one rated below objects, and the head accepts. */
export async function objectionIsSettled(cast: Cast): Promise<void> {
  const { agus, joko, wulan } = cast;
  await agus.says(`/pola ${UNIT} ${YEAR}`, board.pattern.title(UNIT, PERIOD));
  await joko.does([`[${objection.button.object()}]`, objection.ask.reason()], [REASON, objection.filed()]);
  await wulan.reads(REASON);
  await agus.reads(objection.notice('new'));
  await agus.says(`/pola ${UNIT} ${YEAR}`, board.pattern.contested());
  await wulan.opens(
    objection.button.accept(),
    objection.decisionTitle(),
    { [objection.ask.decision('accepted')]: 'Enam berita acara memang ada.' },
    objection.decided('accepted', nameOf('joko')),
  );
  await joko.reads(objection.notice('settled'));
  await agus.reads(texts.notice.reopened(nameOf('joko'), PERIOD, '').slice(0, 40));
  await rates(agus, joko, {
    ...{ name: nameOf('joko'), rater: nameOf('agus'), period: PERIOD },
    ...{ result: 'meets', behaviour: 'meets', predicate: 'good' },
  });
  const settled = await joko.says('/keberatan', objection.section.own());
  expect(settled.text).toContain(objection.status('accepted', nameOf('wulan')));
}

/** Personnel locks the year, and asks who follows from it. */
export async function yearIsLocked({ hera, joko }: Cast): Promise<void> {
  const lists = t.followUp;
  await joko.says(`/kredit ${YEAR}`, lists.onlyHr());
  await hera.says(`/kunci ${YEAR}`, /Kunci/);
  await hera.presses(board.lock.yes(), board.lock.done(PERIOD, board.lock.everywhere(), 6));
  const credit = await hera.says(`/kredit ${YEAR}`, lists.credit.title(`${YEAR}`, null));
  for (const who of STAFF) expect(credit.text).toContain(nameOf(who));
  await hera.says(`/talenta ${YEAR}`, lists.talent.title(YEAR, 0, null));
  const page = await joko.says(`/evaluasi ${YEAR}`, texts.status('locked'));
  expectNoScore(page.text);
}
