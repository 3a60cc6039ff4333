import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownPeople, readPeople } from '../../../src/core/import/people.ts';
import { nip, tableOf, today } from './builders.ts';

const columns = [
  'nip',
  'nama',
  'jabatan',
  'unit',
  'induk_unit',
  'atasan_nip',
  'email',
  'peran',
  'zona',
  'jenjang',
];
const nobody: KnownPeople = { nips: [] };

function person(serial: number, other: Record<string, string> = {}): Record<string, string> {
  return { nip: nip(serial), nama: `Pegawai ${serial}`, unit: 'Sekretariat', ...other };
}

function read(rows: Record<string, string>[], known = nobody, header: readonly string[] = columns) {
  return readPeople(tableOf(header, rows), { today, known });
}

describe('a people file without faults', () => {
  it('gives every person with roles, zone, unit and supervisor', () => {
    const { people, units, problems, warnings } = read([
      person(1, {
        ...{ nama: ' Siti  Aminah, S.Sos. ', jabatan: 'Sekretaris', induk_unit: 'Dinas Kominfo' },
        ...{
          atasan_nip: '19860926 201505 1 002',
          email: 'Siti@Kab.go.id',
          peran: 'HR+pegawai',
          zona: 'wita',
          jenjang: 'Ahli Muda',
        },
      }),
      person(2, { unit: 'Dinas Kominfo' }),
    ]);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(people).toEqual([
      {
        ...{ line: 2, nip: nip(1), name: 'Siti Aminah, S.Sos.', position: 'Sekretaris', unit: 'Sekretariat' },
        ...{
          supervisorNip: nip(2),
          email: 'siti@kab.go.id',
          roles: ['pegawai', 'hr'],
          zone: 'Asia/Makassar',
          level: 'ahli_muda',
        },
        ...{ leads: null, independent: null },
      },
      {
        ...{ line: 3, nip: nip(2), name: 'Pegawai 2', position: '', unit: 'Dinas Kominfo' },
        ...{ supervisorNip: null, email: null, roles: ['pegawai'], zone: null },
        ...{ level: null, leads: null, independent: null },
      },
    ]);
    expect(units).toEqual([
      { line: 2, name: 'Sekretariat', parent: 'Dinas Kominfo' },
      { line: 2, name: 'Dinas Kominfo', parent: null },
    ]);
  });

  it('says which columns it has, so that the others can stay as they are stored', () => {
    expect(read([person(1)], nobody, ['unit', 'nama', 'nip', 'catatan'])).toMatchObject({
      columns: ['nip', 'nama', 'unit'],
      warnings: [{ line: 1, column: 'catatan', code: 'unknown_column' }],
    });
  });

  it('may have people without a supervisor and a dash where nothing is known', () => {
    const dashes = { jabatan: '-', induk_unit: '-', atasan_nip: '-', email: '-', peran: '-', zona: '-' };
    expect(read([person(1, dashes)])).toMatchObject({
      people: [{ position: '', supervisorNip: null, email: null, roles: ['pegawai'], zone: null }],
      problems: [],
    });
  });

  it('warns of an unusual age and still takes the person', () => {
    const { people, warnings } = read([person(1, { nip: '199806012015051001' })]);
    expect(people).toHaveLength(1);
    expect(warnings).toEqual([
      {
        ...{ line: 2, column: 'nip', code: 'employee_number_unusual', value: '199806012015051001' },
        warning: { code: 'young_at_appointment', age: 16 },
      },
    ]);
  });
});

describe('a faulty cell is named by line and column', () => {
  it.each([
    [{ nip: '' }, { column: 'nip', code: 'empty' }],
    [{ nama: '' }, { column: 'nama', code: 'empty' }],
    [{ nama: '-' }, { column: 'nama', code: 'empty' }],
    [{ unit: '' }, { column: 'unit', code: 'empty' }],
    [
      { nip: '1234' },
      { column: 'nip', code: 'employee_number', value: '1234', problem: { code: 'length', digits: 4 } },
    ],
    [
      { nip: '1.98609E+17' },
      { column: 'nip', code: 'employee_number_lost_digits', value: '1.98609E+17', form: 'scientific' },
    ],
    [
      { nip: '198609262015051000' },
      { column: 'nip', code: 'employee_number_lost_digits', value: '198609262015051000', form: 'rounded' },
    ],
    [
      { atasan_nip: '1,98609E+17' },
      { column: 'atasan_nip', code: 'employee_number_lost_digits', value: '1,98609E+17', form: 'scientific' },
    ],
    [
      { atasan_nip: 'Budi' },
      { column: 'atasan_nip', code: 'employee_number', value: 'Budi', problem: { code: 'characters' } },
    ],
    [{ atasan_nip: nip(9) }, { column: 'atasan_nip', code: 'supervisor_unknown', value: nip(9) }],
    [{ atasan_nip: nip(2) }, { column: 'atasan_nip', code: 'supervisor_self', value: nip(2) }],
    [{ email: 'siti@kantor' }, { column: 'email', code: 'email', value: 'siti@kantor' }],
    [{ email: 'a@b.go.id; c@d.go.id' }, { column: 'email', code: 'email', value: 'a@b.go.id; c@d.go.id' }],
    [{ peran: 'pegawai+bos' }, { column: 'peran', code: 'role', value: 'bos' }],
    [{ jenjang: 'jagoan' }, { column: 'jenjang', code: 'level', value: 'jagoan' }],
    [{ zona: 'Asia/Tokyo' }, { column: 'zona', code: 'zone', value: 'Asia/Tokyo' }],
  ])('%o', (fault, problem) => {
    const { problems, people } = read([person(1), person(2, fault), person(3)]);
    expect(problems).toEqual([{ line: 3, ...problem }]);
    expect(people.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('with all its faults at once, in the order of the file', () => {
    const { problems } = read([person(1, { zona: 'x', email: 'y' }), person(1, { nama: '' })]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'email'],
      [2, 'zone'],
      [3, 'empty'],
      [3, 'duplicate_employee'],
    ]);
  });
});

describe('what must be unique in a file', () => {
  it('names both lines of an employee who comes twice, however the number is written', () => {
    expect(read([person(1), person(2), person(1, { nip: '19860926.201505.1.001' })]).problems).toEqual([
      { line: 4, column: 'nip', code: 'duplicate_employee', value: nip(1), firstLine: 2 },
    ]);
  });

  it('names both lines of an e-mail that comes twice, whatever its capitals', () => {
    expect(read([person(1, { email: 'a@b.go.id' }), person(2, { email: 'A@B.go.id' })]).problems).toEqual([
      { line: 3, column: 'email', code: 'duplicate_email', value: 'a@b.go.id', firstLine: 2 },
    ]);
  });
});

describe('supervisors', () => {
  const under = (serial: number) => ({ atasan_nip: nip(serial) });

  it('may be stored already and not in the file', () => {
    const known = { nips: [{ nip: nip(9), supervisorNip: null }] };
    expect(read([person(1, under(9))], known).problems).toEqual([]);
  });

  it('in a row with other faults are not reported as unknown too', () => {
    expect(read([person(1, under(2)), person(2, { email: 'x' })]).problems).toMatchObject([
      { code: 'email' },
    ]);
  });

  it('form a cycle over stored people', () => {
    const known = { nips: [{ nip: nip(2), supervisorNip: nip(1) }] };
    expect(read([person(1, under(2))], known).problems).toEqual([
      {
        ...{ line: 2, column: 'atasan_nip', code: 'supervisor_cycle', value: nip(2) },
        cycle: [nip(1), nip(2)],
      },
    ]);
  });

  it('form no cycle where the file replaces the stored supervisor, even by none', () => {
    const known = { nips: [{ nip: nip(2), supervisorNip: nip(1) }] };
    expect(read([person(1, under(2)), person(2)], known).problems).toEqual([]);
  });

  it('stay as stored where the file has no such column', () => {
    const known = { nips: [1, 2].map((n) => ({ nip: nip(n), supervisorNip: nip(3 - n) })) };
    expect(read([person(1)], known, ['nip', 'nama', 'unit']).problems).toEqual([]);
  });

  it('who form a cycle among stored people alone are not this file’s fault', () => {
    const known = { nips: [1, 2].map((n) => ({ nip: nip(n), supervisorNip: nip(3 - n) })) };
    expect(read([person(3, under(1))], known).problems).toEqual([]);
  });

  it('who form a cycle are always found, once, whatever its length, its start and who is stored', () => {
    const ring = fc.record({
      length: fc.integer({ min: 2, max: 30 }),
      turn: fc.nat(29),
      stored: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    });
    fc.assert(
      fc.property(ring, ({ length, turn, stored }) => {
        const members = Array.from({ length }, (_, at) => ((at + turn) % length) + 1);
        const next = (n: number) => (n % length) + 1;
        // The first member is always in the file.
        const inFile = members.filter((_, at) => at === 0 || !stored[at]);
        const known = members
          .filter((n) => !inFile.includes(n))
          .map((n) => ({ nip: nip(n), supervisorNip: nip(next(n)) }));
        const rows = [person(500), ...inFile.map((n) => person(n, under(next(n)))), person(501, under(1))];
        const { problems } = read(rows, { nips: known });
        const cycle = Array.from({ length }, (_, at) => nip(((members[0]! - 1 + at) % length) + 1));
        expect(problems).toEqual([
          { line: 3, column: 'atasan_nip', code: 'supervisor_cycle', value: cycle[1], cycle },
        ]);
      }),
    );
  });

  it('in any tree over any order of rows are no problem', () => {
    const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parents, fc.boolean(), (nats, reversed) => {
        const rows = nats.map((nat, at) => person(at + 1, at === 0 ? {} : under((nat % at) + 1)));
        const { problems, people } = read(reversed ? rows.toReversed() : rows);
        expect(problems).toEqual([]);
        expect(people).toHaveLength(rows.length);
      }),
    );
  });
});

describe('units', () => {
  const of = (unit: string, induk_unit = '') => ({ unit, induk_unit });

  it('that differ in capitals only are one, in the spelling that is stored', () => {
    const known = { nips: [], units: [{ name: 'Bagian Umum', parent: 'Setda' }] };
    const { units, people } = read(
      [person(1, of('BAGIAN UMUM', 'setda')), person(2, of('bagian umum'))],
      known,
    );
    expect(people.map(({ unit }) => unit)).toEqual(['Bagian Umum', 'Bagian Umum']);
    expect(units.map(({ name, parent }) => [name, parent])).toEqual([
      ['Bagian Umum', 'setda'],
      ['setda', null],
    ]);
  });

  it('may have their parent named in one row only', () => {
    const { units, problems } = read([person(1, of('Bidang A')), person(2, of('Bidang A', 'Dinas'))]);
    expect(problems).toEqual([]);
    expect(units).toContainEqual({ line: 3, name: 'Bidang A', parent: 'Dinas' });
  });

  it('with two parents name both lines', () => {
    const rows = [person(1, of('Bidang A', 'Dinas X')), person(2, of('Bidang A', 'Dinas Y'))];
    expect(read(rows).problems).toEqual([
      {
        ...{ line: 3, column: 'induk_unit', code: 'unit_parent_conflict', value: 'Dinas Y' },
        ...{ firstLine: 2, firstValue: 'Dinas X' },
      },
    ]);
  });

  it('that are their own parent are a cycle of one', () => {
    expect(read([person(1, of('Dinas', 'Dinas'))]).problems).toEqual([
      { line: 2, column: 'induk_unit', code: 'unit_cycle', value: 'Dinas', cycle: ['Dinas'] },
    ]);
  });

  it('form a cycle over stored units', () => {
    const known = { nips: [], units: [{ name: 'Dinas', parent: 'Bidang' }] };
    expect(read([person(1, of('Bidang', 'Dinas'))], known).problems).toEqual([
      { line: 2, column: 'induk_unit', code: 'unit_cycle', value: 'Bidang', cycle: ['Bidang', 'Dinas'] },
    ]);
  });

  it('form a cycle of any length, which is found once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (length) => {
        const rows = Array.from({ length }, (_, at) => person(at + 1, of(`U${at}`, `U${(at + 1) % length}`)));
        const cycle = rows.map(({ unit }) => unit);
        expect(read(rows).problems).toEqual([
          { line: 2, column: 'induk_unit', code: 'unit_cycle', value: 'U0', cycle },
        ]);
      }),
    );
  });
});
