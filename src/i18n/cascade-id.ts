import type { Division, GoalKind } from '../core/cascade/facts.ts';
import type { OrphanReason } from '../core/cascade/upward.ts';
import type { CascadeMethod } from '../core/plan/content.ts';
import { stop } from './stop.ts';

const division = (divided: Division) =>
  ({ aspect: 'aspek', region: 'wilayah', share: 'beban target' })[divided];

/** Texts about the role matrix (matriks peran hasil) and the tree of goals and results in Indonesian. */
export const cascadeId = {
  goal: (kind: GoalKind, number: number) =>
    kind === 'strategy' ? `Renstra ${number}` : `Sasaran PK ${number}`,
  indicator: (title: string, target: string) =>
    target === '' ? `IKU: ${title}` : `IKU: ${title}, target ${target}`,
  method: (method: CascadeMethod, divided: Division | null) =>
    method === 'non_direct'
      ? 'tidak langsung'
      : divided === null
        ? 'langsung'
        : `langsung, dibagi menurut ${division(divided)}`,
  resultOf: (name: string, number: number) => `${name} · RHK ${number}`,
  noPlan: (year: number) =>
    `SKP ${year} Bapak/Ibu belum berlaku. Susun lewat skp dan minta atasan menyetujuinya, lalu kembali ke sini.`,
  cell: {
    title: () => 'Peran hasil',
    result: () => 'RHK pimpinan',
    askResult: () => 'Untuk RHK Bapak/Ibu yang mana?',
    person: () => 'Pegawai',
    askPerson: () => 'Siapa yang berkontribusi?',
    contribution: () => 'Kontribusi',
    askContribution: () => 'Hasil apa yang disumbangkan pegawai ini?',
    contributionHint: () => 'Tulis sebagai hasil, bukan kegiatan: hasil antara, output, atau layanan.',
    contributionExample: () => 'Tersusunnya rancangan laporan kinerja triwulanan',
    unclear: () =>
      'Kontribusinya belum terbaca. Tulis hasilnya dengan kata-kata, misalnya: Tersusunnya laporan triwulan.',
    method: () => 'Cara pembagian',
    askMethod: () => 'Bagaimana RHK ini diturunkan?',
    methodOption: (divided: Division | null) =>
      divided === null
        ? 'Tidak langsung: pegawai menghasilkan output atau layanan pendukung'
        : `Langsung: target RHK dibagi menurut ${division(divided)}`,
    methodShort: (divided: Division | null) =>
      divided === null ? 'Tidak langsung' : `Langsung: ${division(divided)}`,
    same: (name: string) => stop(`Kontribusi itu sudah ada pada ${name}`),
    saved: (name: string) => `Tersimpan sebagai draf; ${name} melihatnya setelah dibagikan.`,
    changed: (name: string) => `Tersimpan; ${name} diberi tahu.`,
    changedDraft: () => 'Tersimpan.',
    askWithdraw: () => 'Tarik peran ini?',
    withdrawn: () => 'Peran ditarik.',
    gone: () => 'Peran ini sudah ditarik.',
    resultGone: () => 'RHK pimpinan ini sudah tidak berlaku. Buka lagi matriksnya.',
  },
  matrix: {
    title: (year: number) => `Matriks peran hasil ${year}`,
    nobody: () =>
      'Matriks dibuat oleh atasan. Bapak/Ibu belum mempunyai bawahan maupun peran yang dibagikan; atasan membagikannya lewat matriks.',
    onlyLeader: () => 'Hanya atasan yang dapat mengisi matriks perannya, untuk bawahannya sendiri.',
    noMain: () => 'SKP Bapak/Ibu belum berisi hasil kerja utama yang dapat dibagi. Lengkapi lewat skp.',
    state: (state: 'draft' | 'shared' | 'taken' | 'in_force' | 'moved') =>
      ({
        draft: 'draf',
        shared: 'dibagikan, belum menjadi RHK',
        taken: 'masuk rancangan SKP',
        in_force: 'berlaku di SKP',
        moved: 'bukan bawahan lagi',
      })[state],
    inPlan: (number: number) => `RHK ${number} di SKP-nya`,
    gap: () => '⚠ Belum ada yang mendukung RHK ini.',
    onlyDrafts: () => '⚠ Baru draf; belum dihitung sebelum dibagikan.',
    drafts: (n: number) => `${n} peran masih draf; pegawai belum melihatnya sampai dibagikan.`,
    without: (names: string) => stop(`Belum mendapat peran: ${names}`),
    add: (number: number) => `+ RHK ${number}`,
    addAny: () => 'Tambah peran',
    change: () => 'Ubah peran',
    share: (n: number) => `Bagikan (${n})`,
    shared: (names: string) => stop(`Dibagikan kepada ${names}`),
    sharedTo: (name: string, n: number) => `${name} (${n})`,
    nothingToShare: () => 'Tidak ada draf yang perlu dibagikan.',
    changedMeanwhile: () => 'Matriks sudah berubah; periksa lagi, lalu bagikan.',
    whichCell: () => 'Peran yang mana?',
    changeText: () => 'Ubah kontribusi',
    changeMethod: () => 'Ubah cara',
    withdraw: () => 'Tarik',
    withdrawYes: () => 'Ya, tarik',
    back: () => 'Kembali ke matriks',
    open: () => 'Buka matriks',
  },
  role: {
    title: (year: number) => `Peran saya ${year}`,
    none: (supervisor: string | null) =>
      supervisor === null
        ? 'Atasan belum tercatat, jadi belum ada yang membagikan peran. Mohon hubungi bagian kepegawaian.'
        : `Belum ada peran yang dibagikan. ${supervisor} membagikannya lewat matriks.`,
    from: (name: string, number: number, title: string) => `RHK ${number} ${name}: ${title}`,
    goneResult: (name: string) => `RHK ${name} yang sudah tidak berlaku`,
    take: (number: number | null) => (number === null ? 'Jadikan RHK' : `Jadikan RHK (${number})`),
    taken: (number: number) =>
      `Masuk ke rancangan SKP sebagai RHK ${number}. Lengkapi indikatornya lewat skp.`,
    alreadyTaken: () => 'Peran ini sudah ada di SKP Bapak/Ibu.',
    waiting: (name: string) =>
      `SKP Bapak/Ibu sedang menunggu persetujuan ${name}; minta dikembalikan dahulu, lalu jadikan RHK.`,
    openPlan: () => 'Buka SKP',
    shared: (leader: string, year: number) => `${leader} membagikan peran hasil ${year} kepada Bapak/Ibu`,
    see: () => 'Lihat peran saya',
    changed: (leader: string) => `${leader} mengubah peran Bapak/Ibu`,
    withdrawn: (leader: string) => `${leader} menarik peran Bapak/Ibu`,
    keeps: () => 'Yang sudah ada di SKP tetap di sana; bicarakan dengan atasan, lalu sesuaikan lewat skp.',
  },
  tree: {
    title: (unit: string, year: number) => `Pohon kinerja ${unit} ${year}`,
    own: (year: number) => `Rantai kinerja saya ${year}`,
    summary: (goals: number, results: number, gaps: number, orphans: number) =>
      `${goals} sasaran, ${results} hasil kerja, ${gaps} celah, ${orphans} tanpa induk`,
    asAbove: (line: string) => `${line} (seterusnya seperti di atas)`,
    supports: (what: string) => `↑ mendukung ${what}`,
    carriedBy: (what: string) => `↓ ${what}`,
    named: (label: string, title: string) => `${label}: ${title}`,
    gap: () => 'belum ada yang mendukung',
    gaps: (n: number) => `Celah (${n})`,
    orphans: (n: number) => `Tanpa induk (${n})`,
    orphan: (reason: OrphanReason) =>
      ({
        nothing: 'belum mendukung apa pun',
        gone: 'yang didukungnya sudah tidak ada atau tidak berlaku',
        no_plan_above: 'SKP atasan belum berlaku',
        circle: 'rantainya berputar kembali ke dirinya sendiri',
      })[reason],
    orphanNext: (reason: OrphanReason): string =>
      reason === 'no_plan_above'
        ? 'Atasan perlu menetapkan SKP-nya dahulu.'
        : 'Pilih RHK pimpinan atau sasaran unit yang didukung lewat skp.',
    roleHere: () => 'peran dibagikan, belum berlaku di SKP',
    additional: () => 'tugas tambahan',
    role: (name: string) => `${name} · peran dibagikan`,
    withoutPlan: (names: string) => stop(`SKP belum berlaku: ${names}`),
    more: (n: number) => `dan ${n} lagi`,
    hidden: (n: number) => `+${n} lagi di bawahnya`,
    left: (n: number) => `${n} lainnya tidak ditampilkan; buka unit di bawahnya satu per satu.`,
    empty: (unit: string) =>
      `Belum ada sasaran dan SKP yang berlaku untuk ${unit}. Sasaran unit dimasukkan bagian perencanaan (import agreement).`,
    picture: () => 'Gambar pohon',
    below: () => 'Unit di bawahnya:',
    onlyLeader: () =>
      'Hanya pimpinan unit itu, pimpinan unit di atasnya, dan bagian kepegawaian yang dapat melihat pohonnya.',
    unknownUnit: (name: string, candidates: string[]) =>
      candidates.length > 0
        ? `"${name}" ada di beberapa unit: ${candidates.join('; ')}. Tulis nama lengkapnya.`
        : `Unit "${name}" tidak ditemukan. Tulis namanya seperti pada data kepegawaian.`,
    howto: () => 'Untuk unit lain: pohon <nama unit>.',
    file: (unit: string, year: number) => `Pohon kinerja ${unit} ${year}`,
    asOf: (date: string) => `Keadaan ${date}`,
    legend: {
      strategy: () => 'Renstra',
      agreement: () => 'Sasaran PK',
      leader: () => 'Hasil pimpinan',
      result: () => 'Hasil pegawai',
      role: () => 'Peran dibagikan, belum berlaku di SKP',
      gap: () => 'Belum ada yang mendukung',
      orphan: () => 'Tanpa induk',
    },
  },
};
