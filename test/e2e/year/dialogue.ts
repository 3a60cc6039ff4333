import { expect } from 'vitest';
import { t } from '../support.ts';
import { type Cast, nameOf } from './cast.ts';

const texts = t.dialogue;
const { button, ask, form, problem } = texts;

/** Expectations are clarified: proposed in Slack, moved in Telegram, prepared with the same page on both sides. */
export async function proposeDialogue({ siti, budi }: Cast): Promise<void> {
  await budi.says('/dialog agus', problem.notFound('agus'));
  await budi.person.slash('/tutur', 'dialog siti');
  await budi.fills(
    form.propose(),
    {
      [ask.kind()]: texts.kind('expectations'),
      [ask.at()]: 'Rabu 10.00',
      [ask.reason(nameOf('siti'))]: 'Ekspektasi tahun ini',
    },
    texts.review.title(),
  );
  await budi.presses(texts.review.send(), texts.said.proposed(nameOf('siti')));
  await siti.reads(texts.event.proposed(nameOf('budi')));
  await siti.does(
    [`[${button.move()}]`, ask.at()],
    ['besok 10.00', ask.why(nameOf('budi'))],
    ['Rabu ada forum', texts.said.moved(nameOf('budi'))],
  );
  await budi.reads(texts.event.moved(nameOf('siti')));
  await budi.presses(button.agree(), texts.said.agreed(nameOf('siti')));
  const kit = texts.kit.title(texts.kind('expectations'));
  const [his, hers] = [await budi.reads(kit), await siti.reads(kit)];
  expect(hers.text).toContain('Tersusunnya rancangan RKPD');
  expect(his.text.replace(/\W+/g, ' ')).toBe(hers.text.replace(/\W+/g, ' '));
}

/** The dialogue takes place; both stand by the same minutes, and a commitment comes of it. */
export async function holdDialogue({ world, siti, budi }: Cast): Promise<void> {
  await world.travel('2026-01-06T04:00:00Z');
  await budi.says('/dialog', texts.title());
  await budi.does([`[${button.held()}]`, texts.said.held(nameOf('siti'))]);
  await siti.reads(texts.event.held(nameOf('budi')));
  await siti.does(
    [`[${button.write()}]`, ask.minutes()],
    ['Empat rancangan disepakati\nMutu: tanpa revisi', ask.commitments()],
    ['Siti: kirim format rancangan sebelum 30 Juni', texts.review.minutes()],
    [`[${texts.review.confirm()}]`, texts.said.minutes(nameOf('budi'))],
  );
  await budi.reads(texts.event.minutes(nameOf('siti')));
  await budi.presses(button.confirm(), texts.said.confirmed());
  await siti.reads(texts.event.confirmed(nameOf('budi')));
}

/** The one who took over talks with her as well; what was promised in January is done. */
export async function dialogueWithTheNext({ world, siti, agus, budi }: Cast): Promise<void> {
  await agus.person.slash('/tutur', 'dialog siti');
  await agus.fills(
    form.propose(),
    {
      [ask.kind()]: texts.kind('guidance'),
      [ask.at()]: 'Senin 10.00',
      [ask.reason(nameOf('siti'))]: 'Dasbor',
    },
    texts.review.title(),
  );
  await agus.presses(texts.review.send(), texts.said.proposed(nameOf('siti')));
  await siti.reads(texts.event.proposed(nameOf('agus')));
  await siti.presses(button.agree(), texts.said.agreed(nameOf('agus')));
  const kit = await siti.reads(texts.kit.title(texts.kind('guidance')));
  expect(kit.text).toContain(texts.kit.commitments(1));
  await world.travel('2026-05-04T04:00:00Z');
  await agus.says('/dialog', texts.title());
  await agus.presses(button.held(), texts.said.held(nameOf('siti')));
  await siti.reads(texts.event.held(nameOf('agus')));
  await agus.opens(
    button.write(),
    texts.form.minutes(),
    { [ask.minutes()]: 'Dasbor dicoba bulan depan' },
    texts.review.minutes(),
  );
  await agus.presses(texts.review.confirm(), texts.said.minutes(nameOf('siti')));
  await siti.reads(texts.event.minutes(nameOf('agus')));
  await siti.presses(button.confirm(), texts.said.confirmed());
  await agus.reads(texts.event.confirmed(nameOf('siti')));
  await siti.says('/dialog tindak lanjut', texts.commitment.title());
  await siti.toast(texts.commitment.done(null), texts.commitment.closed('kirim format rancangan'));
  for (const leader of [budi, agus]) await leader.reads(texts.commitment.told.done(nameOf('siti')));
}
