import { PEOPLE, type Who } from '../people.ts';

/** The year that the people live through. */
export const YEAR = 2026;
/** The unit whose year it is, the one beside it, and the one above both. */
export const UNIT = 'Bidang Perencanaan';
export const OTHER_UNIT = 'Bidang Evaluasi';
export const TOP_UNIT = 'Dinas Perencanaan';
/** The four employees of the unit. */
export const STAFF = ['siti', 'dewi', 'rina', 'joko'] as const;

/** One of the four employees. */
export type Staff = (typeof STAFF)[number];

/** Wulan is the head; Budi leads the unit with its four staff, or from May on Agus, who changes places with him. */
export function yearPeople(zone: string, leader: 'budi' | 'agus' = 'budi'): string {
  const row = (
    who: Who,
    position: string,
    unit: string,
    above: Who | null,
    { role = 'pegawai', level = '', leads = '' },
  ) => {
    const { nip, name, email } = PEOPLE[who];
    const parent = unit === TOP_UNIT ? '' : TOP_UNIT;
    const supervisor = above ? PEOPLE[above].nip : '';
    const independent = leads === TOP_UNIT ? 'ya' : '';
    return [nip, name, position, unit, parent, supervisor, email, role, zone, level, leads, independent].join(
      ',',
    );
  };
  const administrator = (unit: string) => ({ level: 'administrator', leads: unit });
  const other = leader === 'budi' ? 'agus' : 'budi';
  return [
    'nip,nama,jabatan,unit,induk_unit,atasan_nip,email,peran,zona,jenjang,memimpin,unit_mandiri',
    row('wulan', 'Kepala Dinas', TOP_UNIT, null, { level: 'jpt_pratama', leads: TOP_UNIT }),
    row('hera', 'Analis SDM', TOP_UNIT, 'wulan', { role: 'hr', level: 'ahli_muda' }),
    row(leader, 'Kepala Bidang Perencanaan', UNIT, 'wulan', administrator(UNIT)),
    row(other, 'Kepala Bidang Evaluasi', OTHER_UNIT, 'wulan', administrator(OTHER_UNIT)),
    ...STAFF.map((who) => row(who, 'Perencana', UNIT, leader, { level: 'ahli_pertama' })),
    '',
  ].join('\n');
}

/** The goals: those of the strategic plan, and those that the head and the unit have agreed upon for the year. */
export function agreementFile(): string {
  return [
    'unit,tahun,jenis,nomor,sasaran,iku,target,satuan,induk_unit,induk_nomor',
    `${TOP_UNIT},${YEAR},renstra,1,Terwujudnya perencanaan yang berkualitas,Indeks perencanaan,90,indeks,,`,
    `${TOP_UNIT},${YEAR},pk,1,Meningkatnya mutu perencanaan daerah,Program selaras,95,persen,,1`,
    `${UNIT},${YEAR},pk,1,Meningkatnya keselarasan program,Program selaras,95,persen,${TOP_UNIT},1`,
    '',
  ].join('\n');
}

/** The plans that personnel has already: those of the head and of the leader beside. */
export function plansOfTheTop(): string {
  const row = (who: Who, number: number, title: string, above: string, perspective: string) =>
    [
      PEOPLE[who].nip,
      YEAR,
      'utama',
      number,
      title,
      above,
      'kuantitas',
      'Persentase',
      95,
      'persen',
      perspective,
    ].join(',');
  return [
    'nip,tahun,jenis,rhk_no,rhk,rhk_atasan_no,aspek,iki,target,satuan,perspektif',
    row('wulan', 1, 'Meningkatnya mutu perencanaan daerah', '', 'penerima layanan'),
    row('wulan', 2, 'Meningkatnya tertib evaluasi', '', 'proses bisnis'),
    row('agus', 1, 'Terlaksananya evaluasi program', '2', ''),
    '',
  ].join('\n');
}

/** What the agency decides differently from what is usual: the team may read praise. */
export function agencyRules(): string {
  return 'effective_from: 2026-01-05\nagency:\n  public_praise: ya\n';
}
