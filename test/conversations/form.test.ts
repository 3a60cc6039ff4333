import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  back,
  clear,
  type Form,
  type FormState,
  next,
  type Question,
  skip,
} from '../../conversations/form.ts';

interface Context {
  colours: string[];
}

function question(id: string, change: Partial<Question<Context>> = {}): Question<Context> {
  return {
    id,
    optional: false,
    when: () => true,
    ask: () => ({ text: id, hint: null, input: { kind: 'text', multiline: false, placeholder: '' } }),
    parse: (given) => ('text' in given && given.text !== '' ? { value: given.text } : { problem: 'empty' }),
    accepts: (value) => typeof value === 'string',
    complete: () => true,
    show: String,
    initial: String,
    label: () => id,
    ...change,
  };
}

const form: Form<Context> = {
  id: 'test',
  review: true,
  title: () => '',
  submit: () => '',
  questions: [
    question('name'),
    question('colour', { accepts: (value, { colours }) => colours.includes(String(value)) }),
    question('shade', { optional: true, when: (answers) => answers.colour === 'red' }),
    question('links', {
      optional: true,
      parse: (given, _, previous) =>
        'text' in given
          ? {
              value: {
                items: [...((previous as { items: string[] } | null)?.items ?? []), given.text],
                done: false,
              },
            }
          : { problem: 'no' },
      accepts: (value) => Array.isArray((value as { items?: unknown }).items),
      complete: (value) => (value as { done: boolean }).done,
    }),
  ],
};
const context: Context = { colours: ['red', 'blue'] };
const empty: FormState = { answers: {}, editing: null };
const given = (answers: FormState['answers'], editing: string | null = null): FormState => ({
  answers,
  editing,
});
const asked = (state: FormState, c = context) => {
  const step = next(form, state, c);
  return step.kind === 'ask' ? `${step.question.id} ${step.index + 1}/${step.total}` : 'end';
};

describe('the next question', () => {
  it('is the first on the path without an answer, then the end', () => {
    expect(asked(empty)).toBe('name 1/3');
    expect(asked(given({ name: 'Siti' }))).toBe('colour 2/3');
    expect(asked(given({ name: 'Siti', colour: 'red' }))).toBe('shade 3/4');
    expect(asked(given({ name: 'Siti', colour: 'blue', links: null }))).toBe('end');
  });

  it('is the one being edited, whatever is open elsewhere', () => {
    expect(asked(given({ colour: 'blue' }, 'colour'))).toBe('colour 2/3');
  });

  it('is asked again when its stored answer makes no sense any more', () => {
    expect(
      asked(given({ name: 'Siti', colour: 'red', shade: null, links: null }), { colours: ['blue'] }),
    ).toBe('colour 2/4');
  });

  it('is asked when it is new, and a removed one is ignored', () => {
    expect(asked(given({ gone: 'x', colour: 'blue', links: null }))).toBe('name 1/3');
  });
});

describe('an answer', () => {
  it('that is not understood changes nothing', () => {
    expect(answer(form, empty, context, 'name', { text: '' })).toEqual({ problem: 'empty' });
  });

  it('to an edited question leads back to what was open', () => {
    const state = given({ name: 'Siti', colour: 'blue' }, 'name');
    expect(answer(form, state, context, 'name', { text: 'Sita' })).toEqual(
      given({ name: 'Sita', colour: 'blue' }),
    );
  });

  it('to a list keeps the list open until it is done, and done twice is harmless', () => {
    let state = given({ name: 'a', colour: 'blue' });
    for (const text of ['x', 'y']) state = answer(form, state, context, 'links', { text }) as FormState;
    expect(asked(state)).toBe('links 3/3');
    state = skip(form, skip(form, state, context, 'links'), context, 'links');
    expect(state.answers.links).toEqual({ items: ['x', 'y'], done: true });
    expect(asked(state)).toBe('end');
  });
});

describe('skip, back and clear', () => {
  it('leave required questions alone', () => {
    expect(skip(form, empty, context, 'name')).toEqual(empty);
    expect(clear(form, given({ name: 'Siti' }), 'name')).toEqual(given({ name: 'Siti' }));
  });

  it('go one question back on the path, and stay at the first', () => {
    expect(back(form, given({ name: 'Siti', colour: 'blue' }), context).editing).toBe('colour');
    expect(back(form, given({ name: 'Siti', colour: 'blue', links: null }), context).editing).toBe('links');
    expect(back(form, empty, context).editing).toBe('name');
  });

  it('take an optional answer away and ask for it again', () => {
    const state = given({ name: 'a', colour: 'blue', links: { items: ['x'], done: true } });
    expect(clear(form, state, 'links')).toEqual(given({ name: 'a', colour: 'blue', links: null }, 'links'));
  });
});

describe('every conversation', () => {
  it('reaches its end whatever detours are taken, and never asks what is not on the path', () => {
    const move = fc.constantFrom('answer', 'back', 'skip', 'nonsense');
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let state = empty;
        const go = (how: string) => {
          const step = next(form, state, context);
          if (how === 'back') state = back(form, state, context);
          if (step.kind === 'end') return;
          const { id } = step.question;
          expect(step.question.when(state.answers, context)).toBe(true);
          if (how === 'skip') state = skip(form, state, context, id);
          const text = how === 'nonsense' ? '' : id === 'colour' ? 'red' : 'x';
          if (how !== 'answer' && how !== 'nonsense') return;
          const result = answer(form, state, context, id, { text });
          if (!('problem' in result)) state = result;
        };
        for (const how of moves) go(how);
        for (let i = 0; i < 10; i += 1) {
          go('answer');
          go('skip');
        }
        expect(asked(state)).toBe('end');
      }),
    );
  });
});

describe('a question beside the path', () => {
  const aside: Form<Context> = { ...form, questions: [...form.questions, question('day', { aside: true })] };
  const begun = given({ day: 'today' });
  const at = (state: FormState) => {
    const step = next(aside, state, context);
    return step.kind === 'ask' ? `${step.question.id} ${step.index + 1}/${step.total}` : 'end';
  };

  it('is not counted and not asked while its answer makes sense', () => {
    expect(at(begun)).toBe('name 1/3');
    expect(at(given({ day: 'today', name: 'a', colour: 'blue', links: null }))).toBe('end');
  });

  it('is asked when its answer is gone, or when somebody wants to change it', () => {
    expect(at(given({ name: 'a', colour: 'blue', links: null }))).toBe('day 4/4');
    expect(at(given({ day: 'today' }, 'day'))).toBe('day 4/4');
  });

  it('leads back to where it was opened, and is never the one before another', () => {
    expect(back(aside, given({ day: 'today', name: 'a' }, 'day'), context).editing).toBeNull();
    const done = given({ day: 'today', name: 'a', colour: 'blue', links: null });
    expect(back(aside, done, context).editing).toBe('links');
  });
});
