import type { PositionLevel, Role } from '../../core/model.ts';
import type { DemoPlan } from './plan-texts.ts';

/** Employee numbers of the people of the sample agency; everybody is invented. */
export const cast = {
  bambang: '196903151995031001',
  siti: '198803042011012004',
  rizky: '199509172023211008',
  hendra: '197312011998031006',
  ratna: '197407222000032002',
  dewi: '199002252014032005',
  yusuf: '199306132019031007',
  suryani: '197105092001122001',
  wayan: '198011182006041003',
  andi: '199401082022212011',
  baso: '199112202023211015',
  yohanes: '197208301999031005',
  maria: '198705262015022003',
  agustinus: '199810032024211021',
} as const;

/** Who plays in the sample agency. */
export type Player = keyof typeof cast;

/** A unit of the sample agency. */
export interface DemoUnit {
  key: string;
  name: string;
  parent: string | null;
  zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  leader: Player;
}

/** A person of the sample agency. */
export interface DemoPerson {
  who: Player;
  name: string;
  position: string;
  level: PositionLevel;
  unit: string;
  supervisor: Player | null;
  roles: Role[];
  /** What they plan; `null`: observers plan nothing. */
  plan: DemoPlan | null;
}

const unit = (
  key: string,
  name: string,
  parent: string | null,
  zone: DemoUnit['zone'],
  leader: Player,
): DemoUnit => ({ key, name, parent, zone, leader });

/** The units: a regency that spans, as no real one does, all three zones of Indonesia. */
export const demoUnits: readonly DemoUnit[] = [
  unit('root', 'Pemerintah Kabupaten Contoh', null, 'Asia/Jakarta', 'bambang'),
  unit('setda', 'Sekretariat Daerah', 'root', 'Asia/Jakarta', 'bambang'),
  unit('bkpsdm', 'Badan Kepegawaian dan Pengembangan SDM', 'root', 'Asia/Jakarta', 'ratna'),
  unit('dinkes', 'Dinas Kesehatan', 'root', 'Asia/Makassar', 'suryani'),
  unit('kesmas', 'Bidang Kesehatan Masyarakat', 'dinkes', 'Asia/Makassar', 'wayan'),
  unit('pu', 'Dinas Pekerjaan Umum', 'root', 'Asia/Jayapura', 'yohanes'),
];

const person = (
  who: Player,
  name: string,
  position: string,
  level: PositionLevel,
  place: Pick<DemoPerson, 'unit' | 'supervisor' | 'plan'>,
  roles: Role[] = ['pegawai'],
): DemoPerson => ({ who, name, position, level, roles, ...place });

const setda = { unit: 'setda', supervisor: 'bambang' } as const;
const bkpsdm = { unit: 'bkpsdm', supervisor: 'ratna', plan: 'personnel' } as const;
const kesmas = { unit: 'kesmas', supervisor: 'wayan' } as const;
const pu = { unit: 'pu', supervisor: 'yohanes', plan: 'roads' } as const;
const under = (key: string, plan: DemoPlan) => ({ unit: key, supervisor: 'bambang', plan }) as const;

/** The people: PNS and PPPK of every role. */
export const demoPeople: readonly DemoPerson[] = [
  person('bambang', 'Drs. Bambang Prasetyo, M.Si.', 'Sekretaris Daerah', 'jpt_pratama', {
    ...{ unit: 'setda', supervisor: null, plan: 'regency' },
  }),
  person('siti', 'Siti Khadijah, A.Md.', 'Arsiparis Terampil', 'terampil', { ...setda, plan: 'archive' }),
  person('rizky', 'Rizky Ramadhan, S.I.Kom.', 'Pranata Humas', 'ahli_pertama', { ...setda, plan: 'press' }),
  person('hendra', 'Hendra Siregar, S.E.', 'Auditor Madya', 'ahli_madya', { ...setda, plan: null }, [
    'pengamat',
  ]),
  person(
    ...(['ratna', 'Ratna Wulandari, S.H., M.H.', 'Kepala Badan', 'jpt_pratama'] as const),
    under('bkpsdm', 'personnel_agency'),
  ),
  person('dewi', 'Dewi Anggraini, S.Psi.', 'Analis SDM Aparatur', 'ahli_muda', bkpsdm, ['pegawai', 'hr']),
  person('yusuf', 'Yusuf Hidayat, S.Kom.', 'Pranata Komputer', 'ahli_pertama', bkpsdm, ['pegawai', 'admin']),
  person(
    ...(['suryani', 'dr. Ni Made Suryani, M.Kes.', 'Kepala Dinas', 'jpt_pratama'] as const),
    under('dinkes', 'health_agency'),
  ),
  person('wayan', 'I Wayan Sudarma, S.K.M.', 'Kepala Bidang', 'administrator', {
    ...{ unit: 'kesmas', supervisor: 'suryani', plan: 'public_health' },
  }),
  person('andi', 'Andi Rahmawati, S.K.M.', 'Epidemiolog Kesehatan', 'ahli_pertama', {
    ...kesmas,
    plan: 'epidemiology',
  }),
  person('baso', 'Baso Tenri, A.Md.Kep.', 'Perawat Terampil', 'terampil', { ...kesmas, plan: 'nursing' }),
  person(
    ...(['yohanes', 'Yohanes Wanggai, S.T., M.T.', 'Kepala Dinas', 'jpt_pratama'] as const),
    under('pu', 'works_agency'),
  ),
  person('maria', 'Maria Kambuaya, S.T.', 'Teknik Jalan dan Jembatan', 'ahli_muda', pu),
  person('agustinus', 'Agustinus Rumbiak, A.Md.T.', 'Pengawas Lapangan', 'terampil', pu),
];

/** The zone of a unit. */
export const zoneOfUnit = (key: string): string => demoUnits.find((one) => one.key === key)!.zone;
