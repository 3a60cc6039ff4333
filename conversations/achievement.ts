import { achievements } from '../src/core/evaluation/achievement.ts';
import type { Achievement } from '../src/core/evaluation/content.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { choiceQuestion, wordsQuestion } from './evaluation-questions.ts';
import type { Answers, Form } from './form.ts';

/** What the questions about the achievement of a unit need to know. */
export interface AchievementContext {
  t: Texts;
  unit: string;
  period: string;
  /** Whether the recommendation that it rests on has to be recorded: HR only passes it on. */
  recommended: boolean;
}

/** The achievement that a complete form holds, and what it rests on. */
export function achievementIn(answers: Answers): { level: Achievement; note: string | null } {
  return {
    level: answers.level as Achievement,
    note: ((answers.recommendation ?? answers.note) as string | null | undefined) ?? null,
  };
}

/** Level and basis of the achievement of an organisation (capaian kinerja organisasi). */
export const achievementForm: Form<AchievementContext> = {
  id: 'achievement',
  questions: [
    choiceQuestion(
      'level',
      ({ t }) => t.evaluation.field.achievement(),
      ({ t, unit, period }) => ({
        text: t.evaluation.board.achievement.ask(unit, period),
        hint: t.evaluation.board.achievement.hint(),
      }),
      ({ t }) =>
        achievements.map((level) => {
          const name = t.evaluation.achievement(level);
          return { value: level, label: name, short: name };
        }),
    ),
    basis('recommendation', false, ({ recommended }) => recommended),
    basis('note', true, ({ recommended }) => !recommended),
  ],
  review: false,
  title: ({ t }) => t.evaluation.board.achievement.form(),
  submit: ({ t }) => t.button.save(),
};

function basis(id: string, optional: boolean, when: (context: AchievementContext) => boolean) {
  return wordsQuestion<AchievementContext>(
    id,
    optional,
    ({ t }) => t.evaluation.field.remark(),
    ({ t }) => ({
      text: t.evaluation.board.achievement.note(),
      hint: t.evaluation.board.achievement.noteHint(),
      placeholder: t.evaluation.board.achievement.noteExample(),
    }),
    (_, context) => when(context),
  );
}
