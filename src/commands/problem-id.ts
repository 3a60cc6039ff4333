import { actionProblemsId } from './problem-actions.ts';
import { calendarProblemsId } from './problem-calendar-id.ts';
import { cascadeProblemsId } from './problem-cascade-id.ts';
import { evaluationProblemsId } from './problem-evaluation-id.ts';
import type { ProblemTexts } from './problem-text.ts';

const chain = (names: readonly string[]) => [...names, names[0]].join(' → ');

/** Sentences about faults in imported files, in Indonesian. */
export const problemId: ProblemTexts = {
  place: (line, column) => (column === '' ? `Baris ${line}` : `Baris ${line}, kolom ${column}`),
  file: {
    missing_column: ({ column }) => [
      `kolom wajib "${column}" tidak ada`,
      `Tambahkan judul kolom ${column} di baris judul.`,
    ],
    duplicate_column: () => ['kolom ini ada dua kali', 'Hapus atau ganti judul salah satunya.'],
    extra_cells: ({ value }) => [
      `ada isi di kanan kolom terakhir ("${value}")`,
      'Biasanya ada tanda pemisah di dalam teks: apit teks itu dengan tanda kutip ("…"), atau hapus isi yang berlebih.',
    ],
    no_rows: () => ['tidak ada baris data di bawah judul', 'Isi sedikitnya satu baris.'],
    empty: ({ column }) => ['sel ini kosong', `Isi kolom ${column}.`],
    employee_number: () => ['bukan NIP', 'Ketik NIP 18 digit.'],
    employee_number_lost_digits: ({ value }) => [
      `digit terakhir "${value}" hilang karena tersimpan sebagai angka`,
      'Ubah format kolom menjadi Teks, lalu ketik ulang 18 digitnya.',
    ],
    email: ({ value }) => [
      `"${value}" bukan alamat e-mail`,
      'Tulis seperti nama@instansi.go.id, atau kosongkan.',
    ],
    role: ({ value }) => [
      `peran "${value}" tidak dikenal`,
      'Pakai pegawai, hr, admin, atau pengamat; beberapa peran digabung dengan +.',
    ],
    zone: ({ value }) => [`zona "${value}" tidak dikenal`, 'Pakai WIB, WITA, atau WIT, atau kosongkan.'],
    level: ({ value }) => [
      `jenjang "${value}" tidak dikenal`,
      'Pakai misalnya JPT Pratama, Administrator, Pengawas, Ahli Muda, Terampil, atau Pelaksana.',
    ],
    yes_no: ({ value }) => [`"${value}" bukan ya atau tidak`, 'Tulis ya atau tidak, atau kosongkan.'],
    independent_without_unit: () => [
      'unit_mandiri diisi, tetapi memimpin kosong',
      'Isi unit yang dipimpin, atau kosongkan unit_mandiri.',
    ],
    leads_unknown: ({ value }) => [
      `unit "${value}" tidak ada di berkas ini maupun di Tutur`,
      'Betulkan nama unit yang dipimpin, atau kosongkan.',
    ],
    leads_conflict: ({ value, firstLine }) => [
      `unit "${value}" sudah dipimpin pegawai di baris ${firstLine}`,
      'Satu unit satu pimpinan: kosongkan salah satunya.',
    ],
    unit_parent_conflict: ({ value, firstLine, firstValue }) => [
      `induk unit ini "${value}", padahal di baris ${firstLine} "${firstValue}"`,
      'Samakan induknya di kedua baris.',
    ],
    unit_cycle: ({ cycle }) => [
      `unit ini menjadi induk dirinya sendiri: ${chain(cycle)}`,
      'Betulkan induk_unit salah satunya.',
    ],
    supervisor_unknown: ({ value }) => [
      `atasan ${value} tidak ada di berkas ini maupun di Tutur`,
      'Tambahkan barisnya, betulkan NIP-nya, atau kosongkan.',
    ],
    supervisor_self: () => [
      'pegawai ini tercatat sebagai atasannya sendiri',
      'Isi NIP atasannya, atau kosongkan.',
    ],
    supervisor_cycle: ({ cycle }) => [
      `atasan berputar: ${chain(cycle)}`,
      'Betulkan atasan_nip salah satunya.',
    ],
    duplicate_employee: ({ value, firstLine }) => [
      `NIP ${value} sudah ada di baris ${firstLine}`,
      'Satu pegawai satu baris: hapus salah satunya.',
    ],
    duplicate_email: ({ value, firstLine }) => [
      `e-mail ${value} sudah dipakai di baris ${firstLine}`,
      'Setiap pegawai perlu e-mail sendiri; betulkan atau kosongkan.',
    ],
    email_taken: ({ value, owner }) => [
      `e-mail ${value} sudah dipakai pegawai lain (NIP ${owner})`,
      'Betulkan e-mailnya, atau sertakan pegawai itu di berkas dengan e-mail barunya.',
    ],
    year: ({ value, min, max }) => [
      `"${value}" bukan tahun dari ${min} sampai ${max}`,
      'Tulis tahun SKP, empat digit.',
    ],
    work_result_kind: ({ value }) => [`jenis "${value}" tidak dikenal`, 'Pakai utama atau tambahan.'],
    work_result_number: ({ value }) => [
      `"${value}" bukan nomor RHK`,
      'Tulis bilangan bulat dari 1 sampai 999.',
    ],
    aspect: ({ value }) => [
      `aspek "${value}" tidak dikenal`,
      'Pakai kuantitas, kualitas, waktu, atau biaya, atau kosongkan.',
    ],
    person_unknown: ({ value }) => [
      `pegawai ${value} belum ada di Tutur`,
      'Impor berkas pegawai lebih dulu (import people), atau betulkan NIP-nya.',
    ],
    work_result_conflict: ({ value, firstLine, firstValue }) => [
      `RHK yang sama berisi "${value}" di sini dan "${firstValue}" di baris ${firstLine}`,
      'Samakan isinya, atau beri nomor RHK yang lain.',
    ],
    duplicate_indicator: ({ value, firstLine }) => [
      `indikator "${value}" sudah ada di baris ${firstLine}`,
      'Hapus salah satunya.',
    ],
    perspective: ({ value }) => [
      `perspektif "${value}" tidak dikenal`,
      'Pakai penerima layanan, proses bisnis, penguatan internal, atau anggaran, atau kosongkan.',
    ],
    cascade_method: ({ value }) => [
      `metode "${value}" tidak dikenal`,
      'Pakai langsung atau tidak langsung, atau kosongkan.',
    ],
    approach: ({ value }) => [
      `pendekatan "${value}" tidak dikenal`,
      'Pakai kuantitatif atau kualitatif, atau kosongkan.',
    ],
    plan_date: ({ value, column }) => [
      `"${value}" bukan tanggal${column === 'berlaku_mulai' ? ' dalam tahun SKP ini' : ''}`,
      'Tulis seperti 2026-12-31 atau 31 Des, atau kosongkan.',
    ],
    plan_conflict: ({ value, firstLine, firstValue }) => [
      `SKP yang sama berisi "${value}" di sini dan "${firstValue}" di baris ${firstLine}`,
      'Samakan isinya, atau isi di satu baris saja.',
    ],
    plan_from: ({ value, earliest }) => [
      `SKP ini tidak dapat berubah mulai ${value}: periodenya sudah berjalan atau terkunci`,
      earliest === null
        ? 'Semua periode tahun itu terkunci; buka dulu periodenya.'
        : `Isi berlaku_mulai dengan tanggal paling awal ${earliest}.`,
    ],
    ...calendarProblemsId,
    ...actionProblemsId,
    ...cascadeProblemsId,
    ...evaluationProblemsId,
  },
  warning: {
    unknown_column: () => ['kolom ini tidak dikenal dan diabaikan', ''],
    employee_number_unusual: () => ['NIP ini tidak lazim', 'Periksa kembali.'],
  },
  employeeNumber: {
    empty: () => ['NIP kosong', 'Ketik NIP 18 digit.'],
    scientific: () => [
      'digit terakhir hilang',
      'Ubah format kolom menjadi Teks, lalu ketik ulang 18 digitnya.',
    ],
    characters: () => ['NIP hanya berisi angka', 'Hapus huruf dan tanda lain.'],
    length: ({ digits }) => [`${digits} digit, padahal NIP terdiri dari 18 digit`, 'Ketik NIP lengkap.'],
    birth_date: ({ digits }) => [
      `${digits} bukan tanggal lahir`,
      'Periksa digit 1–8 (tahun, bulan, tanggal).',
    ],
    appointment_month: ({ digits }) => [
      `${digits} bukan bulan pengangkatan (01–12) atau kode PPPK (21 ke atas)`,
      'Periksa digit 13–14.',
    ],
    appointment_in_future: ({ appointed }) => [
      `pengangkatan ${appointed} belum terjadi`,
      'Periksa digit 9–14.',
    ],
    appointment_before_birth: ({ appointed }) => [
      `pengangkatan ${appointed} mendahului tanggal lahir`,
      'Periksa digit 1–14.',
    ],
    sex: ({ digit }) => [`digit ke-15 adalah ${digit}`, 'Digit itu 1 (laki-laki) atau 2 (perempuan).'],
    serial: () => ['nomor urutnya 000', 'Periksa tiga digit terakhir.'],
  },
  unusual: {
    young_at_appointment: (age) => [
      `diangkat pada umur ${age} tahun`,
      'Periksa kembali; data tetap dapat disimpan.',
    ],
    old_at_appointment: (age) => [
      `diangkat pada umur ${age} tahun`,
      'Periksa kembali; data tetap dapat disimpan.',
    ],
    past_retirement: (age) => [`sudah berumur ${age} tahun`, 'Periksa kembali; data tetap dapat disimpan.'],
  },
  table: {
    not_found: ({ path }) => [`Berkas ${path} tidak ada`, 'Periksa nama dan foldernya.'],
    not_readable: ({ path, reason }) => [
      `Berkas ${path} tidak dapat dibaca (${reason})`,
      'Periksa hak aksesnya.',
    ],
    too_large: ({ path, bytes, limit }) => [
      `Berkas ${path} terlalu besar (${bytes} byte, paling banyak ${limit})`,
      'Bagi menjadi beberapa berkas.',
    ],
    empty: ({ path }) => [`Berkas ${path} kosong`, 'Isi baris judul dan sedikitnya satu baris data.'],
    old_excel: ({ path }) => [
      `Berkas ${path} memakai format Excel lama atau berkata sandi`,
      'Simpan sebagai .xlsx tanpa kata sandi, atau sebagai CSV.',
    ],
    unknown_format: ({ path }) => [`Berkas ${path} bukan CSV atau .xlsx`, 'Simpan sebagai salah satunya.'],
    broken_workbook: ({ path, reason }) => [
      `Berkas ${path} rusak (${reason})`,
      'Buka dengan Excel atau LibreOffice, lalu simpan ulang.',
    ],
    csv_syntax: ({ path, line, reason }) => [
      `Baris ${line} berkas ${path} tidak dapat dibaca (${reason})`,
      'Periksa tanda kutip di baris itu.',
    ],
  },
};
