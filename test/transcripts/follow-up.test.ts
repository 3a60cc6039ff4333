import { describe, it } from 'vitest';
import { updatePerson } from '../../db/queries/people.ts';
import { addEvaluation, addPastPredicate, evaluationRow } from '../support/evaluations.ts';
import type { TestPerson } from '../support/world.ts';
import { play } from './transcript.ts';

describe.each(['id', 'en'] as const)('what follows from evaluations, in %s', (locale) => {
  it('credit points, talent and award candidates', () =>
    play('follow-up', locale, async (s) => {
      const { t, world, unit } = s;
      const texts = t.followUp;
      const hana: [string, TestPerson] = [
        'Hana',
        await world.person('Hana Wijaya', { unit, roles: ['pegawai', 'hr'], platform: 'slack', locale }),
      ];
      const tono = await world.person('Tono', { unit, linked: false, locale });
      await s.says(['Siti', s.siti], '/kredit');
      await s.says(hana, '/kredit');
      await world.store.commit([
        updatePerson(s.siti.id, { level: 'ahli_pertama' }),
        updatePerson(s.budi.id, { level: 'pengawas' }),
        updatePerson(tono.id, { level: 'terampil' }),
        addEvaluation(evaluationRow(s.siti.id, '2026-Q3', ['above', 'above'])),
        addEvaluation(evaluationRow(s.budi.id, '2025', ['above', 'above'])),
        addEvaluation(evaluationRow(s.siti.id, '2025', ['above', 'above'])),
      ]);
      await addPastPredicate(world.store, s.siti.id, 2024, 'very_good');
      await s.says(hana, '/kredit 2026-Q3 perencanaan');
      await s.presses(hana, texts.level.button(1));
      await s.presses(hana, texts.unrated.button(1));
      await s.says(hana, '/kredit 2020');
      await s.says(hana, '/talenta');
      await s.presses(hana, texts.award.button(2));
    }));
});
