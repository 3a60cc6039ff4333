import type { EmployeeNumberWarning } from '../employee-number.ts';
import type { PositionLevel, Role } from '../model.ts';
import { type EmployeeCellProblem, readEmployeeCell } from './employee-cell.ts';
import { parseEmail, parseRoles, parseZone, type Zone } from './person-fields.ts';
import { parseLevel, parseYesNo } from './position-level.ts';
import { type ColumnRow, type ColumnSpec, optionalText, type Place, synonymsOf } from './table.ts';

/** Columns of the people file. */
export type PeopleColumn =
  | 'nip'
  | 'nama'
  | 'jabatan'
  | 'unit'
  | 'induk_unit'
  | 'atasan_nip'
  | 'email'
  | 'peran'
  | 'zona'
  | 'jenjang'
  | 'memimpin'
  | 'unit_mandiri';

/** One person as the file has them; a field whose column the file lacks has its default. */
export interface PersonRow {
  line: number;
  /** 18 digits. */
  nip: string;
  name: string;
  /** Position (jabatan), `''` where none is given. */
  position: string;
  unit: string;
  /** 18 digits, of somebody in the file or known. */
  supervisorNip: string | null;
  /** In small letters. */
  email: string | null;
  roles: Role[];
  /** `null`: that of the unit or the agency. */
  zone: Zone | null;
  /** `null` where none is given. */
  level: PositionLevel | null;
  /** Name of the unit that the person leads. */
  leads: string | null;
  /** Whether that unit is independent (unit kerja mandiri); `null` where the file does not say. */
  independent: boolean | null;
}

/** What is wrong in one cell of a people file. */
export type PersonProblem =
  | EmployeeCellProblem
  /** A cell that must be filled: `nip`, `nama` or `unit`. */
  | (Place & { code: 'empty' })
  | (Place & { code: 'email'; value: string })
  /** One problem for each word that is no role. */
  | (Place & { code: 'role'; value: string })
  | (Place & { code: 'zone'; value: string })
  | (Place & { code: 'level'; value: string })
  | (Place & { code: 'yes_no'; value: string })
  /** `unit_mandiri` is filled, and `memimpin` is not. */
  | (Place & { code: 'independent_without_unit' });

/** An unusual employee number, which can be stored all the same. */
export type PersonWarning = Place & {
  code: 'employee_number_unusual';
  value: string;
  warning: EmployeeNumberWarning;
};

/** The columns of the people file, with other headings under which they are found. */
export const peopleColumns: ColumnSpec<PeopleColumn> = {
  required: ['nip', 'nama', 'unit'],
  optional: [
    ...(['jabatan', 'induk_unit', 'atasan_nip', 'email', 'peran', 'zona'] as const),
    ...(['jenjang', 'memimpin', 'unit_mandiri'] as const),
  ],
  synonyms: synonymsOf<PeopleColumn>({
    nip: ['nip_pegawai', 'nip_baru', 'nip_nippk', 'employee_number'],
    nama: ['nama_pegawai', 'nama_lengkap', 'name'],
    jabatan: ['nama_jabatan', 'position'],
    unit: ['unit_kerja', 'nama_unit', 'opd', 'skpd', 'perangkat_daerah'],
    induk_unit: ['unit_induk', 'induk', 'unit_kerja_induk', 'induk_unit_kerja', 'parent_unit'],
    atasan_nip: ['nip_atasan', 'nip_atasan_langsung', 'nip_pejabat_penilai', 'supervisor_nip'],
    email: ['e_mail', 'surel', 'alamat_email'],
    peran: ['role', 'roles', 'hak_akses'],
    zona: ['zona_waktu', 'time_zone', 'timezone', 'zone'],
    jenjang: ['jenjang_jabatan', 'level', 'position_level'],
    memimpin: ['pimpinan_unit', 'unit_dipimpin', 'leads', 'leads_unit'],
    unit_mandiri: ['mandiri', 'unit_kerja_mandiri', 'independent'],
  }),
};

/** Reads one row of the people file by itself; `nip` is `''` in the person where it is wrong. */
export function readPersonRow(
  { line, cells }: ColumnRow<PeopleColumn>,
  today: string,
): { person: PersonRow; problems: PersonProblem[]; warnings: PersonWarning[] } {
  const problems: PersonProblem[] = [];
  const warnings: PersonWarning[] = [];
  for (const column of peopleColumns.required)
    if (cells[column] === '') problems.push({ line, column, code: 'empty' });

  const readNip = (column: 'nip' | 'atasan_nip'): string | null => {
    const value = cells[column];
    if (value === '') return null;
    const read = readEmployeeCell(value, { line, column }, today);
    if (!read.ok) problems.push(read.problem);
    else if (column === 'nip')
      for (const warning of read.warnings)
        warnings.push({ line, column, code: 'employee_number_unusual', value, warning });
    return read.ok ? read.nip : null;
  };
  const nip = readNip('nip') ?? '';
  const supervisorNip = readNip('atasan_nip');

  const emailText = optionalText(cells.email);
  const email = emailText === null ? null : parseEmail(emailText);
  if (emailText !== null && email === null)
    problems.push({ line, column: 'email', code: 'email', value: emailText });
  const { roles, unknown } = parseRoles(cells.peran);
  for (const value of unknown) problems.push({ line, column: 'peran', code: 'role', value });
  const zoneText = optionalText(cells.zona);
  const zone = zoneText === null ? null : parseZone(zoneText);
  if (zoneText !== null && zone === null)
    problems.push({ line, column: 'zona', code: 'zone', value: zoneText });

  const levelText = optionalText(cells.jenjang);
  const level = levelText === null ? null : parseLevel(levelText);
  if (levelText !== null && level === null)
    problems.push({ line, column: 'jenjang', code: 'level', value: levelText });
  const leads = optionalText(cells.memimpin);
  const independentText = optionalText(cells.unit_mandiri);
  const independent = independentText === null ? null : parseYesNo(independentText);
  if (independentText !== null && independent === null)
    problems.push({ line, column: 'unit_mandiri', code: 'yes_no', value: independentText });
  else if (independent !== null && leads === null)
    problems.push({ line, column: 'unit_mandiri', code: 'independent_without_unit' });

  const position = optionalText(cells.jabatan) ?? '';
  const person = {
    line,
    nip,
    name: cells.nama,
    position,
    unit: cells.unit,
    supervisorNip,
    email,
    roles,
    zone,
    ...{ level, leads, independent },
  };
  return { person, problems, warnings };
}
