import { expect } from 'vitest';
import type { Predicate, Rating } from '../../../src/core/evaluation/content.ts';
import { t } from '../support.ts';
import type { Actor, SlackActor } from './actor.ts';

const texts = t.evaluation;

/** An evaluation as the two see it: whose, by whom, of when. */
interface Matter {
  name: string;
  rater: string;
  period: string;
}

/** Hands in the evaluation that is shown; whoever rates it reads so. */
export async function submits(employee: Actor, rater: Actor, { name, rater: to, period }: Matter) {
  await employee.presses(texts.button.submit(to), texts.done.submitted(to));
  await rater.reads(texts.notice.submitted(name, period).split('.')[0]!);
}

/** Rates the evaluation that was read last; the result rating of a leader is not asked for. */
export async function rates(
  rater: SlackActor,
  employee: Actor,
  matter: Matter & { result: Rating | null; behaviour: Rating; predicate: Predicate; remark?: string },
): Promise<void> {
  const { result, behaviour, remark, predicate, name } = matter;
  await rater.opens(
    texts.button.rate(),
    texts.form.rating(),
    {
      ...(result && { [texts.ask.result()]: texts.rating(result) }),
      [texts.ask.behaviour()]: texts.rating(behaviour),
      // Where the rating of a leader is known to be below, the reason is asked for at once.
      ...(remark && { [result ? texts.ask.remark() : texts.ask.explain()]: remark }),
    },
    texts.page.follows(),
  );
  await rater.presses(t.button.save(), texts.done.rated(name, texts.predicate(predicate)));
  const told = await employee.reads(texts.notice.yourRated(matter.period, matter.rater));
  expectNoScore(told.text);
}

/** Asserts that nothing about ratings and predicates has a number in it (PermenPANRB 6/2022). */
export function expectNoScore(text: string): void {
  const judged = text.split('\n').filter((line) => /^(Rating|Predikat)/.test(line));
  expect(judged.length).toBeGreaterThan(0);
  expect(judged.join('\n')).not.toMatch(/\d/);
  expect(text).not.toMatch(/\b(nilai|skor)\b.*\d/i);
}
