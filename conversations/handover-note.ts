import type { Texts } from '../src/i18n/texts.ts';
import type { Form } from './form.ts';
import { optionOf, saidIn, wordsQuestion } from './staff-parts.ts';

/** What the questions about a handover note need to know. */
export interface HandoverNoteContext {
  t: Texts;
  /** Whom the note can be about; `value` is what a button carries. */
  people: readonly { value: string; name: string }[];
}

/** Longest note, in characters. */
const MAX_NOTE = 1_000;
/** The answer that means everybody. */
export const EVERYBODY = 'all';

/** What a former supervisor tells whoever follows. */
export const handoverNoteForm: Form<HandoverNoteContext> = {
  id: 'handover_note',
  questions: [
    {
      id: 'whom',
      optional: false,
      when: (_, { people }) => people.length > 1,
      label: ({ t }) => t.staffing.handover.whom(),
      ask: ({ t, people }) => ({
        text: t.staffing.handover.whom(),
        hint: null,
        input: {
          kind: 'choice',
          options: [
            optionOf(EVERYBODY, t.staffing.handover.everybody()),
            ...people.map(({ value, name }) => optionOf(value, name)),
          ],
        },
      }),
      parse(answer, { t, people }) {
        const said = saidIn(answer).toLowerCase();
        if (said === EVERYBODY || said === t.staffing.handover.everybody().toLowerCase())
          return { value: EVERYBODY };
        const hit =
          people.find(({ value, name }) => value === said || name.toLowerCase() === said) ??
          people.find(({ name }) => said.length >= 3 && name.toLowerCase().includes(said));
        return hit ? { value: hit.value } : { problem: t.problem.chooseOne() };
      },
      accepts: (value, { people }) => value === EVERYBODY || people.some((one) => one.value === value),
      complete: () => true,
      show: (value, { t, people }) =>
        people.find((one) => one.value === value)?.name ?? t.staffing.handover.everybody(),
      initial: (value) => String(value),
    },
    wordsQuestion(
      'note',
      (t) => ({
        ...{ ask: t.staffing.handover.write(), hint: null, label: t.staffing.handover.noteLabel() },
        example: t.staffing.handover.example(),
      }),
      { optional: false, most: MAX_NOTE, multiline: true },
    ),
  ],
  review: false,
  title: ({ t }) => t.staffing.handover.form(),
  submit: ({ t }) => t.button.send(),
};
