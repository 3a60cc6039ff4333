import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertRules } from '../../../db/queries/calendar.ts';
import { givenFeedback, receivedFeedback, sharedFeedbackAbout } from '../../../db/queries/feedback.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, statement } from '../../../db/store.ts';
import { feedbackSince } from '../../../src/app/feedback/since.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const KINDS = { praise: 'Apresiasi', improve: 'Saran perbaikan', note: 'Catatan pribadi' } as const;
type Kind = keyof typeof KINDS;

/** One thing that somebody does. */
type Step =
  | {
      do: 'write';
      by: 'budi' | 'rudi';
      kind: Kind;
      readers: number;
      end: 'Bagikan' | 'Simpan draf' | 'Batal';
    }
  | { do: 'share_draft' | 'withdraw' | 'delete_draft' }
  | { do: 'say'; by: number; text: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    by: fc.constantFrom('budi' as const, 'rudi' as const),
    kind: fc.constantFrom<Kind>('praise', 'improve', 'note'),
    readers: fc.nat(2),
    end: fc.constantFrom('Bagikan' as const, 'Simpan draf' as const, 'Batal' as const),
  }),
  fc.constantFrom<Step>({ do: 'share_draft' }, { do: 'withdraw' }, { do: 'delete_draft' }),
  fc.record({
    do: fc.constant('say' as const),
    by: fc.nat(4),
    text: fc.constantFrom('/umpanbalik', '/umpanbalik draf', '/umpanbalik catatan', '/tim', '/rekap'),
  }),
);

/** The names of whoever may read a text, by the sentence that its author saw. */
interface Stated {
  text: string;
  readers: Set<string>;
  note: boolean;
}

const notices = statement('notices', (db, t) =>
  db.select({ kind: t.outbox.kind, payload: t.outbox.payload }).from(t.outbox),
);
const trail = statement('trail', (db, t) => db.select({ detail: t.audit.detail }).from(t.audit));

async function play(steps: Step[]): Promise<void> {
  const world: World = await createWorld('2026-11-23T02:00:00Z');
  const body = { peerFeedback: true, publicPraise: true, messageBudget: 1_000 };
  await world.store.commit([
    insertRules({ id: 'rules', unitId: null, effectiveFrom: '2026-01-01', body } as never),
  ]);
  const unit = await world.unit('Bidang A');
  const head = await world.unit('Sekretariat');
  const rina = await world.person('Rina', { unit: head });
  const budi = await world.person('Budi', { unit, supervisor: rina.id });
  const siti = await world.person('Siti', { unit, supervisor: budi.id });
  const rudi = await world.person('Rudi', { unit, supervisor: budi.id });
  const hera = await world.person('Hera', { unit: head, roles: ['pegawai', 'hr', 'admin'] });
  const people: Record<string, TestPerson> = { Rina: rina, Budi: budi, Siti: siti, Rudi: rudi, Hera: hera };
  const written: Stated[] = [];
  let counter = 0;
  /** Presses a button of the newest message, where it has it. */
  const press = async (who: TestPerson, label: string) => {
    if (who.last().buttons.includes(label)) await who.press(label, who.last());
  };

  async function write({ by, kind, readers, end }: Extract<Step, { do: 'write' }>): Promise<void> {
    const [who, name] = by === 'budi' ? [budi, 'Budi'] : [rudi, 'Rudi'];
    if (by === 'rudi' && kind === 'note') return;
    const text = `rahasia${++counter}x`;
    const entry: Stated = { text, readers: new Set([name]), note: kind === 'note' };
    written.push(entry);
    await who.say('/umpanbalik Siti');
    await who.press(KINDS[kind]);
    await who.say(`${text} #akuntabel`);
    const choices = who.last().buttons.filter((label) => label.includes('dan Anda'));
    if (choices.length > 0) await who.press(choices[readers % choices.length]!);
    const said = who.last().text;
    await press(who, kind === 'note' && end !== 'Batal' ? 'Simpan catatan' : end);
    if (end === 'Bagikan' && kind !== 'note') promise(entry, said, name);
  }

  /** What was stated before sending is the promise. */
  function promise(entry: Stated, said: string, author: string): void {
    const line = said.split('\n').find((one) => one.startsWith('Akan dibaca'))!;
    for (const name of ['Siti', 'Budi']) if (line.includes(name)) entry.readers.add(name);
    if (line.includes('satu tim') && author === 'Budi') entry.readers.add('Rudi');
  }

  for (const one of steps) {
    if (one.do === 'write') await write(one);
    else if (one.do === 'say') await Object.values(people)[one.by]!.say(one.text);
    else {
      await budi.say('/umpanbalik draf');
      if (one.do === 'withdraw') {
        const receipt = budi.messages.findLast((m) => m.buttons.includes('Tarik kembali'));
        if (!receipt) continue;
        await budi.press('Tarik kembali', receipt);
        if (budi.messages.some((m) => m.buttons.includes('Ya, tarik kembali')))
          await budi.press('Ya, tarik kembali');
        continue;
      }
      if (!budi.last().buttons.includes('Buka 1')) continue;
      await budi.press('Buka 1', budi.last());
      const said = budi.last().text;
      await press(budi, one.do === 'share_draft' ? 'Bagikan' : 'Hapus');
      const entry = written.find(({ text }) => said.includes(text));
      if (entry && one.do === 'share_draft') promise(entry, said, 'Budi');
    }
    await check();
  }

  async function check(): Promise<void> {
    const outbox = await world.store.all(notices);
    const beside = JSON.stringify([
      outbox.filter(({ kind }) => kind !== 'reply'),
      await world.store.all(trail),
    ]);
    const shared = JSON.stringify([
      await sharedFeedbackAbout(world.store, siti.id, '2026-01-01', '2026-12-31'),
      await world.store.all(receivedFeedback({ employeeId: siti.id })),
      await world.store.all(givenFeedback({ authorId: budi.id })),
    ]);
    for (const { text, note } of written) {
      expect(beside).not.toContain(text);
      if (note) expect(shared).not.toContain(text);
    }
    for (const [name, who] of Object.entries(people)) {
      const row = (await first(world.store, personById({ id: who.id })))!;
      const kit = JSON.stringify(
        await feedbackSince(world.services, siti.id, row, '2026-01-01', '2026-12-31'),
      );
      const seen = JSON.stringify([who.messages, who.form, who.toast]);
      for (const { text, readers, note } of written) {
        if (readers.has(name) && !note) continue;
        expect(kit, `${name} in the kit`).not.toContain(text);
        if (!readers.has(name)) expect(seen, name).not.toContain(text);
      }
    }
  }
  await world.close();
}

describe('drafts, private notes and criticism', () => {
  it('reach only whom their author was told, whatever happens in which order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), play), {
      numRuns: 40,
      seed: 20261123,
      endOnFailure: true,
    });
  }, 60_000);
});
