import { describe, it } from 'vitest';
import { insertGoal } from '../../db/queries/goals.ts';
import { updateUnit } from '../../db/queries/people.ts';
import type { DrawnOutFile } from '../../src/core/message.ts';
import { agreed, goal, planned } from '../app/cascade/agency.ts';
import { type TestPerson, uuid } from '../support/world.ts';
import { play } from './transcript.ts';

describe.each(['id', 'en'] as const)('the cascade in %s', (locale) => {
  it('a leader divides their results, an employee makes a contribution a result, and both see the tree', () =>
    play('cascade', locale, async (s) => {
      const { t, world, unit } = s;
      const { matrix, role, tree } = t.cascade;
      const budi: [string, TestPerson] = ['Budi', s.budi];
      const siti: [string, TestPerson] = ['Siti', s.siti];
      await s.says(siti, '/matriks');
      await s.says(budi, '/matriks');
      const common = { unitId: unit, year: 2026, current: true };
      await world.store.commit([
        updateUnit(unit, { leaderId: s.budi.id }),
        insertGoal({
          ...{ ...common, id: uuid('renstra'), kind: 'strategy', number: 1, parentId: null, indicators: [] },
          title: 'Terwujudnya perencanaan yang berkualitas',
        }),
        insertGoal({
          ...{ ...common, id: uuid('pk'), kind: 'agreement', number: 1, parentId: uuid('renstra') },
          title: 'Meningkatnya keselarasan perencanaan',
          indicators: [{ title: 'Keselarasan program', target: '95', unit: 'persen' }],
        }),
      ]);
      await agreed(world, s.budi, [
        planned(1, 'Tersusunnya RKPD yang selaras', goal(uuid('pk'))),
        planned(2, 'Terlaksananya forum konsultasi publik', goal(uuid('pk'))),
      ]);
      await s.says(budi, '/matriks');
      await s.presses(budi, matrix.add(1));
      const [person, method] = [s.budi.form!.fields[1]!.input, s.budi.form!.fields[3]!.input];
      const first = (input: typeof person) => (input.kind === 'choice' ? input.options[0]!.value : '');
      await s.budi.send({
        kind: 'form',
        token: s.budi.form!.token,
        answers: {
          result: [{ choice: '1' }],
          person: [{ choice: first(person) }],
          contribution: [{ text: 'Tersusunnya rancangan awal RKPD' }],
          method: [{ choice: first(method) }],
        },
      });
      s.sees(budi);
      await s.says(siti, '/matriks');
      await s.presses(budi, matrix.share(1));
      s.sees(siti);
      await s.presses(siti, role.see());
      await s.presses(siti, role.take(null));
      await s.presses(budi, matrix.change());
      await s.presses(budi, '1.1 Siti Aminah');
      await s.presses(budi, matrix.changeMethod());
      await s.presses(budi, matrix.withdraw());
      await s.presses(budi, matrix.back());
      await s.says(siti, '/pohon');
      await s.says(budi, '/pohon');
      await s.presses(budi, tree.picture());
      const [file] = s.budi.last().message.files as DrawnOutFile[];
      s.does('(Budi)', '', `${file!.name} (${file!.mime})`);
      await s.says(siti, '/pohon perencanaan');
      await s.presses(budi, matrix.change());
      await s.presses(budi, '1.1 Siti Aminah');
      await s.presses(budi, matrix.withdraw());
      await s.presses(budi, matrix.withdrawYes());
      s.sees(siti);
      await s.says(siti, '/matriks');
    }));
});
