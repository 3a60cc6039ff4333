import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/i18n/texts.ts';

const NAME = 'dr. Ni Made Suryani, M.Kes.';

describe.each(['id', 'en'] as const)('a sentence in %s that ends in a name with a title', (locale) => {
  const t = textsOf(locale);
  it.each([
    t.evaluation.board.achievement.notAllowed('Dinas', NAME),
    t.evaluation.problem.notYours(NAME),
    t.evaluation.problem.onlyEmployee(NAME),
    t.feedback.request.sent(NAME, 3),
    t.absence.back.done(NAME, 'Cuti.'),
    t.dialogue.commitment.notYours(NAME),
    t.objection.overdue(NAME, '3 Des'),
  ])('has one full stop: %s', (sentence) => {
    expect(sentence).not.toContain('..');
  });
});
