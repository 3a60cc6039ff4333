import type { Role } from '../core/model.ts';
import type { DemoPlan } from './demo-plans.ts';

/** A unit of the sample agency. */
export interface DemoUnit {
  key: string;
  name: string;
  parent: string | null;
  zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
}

/** A person of the sample agency; everybody is invented. */
export interface DemoPerson {
  nip: string;
  name: string;
  position: string;
  unit: string;
  /** NIP of the supervisor. */
  supervisor: string | null;
  roles: Role[];
  /** `null`: has no plan yet. */
  plan: DemoPlan | null;
}

/** The units: a regency that spans, as no real one does, all three zones of Indonesia. */
export const demoUnits: readonly DemoUnit[] = [
  { key: 'root', name: 'Pemerintah Kabupaten Contoh', parent: null, zone: 'Asia/Jakarta' },
  { key: 'setda', name: 'Sekretariat Daerah', parent: 'root', zone: 'Asia/Jakarta' },
  { key: 'bkpsdm', name: 'Badan Kepegawaian dan Pengembangan SDM', parent: 'root', zone: 'Asia/Jakarta' },
  { key: 'dinkes', name: 'Dinas Kesehatan', parent: 'root', zone: 'Asia/Makassar' },
  { key: 'kesmas', name: 'Bidang Kesehatan Masyarakat', parent: 'dinkes', zone: 'Asia/Makassar' },
  { key: 'pu', name: 'Dinas Pekerjaan Umum', parent: 'root', zone: 'Asia/Jayapura' },
];

const sekda = '196903151995031001';
const headOfPersonnel = '197407222000032002';
const headOfHealth = '197105092001122001';
const headOfPublicHealth = '198011182006041003';
const headOfWorks = '197208301999031005';
const staff: Role[] = ['pegawai'];

/** The people: PNS and PPPK of every role. */
export const demoPeople: readonly DemoPerson[] = [
  {
    ...{ nip: sekda, name: 'Drs. Bambang Prasetyo, M.Si.', position: 'Sekretaris Daerah', unit: 'setda' },
    ...{ supervisor: null, roles: staff, plan: 'leader' },
  },
  {
    ...{
      nip: '198803042011012004',
      name: 'Siti Khadijah, A.Md.',
      position: 'Arsiparis Terampil',
      unit: 'setda',
    },
    ...{ supervisor: sekda, roles: staff, plan: 'office' },
  },
  {
    ...{
      nip: '199509172023211008',
      name: 'Rizky Ramadhan, S.I.Kom.',
      position: 'Pranata Humas',
      unit: 'setda',
    },
    ...{ supervisor: sekda, roles: staff, plan: 'office' },
  },
  {
    ...{ nip: '197312011998031006', name: 'Hendra Siregar, S.E.', position: 'Auditor Madya', unit: 'setda' },
    ...{ supervisor: sekda, roles: ['pengamat'], plan: null },
  },
  {
    ...{
      nip: headOfPersonnel,
      name: 'Ratna Wulandari, S.H., M.H.',
      position: 'Kepala Badan',
      unit: 'bkpsdm',
    },
    ...{ supervisor: sekda, roles: staff, plan: 'leader' },
  },
  {
    ...{
      nip: '199002252014032005',
      name: 'Dewi Anggraini, S.Psi.',
      position: 'Analis SDM Aparatur',
      unit: 'bkpsdm',
    },
    ...{ supervisor: headOfPersonnel, roles: ['pegawai', 'hr'], plan: 'personnel' },
  },
  {
    ...{
      nip: '199306132019031007',
      name: 'Yusuf Hidayat, S.Kom.',
      position: 'Pranata Komputer',
      unit: 'bkpsdm',
    },
    ...{ supervisor: headOfPersonnel, roles: ['pegawai', 'admin'], plan: 'personnel' },
  },
  {
    ...{ nip: headOfHealth, name: 'dr. Ni Made Suryani, M.Kes.', position: 'Kepala Dinas', unit: 'dinkes' },
    ...{ supervisor: sekda, roles: staff, plan: 'leader' },
  },
  {
    ...{
      nip: headOfPublicHealth,
      name: 'I Wayan Sudarma, S.K.M.',
      position: 'Kepala Bidang',
      unit: 'kesmas',
    },
    ...{ supervisor: headOfHealth, roles: staff, plan: 'health' },
  },
  {
    ...{
      nip: '199401082022212011',
      name: 'Andi Rahmawati, S.K.M.',
      position: 'Epidemiolog Kesehatan',
      unit: 'kesmas',
    },
    ...{ supervisor: headOfPublicHealth, roles: staff, plan: 'health' },
  },
  {
    ...{
      nip: '199112202023211015',
      name: 'Baso Tenri, A.Md.Kep.',
      position: 'Perawat Terampil',
      unit: 'kesmas',
    },
    ...{ supervisor: headOfPublicHealth, roles: staff, plan: 'health' },
  },
  {
    ...{ nip: headOfWorks, name: 'Yohanes Wanggai, S.T., M.T.', position: 'Kepala Dinas', unit: 'pu' },
    ...{ supervisor: sekda, roles: staff, plan: 'leader' },
  },
  {
    ...{
      nip: '198705262015022003',
      name: 'Maria Kambuaya, S.T.',
      position: 'Teknik Jalan dan Jembatan',
      unit: 'pu',
    },
    ...{ supervisor: headOfWorks, roles: staff, plan: 'roads' },
  },
  {
    ...{
      nip: '199810032024211021',
      name: 'Agustinus Rumbiak, A.Md.T.',
      position: 'Pengawas Lapangan',
      unit: 'pu',
    },
    ...{ supervisor: headOfWorks, roles: staff, plan: null },
  },
];

/** What supervisors of the sample agency say, and how employees answer. */
export const demoRemarks = {
  feedback: [
    'Laporannya jelas. Lain kali sebutkan juga jumlah pesertanya.',
    'Bagus, hasilnya sudah saya teruskan kepada pimpinan.',
    'Mohon lampirkan notula agar mudah ditelusuri.',
    'Pertahankan. Untuk pekan depan, dahulukan yang tenggatnya dekat.',
    'Kalau terkendala data dari unit lain, kabari saya sebelum siang.',
  ],
  reply: [
    'Siap, akan saya lengkapi besok.',
    'Terima kasih atas masukannya.',
    'Baik, notulanya saya unggah sore ini.',
  ],
  returned: [
    'Hasilnya belum disebutkan. Tulis jumlah dan satuannya.',
    'Kegiatan ini lebih cocok untuk RHK lain.',
  ],
};
