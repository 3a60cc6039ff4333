import type { Aspect } from '../core/plan/content.ts';

/** The kinds of plans in the sample agency. */
export type DemoPlan = 'leader' | 'office' | 'personnel' | 'health' | 'roads';

/** A work result of a sample plan, with activities that serve it. */
export interface DemoWorkResult {
  title: string;
  additional: boolean;
  superior: number | null;
  indicators: readonly [aspect: Aspect, title: string, target: string, unit: string][];
  /** What is done for it, with the unit of its yield and the most of it in one go. */
  activities: readonly [what: string, unit: string, most: number][];
}

const result = (
  title: string,
  superior: number | null,
  indicators: DemoWorkResult['indicators'],
  activities: DemoWorkResult['activities'],
  additional = false,
): DemoWorkResult => ({ title, additional, superior, indicators, activities });

/** Sample plans; the numbers of their work results count from 1. */
export const demoPlans: Record<DemoPlan, readonly DemoWorkResult[]> = {
  leader: [
    result(
      'Meningkatnya kualitas pelayanan publik',
      null,
      [['kualitas', 'Nilai survei kepuasan masyarakat', '88', 'nilai']],
      [
        ['Memimpin rapat evaluasi pelayanan', 'rapat', 1],
        ['Meninjau loket pelayanan dan menerima masukan warga', 'kunjungan', 2],
        ['Menelaah hasil survei kepuasan masyarakat', 'laporan', 1],
      ],
    ),
    result(
      'Meningkatnya akuntabilitas kinerja perangkat daerah',
      null,
      [
        ['kualitas', 'Nilai SAKIP', '80', 'nilai'],
        ['waktu', 'Laporan kinerja selesai tepat waktu', '12', 'laporan'],
      ],
      [
        ['Memeriksa draf laporan kinerja triwulan', 'laporan', 2],
        ['Rapat koordinasi capaian kinerja dengan kepala bidang', 'rapat', 1],
      ],
    ),
    result(
      'Terlaksananya pembinaan pegawai',
      null,
      [['kuantitas', 'Dialog kinerja dengan bawahan', '48', 'kegiatan']],
      [
        ['Dialog kinerja dengan bawahan', 'orang', 3],
        ['Memberi pengarahan apel pagi', 'kegiatan', 1],
      ],
    ),
  ],
  office: [
    result(
      'Tertatanya arsip dan surat dinas',
      2,
      [
        ['kuantitas', 'Arsip yang ditata', '1200', 'berkas'],
        ['waktu', 'Surat diteruskan pada hari yang sama', '95', 'persen'],
      ],
      [
        ['Menata arsip inaktif ke dalam boks', 'berkas', 40],
        ['Mencatat dan meneruskan surat masuk', 'surat', 25],
        ['Memindai arsip vital', 'lembar', 120],
      ],
    ),
    result(
      'Tersebarnya informasi kegiatan pemerintah daerah',
      1,
      [['kuantitas', 'Berita yang diterbitkan', '144', 'berita']],
      [
        ['Menulis berita kegiatan pimpinan', 'berita', 2],
        ['Mendokumentasikan kunjungan kerja', 'foto', 30],
        ['Menyunting konten media sosial', 'konten', 3],
      ],
    ),
    result(
      'Terselenggaranya rapat pimpinan',
      2,
      [['kualitas', 'Notula selesai paling lambat satu hari', '100', 'persen']],
      [
        ['Menyiapkan bahan rapat pimpinan', 'dokumen', 4],
        ['Menyusun notula rapat', 'notula', 1],
      ],
    ),
    result(
      'Terlaksananya tugas panitia hari jadi kabupaten',
      null,
      [['kuantitas', 'Kegiatan panitia yang diikuti', '10', 'kegiatan']],
      [['Rapat panitia hari jadi kabupaten', 'rapat', 1]],
      true,
    ),
  ],
  personnel: [
    result(
      'Terlayaninya administrasi kepegawaian',
      1,
      [
        ['kuantitas', 'Usul kenaikan pangkat yang diproses', '240', 'berkas'],
        ['waktu', 'Usul selesai paling lama lima hari kerja', '95', 'persen'],
      ],
      [
        ['Memeriksa kelengkapan usul kenaikan pangkat', 'berkas', 15],
        ['Menjawab konsultasi kepegawaian', 'orang', 12],
        ['Memproses usul cuti', 'berkas', 10],
      ],
    ),
    result(
      'Mutakhirnya data pegawai',
      2,
      [['kualitas', 'Data pegawai yang mutakhir', '98', 'persen']],
      [
        ['Memutakhirkan data riwayat pegawai', 'data', 60],
        ['Rekonsiliasi data dengan perangkat daerah', 'unit', 3],
      ],
    ),
    result(
      'Terlaksananya pengelolaan kinerja pegawai',
      2,
      [['kuantitas', 'Perangkat daerah yang didampingi', '30', 'unit']],
      [
        ['Mendampingi penyusunan SKP perangkat daerah', 'orang', 20],
        ['Menyiapkan bahan evaluasi kinerja', 'dokumen', 2],
        ['Memperbaiki gangguan aplikasi kepegawaian', 'kasus', 5],
      ],
    ),
  ],
  health: [
    result(
      'Terlaksananya surveilans penyakit menular',
      1,
      [
        ['kuantitas', 'Penyelidikan epidemiologi', '36', 'kasus'],
        ['waktu', 'Laporan mingguan tepat waktu', '52', 'laporan'],
      ],
      [
        ['Penyelidikan epidemiologi demam berdarah', 'kasus', 3],
        ['Menyusun laporan mingguan surveilans', 'laporan', 1],
        ['Mengambil sampel di lapangan', 'sampel', 8],
      ],
    ),
    result(
      'Meningkatnya cakupan imunisasi dan posyandu',
      1,
      [['kuantitas', 'Posyandu yang dibina', '60', 'unit']],
      [
        ['Pelayanan imunisasi di posyandu', 'orang', 35],
        ['Membina kader posyandu', 'orang', 12],
      ],
    ),
    result(
      'Meningkatnya perilaku hidup bersih dan sehat',
      1,
      [['kuantitas', 'Penyuluhan', '48', 'kegiatan']],
      [
        ['Penyuluhan sanitasi di desa', 'peserta', 45],
        ['Kunjungan rumah keluarga risiko stunting', 'rumah', 6],
        ['Menyiapkan media penyuluhan', 'materi', 2],
      ],
    ),
  ],
  roads: [
    result(
      'Terpeliharanya jalan kabupaten',
      1,
      [
        ['kuantitas', 'Jalan yang dipelihara', '42', 'km'],
        ['biaya', 'Penyerapan anggaran pemeliharaan', '95', 'persen'],
      ],
      [
        ['Mengawasi penambalan jalan', 'titik', 12],
        ['Menghitung volume pekerjaan pemeliharaan', 'dokumen', 2],
        ['Survei kerusakan jalan', 'km', 9],
      ],
    ),
    result(
      'Tersedianya dokumen perencanaan teknis',
      2,
      [['kuantitas', 'Dokumen perencanaan', '18', 'dokumen']],
      [
        ['Menggambar rencana teknis jembatan', 'lembar', 5],
        ['Menyusun rencana anggaran biaya', 'dokumen', 1],
      ],
    ),
    result(
      'Tertanganinya laporan warga tentang jalan',
      1,
      [['waktu', 'Laporan warga ditanggapi dalam tiga hari', '90', 'persen']],
      [
        ['Meninjau lokasi laporan warga', 'titik', 4],
        ['Menjawab laporan warga', 'laporan', 6],
      ],
    ),
  ],
};
