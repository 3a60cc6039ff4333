import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../src/core/import/people.ts';
import { nip, tableOf } from './builders.ts';

const columns = ['nip', 'nama', 'unit', 'jenjang', 'memimpin', 'unit_mandiri'];
const row = (serial: number, other: Record<string, string>) => ({
  ...{ nip: nip(serial), nama: `Pegawai ${serial}`, unit: 'Sekretariat' },
  ...other,
});
const read = (...rows: Record<string, string>[]) =>
  readPeople(tableOf(columns, rows), {
    today: '2026-11-23',
    known: { nips: [], units: [{ name: 'Bidang A', parent: null }] },
  });

describe('levels and leaders in a people file', () => {
  it('are read with the spelling of the stored unit', () => {
    const { people, problems } = read(
      row(1, { jenjang: 'Administrator', memimpin: 'bidang a', unit_mandiri: 'ya' }),
      row(2, { memimpin: 'Sekretariat' }),
    );
    expect(problems).toEqual([]);
    expect(people).toMatchObject([
      { level: 'administrator', leads: 'Bidang A', independent: true },
      { level: null, leads: 'Sekretariat', independent: null },
    ]);
  });

  it('are refused with the line and the column', () => {
    const { problems } = read(
      row(1, { jenjang: 'Jagoan', memimpin: 'Bidang B' }),
      row(2, { memimpin: 'Bidang A', unit_mandiri: 'entah' }),
      row(3, { memimpin: 'BIDANG A' }),
      row(4, { unit_mandiri: 'tidak' }),
    );
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'jenjang', 'level'],
      [2, 'memimpin', 'leads_unknown'],
      [3, 'unit_mandiri', 'yes_no'],
      [4, 'memimpin', 'leads_conflict'],
      [5, 'unit_mandiri', 'independent_without_unit'],
    ]);
  });
});
