import type { CascadeProblemTexts } from './problem-text.ts';

/** Sentences about faults in files about goals of units and role matrices, in Indonesian. */
export const cascadeProblemsId: CascadeProblemTexts = {
  goal_kind: ({ value }) => [`jenis "${value}" tidak dikenal`, 'Pakai renstra atau pk.'],
  goal_number: ({ value }) => [`"${value}" bukan nomor sasaran`, 'Tulis bilangan bulat dari 1 sampai 999.'],
  goal_unit_unknown: ({ value }) => [
    `unit "${value}" tidak ada`,
    'Samakan namanya dengan data pegawai, atau impor pegawai lebih dulu.',
  ],
  goal_conflict: ({ value, firstLine, firstValue }) => [
    `sasaran ini "${value}", padahal di baris ${firstLine} "${firstValue}"`,
    'Samakan di semua barisnya.',
  ],
  duplicate_goal_indicator: ({ value, firstLine }) => [
    `IKU "${value}" sudah ada di baris ${firstLine}`,
    'Hapus salah satunya.',
  ],
  goal_parent_unit: ({ value }) => [
    `unit "${value}" bukan unit itu sendiri dan bukan unit di atasnya`,
    'Isi unit di atasnya, atau kosongkan untuk renstra unit yang sama.',
  ],
  goal_parent_unknown: ({ value }) => [
    `sasaran induk ${value} tidak ada di berkas ini maupun di Tutur`,
    'Tambahkan barisnya, atau betulkan induk_nomor.',
  ],
  goal_parent_kind: () => [
    'sasaran renstra tidak dapat mendukung sasaran unit yang sama',
    'Isi induk_unit dengan unit di atasnya, atau kosongkan induk_nomor.',
  ],
  not_subordinate: ({ value }) => [
    `atasan pegawai ${value} bukan atasan di baris ini`,
    'Betulkan atasan_nip, atau impor pegawai lebih dulu.',
  ],
  leader_result_unknown: ({ value }) => [
    `atasan ini tidak punya RHK utama ${value} di SKP yang berlaku`,
    'Betulkan rhk_no, atau tetapkan SKP atasan lebih dulu.',
  ],
  cascade_division: ({ value }) => [
    `dibagi_menurut "${value}" tidak sesuai`,
    'Untuk metode langsung: aspek, wilayah, atau beban; untuk tidak langsung kosongkan.',
  ],
  duplicate_role: ({ value, firstLine }) => [
    `kontribusi "${value}" sudah ada di baris ${firstLine}`,
    'Hapus salah satunya.',
  ],
};
