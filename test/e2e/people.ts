import { localMinute } from '../../src/core/local-time.ts';

/** Who works in the agency of these tests. */
export const PEOPLE = {
  budi: { nip: '198001012005011001', name: 'Budi Santoso', email: 'budi@example.go.id' },
  siti: { nip: '199002022015012002', name: 'Siti Aminah', email: 'siti@example.go.id' },
  dewi: { nip: '199103032016012003', name: 'Dewi Lestari', email: 'dewi@example.go.id' },
  rina: { nip: '199204042017012004', name: 'Rina Kartika', email: 'rina@example.go.id' },
  agus: { nip: '198505052010011005', name: 'Agus Salim', email: 'agus@example.go.id' },
  hera: { nip: '198503032010012003', name: 'Hera Wati', email: 'hera@example.go.id' },
  wulan: { nip: '197207121998032001', name: 'Wulan Pratiwi', email: 'wulan@example.go.id' },
  joko: { nip: '199308172019031006', name: 'Joko Susilo', email: 'joko@example.go.id' },
} as const;

/** The short names of the people. */
export type Who = keyof typeof PEOPLE;

/** Budi leads Siti and Dewi, Agus leads Rina, Hera is in charge of personnel. */
export function peopleFile(zone: string): string {
  const row = (who: Who, position: string, unit: string, supervisor: Who | null, role: string) => {
    const { nip, name, email } = PEOPLE[who];
    const above = supervisor ? PEOPLE[supervisor].nip : '';
    return [nip, name, position, unit, '', above, email, role, zone].join(',');
  };
  return [
    'nip,nama,jabatan,unit,induk_unit,atasan_nip,email,peran,zona',
    row('budi', 'Kepala Bidang', 'Bidang A', null, 'pegawai'),
    row('siti', 'Analis', 'Bidang A', 'budi', 'pegawai'),
    row('dewi', 'Analis', 'Bidang A', 'budi', 'pegawai'),
    row('agus', 'Kepala Bidang', 'Bidang B', null, 'pegawai'),
    row('rina', 'Analis', 'Bidang B', 'agus', 'pegawai'),
    row('hera', 'Analis SDM', 'Bagian Kepegawaian', null, 'hr'),
    '',
  ].join('\n');
}

/** Siti's plan: two work results. */
export function plansFile(year: number): string {
  const { nip } = PEOPLE.siti;
  return [
    'nip,tahun,jenis,rhk_no,rhk,rhk_atasan_no,aspek,iki,target,satuan',
    `${nip},${year},utama,1,Tersusunnya laporan,1,kuantitas,Jumlah laporan,12,laporan`,
    `${nip},${year},utama,2,Terlaksananya rapat,1,kuantitas,Jumlah rapat,24,rapat`,
    '',
  ].join('\n');
}

/**
 * A zone of Indonesia in which a test that begins now sees neither midnight nor the usual prompt (15:30) pass.
 *
 * The three zones are an hour apart, so one of them always fits.
 */
export function calmZone(now = Date.now()): { short: 'WIB' | 'WITA' | 'WIT'; name: string } {
  const zones = [
    { short: 'WIB', name: 'Asia/Jakarta' },
    { short: 'WITA', name: 'Asia/Makassar' },
    { short: 'WIT', name: 'Asia/Jayapura' },
  ] as const;
  const far = (minute: number, from: number) => minute < from || minute >= from + 20;
  const calm = ({ name }: { name: string }) => {
    const minute = localMinute(now, name);
    return minute >= 20 && far(minute, 23 * 60 + 40) && far(minute, 15 * 60 + 15);
  };
  return zones.find(calm) ?? zones[0];
}
