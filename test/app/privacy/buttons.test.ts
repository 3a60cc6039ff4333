import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { route } from '../../../src/app/route.ts';
import { encodeAction, type Room } from '../../../src/core/action.ts';
import { type Privacy, plant, ROLES, type RoleName } from './planted.ts';
import { changes, type Sessions, sessionsOf, unreadable } from './watch.ts';

/** What every button of a room can say, with what may stand behind it. */
const OPS: Record<Room, Record<string, readonly string[]>> = {
  plan: {
    ...{ show: ['', '2025'], start: ['2027'], copy: ['2027'], change: ['2026'], annexes: ['2026'] },
    ...{ behaviours: ['2026'], versions: ['2026'], version: [''], check: ['2026'], open: [''], add: [''] },
    ...{ edit: ['', '1'], remove: ['1'], 'remove!': ['1'], annex_form: [''], settings: [''], propose: [''] },
    ...{ withdraw: [''], discard: [''], 'discard!': [''], review: [''], agree: ['1'], agree_on: ['1'] },
    ...{ expect: [''], ask: [''], return: [''], answer: [''] },
  },
  cascade: {
    ...{ matrix: ['2026'], add: ['2026'], cells: ['2026'], share: ['2026.1.1'], role: ['2026'], cell: [''] },
    ...{ text: [''], method: [''], withdraw: [''], 'withdraw!': [''], take: [''], tree: ['2026'] },
    picture: ['2026'],
  },
  actions: {
    ...{ list: ['2026-Q4'], of: [''], add: [''], copy: [''], report: [''], pause: ['2026-Q4'], show: [''] },
    ...{ edit: [''], remove: [''], 'remove!': [''] },
  },
  feedback: {
    ...{ ask: [''], drafts: [''], notes: [''], give: [''], about: [''], answer: [''], decline: [''] },
    ...{
      take_back: [''],
      open: [''],
      read: [''],
      reply: [''],
      withdraw: [''],
      'withdraw!': [''],
      keep: [''],
    },
    ...{ draft: [''], share: ['1.'], change: [''], delete: [''] },
  },
  dialogue: {
    ...{
      show: [''],
      new: [''],
      radar: [''],
      agree: ['1'],
      move: [''],
      decline: [''],
      cancel: [''],
      held: [''],
    },
    ...{ prepare: [''], share: ['1'], theirs: [''], kit: [''], kitmore: [''], minutes: [''], confirm: ['1'] },
    ...{ past: [''], todo: [''], done: [''], later: [''], drop: [''] },
  },
  evaluation: {
    ...{ open: [''], begin: ['2026-Q3'], item: ['0'], entries: ['0.0'], correct: ['0'], accept: ['0'] },
    ...{ submit: [''], team: [''], feedback: [''], given: [''], rate: [''], return: [''], read: [''] },
    ...{ trail: [''], board: ['2026-Q3'], lock: ['2026-Q3'], 'lock!': ['2026-Q3'], unlock: ['2026-Q3'] },
    ...{ achieve: ['2026-Q3'], pattern: ['2026-Q3'] },
  },
  objection: {
    ...{ object: ['evaluation', 'entry', 'feedback'], show: [''], accept: [''], reject: [''] },
    ...{ withdraw: [''], 'withdraw!': [''], keep: [''] },
  },
  staffing: {
    ...{
      change: [''],
      cancel: [''],
      names: ['7.2026.0'],
      note: [''],
      remind: ['2026'],
      leave: [''],
      stay: [''],
    },
  },
  follow_up: {
    ...{ credit: ['2026-Q3.0'], level: ['2026-Q3.0'], unrated: ['2026-Q3.0'], talent: ['2026.0'] },
    award: ['2026.0'],
  },
};

let facts: Privacy;
let sessions: Sessions;
beforeAll(async () => {
  facts = await plant();
  sessions = await sessionsOf(facts);
});
afterAll(() => facts.world.close());

async function press(who: RoleName, room: Room, op: string, id: string | null, arg: string): Promise<void> {
  const action = encodeAction({ do: 'room', room, op, id, arg });
  const outcome = await route(sessions[who]!, { kind: 'choice', action, messageId: 'm' });
  const name = Object.entries(facts.ids).find(([, one]) => one === id)?.[0] ?? 'nothing';
  const at = `${who} presses ${room} ${op} of ${name} ${arg}`;
  expect(unreadable(facts, who, outcome.reply), at).toEqual([]);
  expect(await changes(facts, who, outcome.writes), at).toBeNull();
}

describe('every button, pressed by everybody with every id', () => {
  const active = ROLES.filter((name) => name !== 'nina');
  it('would be noticed', async () => {
    const action = encodeAction({
      do: 'room',
      room: 'actions',
      op: 'remove!',
      id: facts.ids.action!,
      arg: '',
    });
    const { writes } = await route(sessions.siti!, { kind: 'choice', action, messageId: 'm' });
    expect(await changes(facts, 'siti', writes)).toBeNull();
    expect(await changes(facts, 'otto', writes)).toBe(`actionPlans ${facts.ids.action}`);
  });

  it('does not know whoever has left', () => expect(sessions.nina).toBeNull());

  for (const room of Object.keys(OPS) as Room[])
    it(`of ${room} shows and changes nothing that is not for whoever presses it`, async () => {
      for (const who of active)
        for (const [op, args] of Object.entries(OPS[room]))
          for (const arg of args)
            for (const id of [null, ...Object.values(facts.ids)]) await press(who, room, op, id, arg);
    }, 240_000);

  it('may carry anything', async () => {
    const any = fc.record({
      who: fc.constantFrom(...active),
      press: fc.constantFrom(
        ...(Object.keys(OPS) as Room[]).flatMap((room) => Object.keys(OPS[room]).map((op) => ({ room, op }))),
      ),
      id: fc.constantFrom(...Object.values(facts.ids)),
      arg: fc.oneof(
        fc.stringMatching(/^[\w.-]{0,24}$/),
        fc.constantFrom('2025', '2027.0', '-1', '0.-1', '1.1.1'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(any, ({ who, press: { room, op }, id, arg }) => press(who, room, op, id, arg)),
      { numRuns: 500 },
    );
  });
});
