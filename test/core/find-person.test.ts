import { expect, it } from 'vitest';
import { findPerson, peopleMeant } from '../../src/core/find-person.ts';

const person = (name: string, unitName: string, nip: string, active = true) => ({
  ...{ id: name, nip, name, unitId: unitName, unitName, supervisorId: null, active },
});
const PEOPLE = [
  person('Siti Aminah', 'Bidang Perencanaan', '199001012015012001'),
  person('Siti Rahma', 'Sekretariat', '199001012015012002'),
  person('Siti', 'Sekretariat', '199001012015012003'),
  person('Budi Santoso', 'Sekretariat', '199001012015011004', false),
];

it.each([
  ['siti', ['Siti']],
  ['Siti  Aminah', ['Siti Aminah']],
  ['rahma', ['Siti Rahma']],
  ['siti r', ['Siti Rahma']],
  ['siti sekretariat', ['Siti Rahma', 'Siti']],
  ['siti, bidang perencanaan', ['Siti Aminah']],
  ['1990 0101 2015 0120 02', ['Siti Rahma']],
  ['sekretariat', []],
  ['minah', []],
  ['-', []],
  ['budi', []],
  [' ', []],
])('%j means %j', (text, names) => {
  expect(peopleMeant(text, PEOPLE).map(({ name }) => name)).toEqual(names);
});

it('names one, or those whom it may be', () => {
  expect(findPerson('aminah', PEOPLE)).toMatchObject({ ok: true, person: { name: 'Siti Aminah' } });
  expect(findPerson('siti sekretariat', PEOPLE)).toMatchObject({ ok: false, problem: 'several' });
  expect(findPerson('Dewi', PEOPLE)).toMatchObject({ ok: false, problem: 'unknown', candidates: [] });
});
