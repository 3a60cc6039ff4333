import type { DemoWorkResult } from './plan-texts.ts';

/** Plans of those who lead nobody. */
export const staffPlans = {
  archive: [
    {
      title: 'Tertatanya arsip dan surat dinas',
      supports: { result: 2 },
      method: 'non_direct',
      indicators: [
        ['kuantitas', 'Arsip yang ditata', '1200', 'berkas'],
        ['waktu', 'Surat diteruskan pada hari yang sama', '95', 'persen'],
      ],
      activities: [
        ['Menata arsip inaktif ke dalam boks', 'berkas', 40],
        ['Mencatat dan meneruskan surat masuk', 'surat', 25],
        ['Memindai arsip vital', 'lembar', 120],
      ],
    },
    {
      title: 'Terselenggaranya rapat pimpinan',
      supports: { result: 3 },
      method: 'non_direct',
      indicators: [['kualitas', 'Notula selesai paling lambat satu hari', '100', 'persen']],
      activities: [
        ['Menyiapkan bahan rapat pimpinan', 'dokumen', 4],
        ['Menyusun notula rapat', 'notula', 1],
      ],
    },
  ],
  press: [
    {
      title: 'Tersebarnya informasi kegiatan pemerintah daerah',
      supports: { result: 1 },
      method: 'non_direct',
      indicators: [['kuantitas', 'Berita yang diterbitkan', '144', 'berita']],
      activities: [
        ['Menulis berita kegiatan pimpinan', 'berita', 2],
        ['Mendokumentasikan kunjungan kerja', 'foto', 30],
        ['Menyunting konten media sosial', 'konten', 3],
      ],
    },
    {
      title: 'Tertanganinya aduan warga di kanal resmi',
      supports: { result: 1 },
      method: 'non_direct',
      indicators: [['waktu', 'Aduan dijawab dalam tiga hari kerja', '90', 'persen']],
      activities: [
        ['Menjawab aduan warga', 'aduan', 8],
        ['Menyusun rekap aduan', 'laporan', 1],
      ],
    },
    {
      title: 'Terlaksananya tugas panitia hari jadi kabupaten',
      supports: null,
      additional: true,
      indicators: [['kuantitas', 'Kegiatan panitia yang diikuti', '10', 'kegiatan']],
      activities: [['Rapat panitia hari jadi kabupaten', 'rapat', 1]],
    },
  ],
  personnel: [
    {
      title: 'Terlayaninya administrasi kepegawaian',
      supports: { result: 1 },
      method: 'non_direct',
      indicators: [
        ['kuantitas', 'Usul kenaikan pangkat yang diproses', '240', 'berkas'],
        ['waktu', 'Usul selesai paling lama lima hari kerja', '95', 'persen'],
      ],
      activities: [
        ['Memeriksa kelengkapan usul kenaikan pangkat', 'berkas', 15],
        ['Menjawab konsultasi kepegawaian', 'orang', 12],
        ['Memproses usul cuti', 'berkas', 10],
      ],
    },
    {
      title: 'Mutakhirnya data pegawai',
      supports: { result: 2 },
      method: 'direct',
      indicators: [['kualitas', 'Data pegawai yang mutakhir', '98', 'persen']],
      activities: [
        ['Memutakhirkan data riwayat pegawai', 'data', 60],
        ['Rekonsiliasi data dengan perangkat daerah', 'unit', 3],
      ],
    },
    {
      title: 'Terlaksananya pengelolaan kinerja pegawai',
      supports: { result: 3 },
      method: 'direct',
      indicators: [['kuantitas', 'Perangkat daerah yang didampingi', '30', 'unit']],
      activities: [
        ['Mendampingi penyusunan SKP perangkat daerah', 'orang', 20],
        ['Menyiapkan bahan evaluasi kinerja', 'dokumen', 2],
        ['Memperbaiki gangguan aplikasi kepegawaian', 'kasus', 5],
      ],
    },
  ],
  epidemiology: [
    {
      title: 'Terlaksananya surveilans penyakit menular',
      supports: { result: 1 },
      method: 'direct',
      indicators: [
        ['kuantitas', 'Penyelidikan epidemiologi', '36', 'kasus'],
        ['waktu', 'Laporan mingguan tepat waktu', '52', 'laporan'],
      ],
      activities: [
        ['Penyelidikan epidemiologi demam berdarah', 'kasus', 3],
        ['Menyusun laporan mingguan surveilans', 'laporan', 1],
        ['Mengambil sampel di lapangan', 'sampel', 8],
      ],
    },
    {
      title: 'Tersedianya analisis data penyakit menular',
      supports: { result: 1 },
      method: 'non_direct',
      indicators: [['kuantitas', 'Analisis bulanan', '12', 'dokumen']],
      activities: [
        ['Mengolah data kasus dari puskesmas', 'puskesmas', 6],
        ['Menyusun analisis tren kasus', 'dokumen', 1],
      ],
    },
    {
      title: 'Terlaksananya tugas tim tanggap bencana',
      supports: null,
      additional: true,
      indicators: [['kuantitas', 'Kegiatan tim yang diikuti', '6', 'kegiatan']],
      activities: [['Rapat tim tanggap bencana', 'kegiatan', 1]],
    },
  ],
  nursing: [
    {
      title: 'Terlaksananya imunisasi di posyandu',
      supports: { result: 2 },
      method: 'direct',
      indicators: [
        ['kuantitas', 'Anak yang diimunisasi', '1400', 'orang'],
        ['kualitas', 'Catatan imunisasi yang lengkap', '100', 'persen'],
      ],
      activities: [
        ['Pelayanan imunisasi di posyandu', 'orang', 35],
        ['Melengkapi catatan imunisasi', 'catatan', 40],
      ],
    },
    {
      title: 'Terbinanya kader posyandu',
      supports: { result: 2 },
      method: 'non_direct',
      indicators: [['kuantitas', 'Posyandu yang dibina', '60', 'unit']],
      activities: [
        ['Membina kader posyandu', 'unit', 2],
        ['Kunjungan rumah keluarga risiko stunting', 'rumah', 6],
      ],
    },
  ],
  roads: [
    {
      title: 'Terpeliharanya jalan kabupaten',
      supports: { result: 1 },
      method: 'direct',
      indicators: [
        ['kuantitas', 'Jalan yang dipelihara', '42', 'km'],
        ['biaya', 'Penyerapan anggaran pemeliharaan', '95', 'persen'],
      ],
      activities: [
        ['Mengawasi penambalan jalan', 'titik', 12],
        ['Menghitung volume pekerjaan pemeliharaan', 'dokumen', 2],
        ['Survei kerusakan jalan', 'km', 9],
      ],
    },
    {
      title: 'Tersedianya dokumen perencanaan teknis',
      supports: { result: 2 },
      method: 'non_direct',
      indicators: [['kuantitas', 'Dokumen perencanaan', '18', 'dokumen']],
      activities: [
        ['Menggambar rencana teknis jembatan', 'lembar', 5],
        ['Menyusun rencana anggaran biaya', 'dokumen', 1],
      ],
    },
    {
      title: 'Tertanganinya laporan warga tentang jalan',
      supports: { result: 1 },
      method: 'non_direct',
      indicators: [['waktu', 'Laporan warga ditanggapi dalam tiga hari', '90', 'persen']],
      activities: [
        ['Meninjau lokasi laporan warga', 'titik', 4],
        ['Menjawab laporan warga', 'laporan', 6],
      ],
    },
  ],
} satisfies Record<string, readonly DemoWorkResult[]>;
