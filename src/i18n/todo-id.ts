import type { TodoKind } from '../core/todo.ts';

/** What waits for somebody, in Indonesian. */
export const todoId = {
  title: () => 'Menunggu Bapak/Ibu',
  none: () => 'Tidak ada yang menunggu. Terima kasih.',
  more: (n: number) => `dan ${n} hal lagi`,
  due: (date: string) => `paling lambat ${date}`,
  overdue: (date: string) => `lewat batas ${date}`,
  since: (date: string) => `sejak ${date}`,
  line: (kind: TodoKind, about: string, count: number): string =>
    ({
      returned_entry: `Perbaiki kegiatan yang dikembalikan: ${about}`,
      objection: `Putuskan keberatan ${about}`,
      plan_proposal: `Putuskan SKP yang diajukan ${about}`,
      evaluation_to_rate: `Nilai evaluasi ${about}`,
      dialogue: `Dialog: ${about}`,
      feedback_request: `Jawab permintaan umpan balik ${about}`,
      days: `Periksa laporan ${about}: ${count} hari`,
      commitment: `Tindak lanjut: ${about}`,
      plan_returned: `Perbaiki SKP ${about} yang dikembalikan`,
      evaluation_open: `Ajukan evaluasi ${about}`,
    })[kind],
};
