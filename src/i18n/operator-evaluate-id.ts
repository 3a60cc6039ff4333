import type { PastPredicate } from '../core/import/history.ts';
import { predicateId } from './rating-id.ts';

const PREDICATES: Record<PastPredicate, string> = {
  ...predicateId,
  sufficient: 'Cukup',
  poor: 'Kurang',
  bad: 'Buruk',
};

const RATINGS = { above: 'di atas ekspektasi', meets: 'sesuai ekspektasi', below: 'di bawah ekspektasi' };

/** Texts of the commands about older evaluations, in Indonesian. */
export const operatorEvaluateId = {
  help: {
    all: () => 'hitung evaluasi periode lama (2014–2021) dari CSV atau .xlsx; tidak ada yang disimpan',
    file: () => 'berkas CSV atau .xlsx, satu baris satu bagian; contoh: data-files/evaluate-sample.csv',
    weights: () =>
      'bobot SKP/perilaku menurut PP 30/2019: 70/30, atau 60/40 bila rekan dan bawahan ikut menilai',
    conversion: () =>
      'tabel konversi semester I 2021 milik instansi: dari,sampai,nilai_dari,nilai_sampai; tanpa ini dipakai rekonstruksi',
    history: () => 'impor hasil evaluasi masa lalu: nip,periode,nilai,predikat,sumber,resmi',
  },
  predicate: (predicate: PastPredicate) => PREDICATES[predicate],
  misconduct: () => 'Kurang/misconduct',
  nobody: () => 'Tidak ada yang dihitung.',
  badWeights: (text: string) => `Bobot "${text}" tidak dikenal. Pakai 70/30 atau 60/40.`,
  pp46: (planValue: string, behaviour: string, plan: string, weighted: string) =>
    `PP 46/2011 dan Perka BKN 1/2013: 60% × ${planValue} (SKP) + 40% × ${behaviour} (perilaku) = ${plan} + ${weighted}`,
  activities: (values: string[], tasks: number, creativity: number) =>
    `kegiatan ${values.join('; ')}; tugas tambahan +${tasks}; kreativitas +${creativity}`,
  pp30: (weight: number, planValue: string, behaviour: string, plan: string, weighted: string) =>
    `PP 30/2019 dan PermenPANRB 8/2021: ${weight}% × ${planValue} (SKP) + ${100 - weight}% × ${behaviour} (perilaku) = ${plan} + ${weighted}`,
  main: (main: string, additional: string) => `kinerja utama ${main}; kinerja tambahan +${additional}`,
  integration: (converted: string, second: string) =>
    `SE MenPANRB 3/2021: 50% × ${converted} (konversi semester I) + 50% × ${second} (semester II)`,
  official: () => 'SE MenPANRB 3/2021: nilai integrasi resmi, dipakai apa adanya',
  unverified: () =>
    'Perhatian: konversi semester I memakai rekonstruksi yang belum dicocokkan dengan lampiran surat edaran. Pakai nilai resmi, atau berikan tabelnya dengan --conversion.',
  p2022: (results: keyof typeof RATINGS, behaviour: keyof typeof RATINGS) =>
    `PermenPANRB 6/2022: hasil kerja ${RATINGS[results]}, perilaku ${RATINGS[behaviour]}; tanpa angka`,
  refused: (problems: number, evaluated: number) =>
    `${problems} masalah; ${evaluated} evaluasi lain dihitung. Perbaiki berkasnya, lalu ulangi.`,
  field: (field: 'value' | 'predicate' | 'source' | 'official') =>
    ({ value: 'nilai', predicate: 'predikat', source: 'sumber', official: 'resmi' })[field],
};
