import type { DemoWorkResult } from './plan-texts.ts';

const discipline = (goal: number): DemoWorkResult => ({
  title: 'Terlaksananya pembinaan kinerja pegawai',
  supports: { goal },
  perspective: 'penguatan_internal',
  indicators: [['kuantitas', 'Dialog kinerja dengan pegawai yang dipimpin', '48', 'kegiatan']],
  activities: [
    ['Dialog kinerja dengan pegawai', 'orang', 3],
    ['Memberi pengarahan apel pagi', 'kegiatan', 1],
  ],
});

/** Plans of those who lead units. */
export const leaderPlans = {
  regency: [
    {
      title: 'Meningkatnya kualitas pelayanan publik daerah',
      supports: { goal: 1 },
      perspective: 'penerima_layanan',
      indicators: [['kualitas', 'Indeks kepuasan masyarakat', '88', 'nilai']],
      activities: [
        ['Memimpin rapat evaluasi pelayanan', 'rapat', 1],
        ['Meninjau loket pelayanan dan menerima masukan warga', 'kunjungan', 2],
        ['Menelaah hasil survei kepuasan masyarakat', 'laporan', 1],
      ],
    },
    {
      title: 'Meningkatnya akuntabilitas kinerja perangkat daerah',
      supports: { goal: 2 },
      perspective: 'proses_bisnis',
      indicators: [
        ['kualitas', 'Nilai SAKIP', '80', 'nilai'],
        ['waktu', 'Laporan kinerja selesai tepat waktu', '12', 'laporan'],
      ],
      activities: [
        ['Memeriksa draf laporan kinerja triwulan', 'laporan', 2],
        ['Rapat koordinasi capaian kinerja dengan kepala perangkat daerah', 'rapat', 1],
      ],
    },
    discipline(3),
  ],
  personnel_agency: [
    {
      title: 'Meningkatnya profesionalitas aparatur',
      supports: { goal: 1 },
      perspective: 'penerima_layanan',
      indicators: [['kualitas', 'Indeks profesionalitas ASN', '75', 'nilai']],
      activities: [
        ['Memimpin rapat penataan jabatan', 'rapat', 1],
        ['Menelaah usul pengembangan kompetensi', 'usul', 4],
      ],
    },
    {
      title: 'Tertibnya pengelolaan kinerja dan data pegawai',
      supports: { goal: 2 },
      perspective: 'proses_bisnis',
      indicators: [['kuantitas', 'Perangkat daerah dengan SKP lengkap', '30', 'unit']],
      activities: [
        ['Memeriksa rekap SKP perangkat daerah', 'unit', 3],
        ['Memimpin rekonsiliasi data pegawai', 'rapat', 1],
      ],
    },
    discipline(2),
  ],
  health_agency: [
    {
      title: 'Menurunnya angka kesakitan penyakit menular',
      supports: { goal: 1 },
      perspective: 'penerima_layanan',
      indicators: [['kuantitas', 'Kasus demam berdarah per 100.000 penduduk', '40', 'kasus']],
      activities: [
        ['Memimpin rapat pengendalian penyakit', 'rapat', 1],
        ['Meninjau puskesmas', 'puskesmas', 2],
      ],
    },
    {
      title: 'Meningkatnya mutu pelayanan puskesmas',
      supports: { goal: 2 },
      perspective: 'proses_bisnis',
      indicators: [['kuantitas', 'Puskesmas terakreditasi paripurna', '9', 'puskesmas']],
      activities: [
        ['Menelaah hasil survei akreditasi', 'laporan', 1],
        ['Rapat mutu dengan kepala puskesmas', 'rapat', 1],
      ],
    },
  ],
  works_agency: [
    {
      title: 'Meningkatnya kemantapan jalan kabupaten',
      supports: { goal: 1 },
      perspective: 'penerima_layanan',
      indicators: [['kualitas', 'Jalan dalam kondisi mantap', '72', 'persen']],
      activities: [
        ['Meninjau pekerjaan jalan', 'lokasi', 2],
        ['Memimpin rapat kemajuan pekerjaan', 'rapat', 1],
      ],
    },
    {
      title: 'Tepatnya perencanaan teknis dan anggaran jalan',
      supports: { goal: 1 },
      perspective: 'anggaran',
      indicators: [['biaya', 'Penyerapan anggaran', '95', 'persen']],
      activities: [
        ['Memeriksa rencana anggaran biaya', 'dokumen', 2],
        ['Menandatangani dokumen kontrak', 'dokumen', 3],
      ],
    },
  ],
  public_health: [
    {
      title: 'Terkendalinya penyakit menular di wilayah kerja',
      supports: { result: 1 },
      indicators: [
        ['kuantitas', 'Kejadian luar biasa yang ditangani dalam 24 jam', '100', 'persen'],
        ['waktu', 'Laporan bulanan tepat waktu', '12', 'laporan'],
      ],
      activities: [
        ['Memeriksa laporan mingguan surveilans', 'laporan', 3],
        ['Rapat koordinasi penanganan demam berdarah', 'rapat', 1],
      ],
    },
    {
      title: 'Meningkatnya cakupan imunisasi dan posyandu',
      supports: { result: 1 },
      indicators: [['kuantitas', 'Desa dengan imunisasi dasar lengkap', '54', 'desa']],
      activities: [
        ['Memantau pelaksanaan posyandu', 'posyandu', 3],
        ['Menyusun jadwal imunisasi kecamatan', 'dokumen', 1],
      ],
    },
    {
      title: 'Meningkatnya perilaku hidup bersih dan sehat',
      supports: { result: 2 },
      indicators: [['kuantitas', 'Penyuluhan', '48', 'kegiatan']],
      activities: [
        ['Memimpin penyuluhan sanitasi di desa', 'kegiatan', 1],
        ['Menelaah media penyuluhan', 'materi', 2],
      ],
    },
  ],
} satisfies Record<string, readonly DemoWorkResult[]>;
