import type { GuidedQuestion } from '../core/dialogue/kinds.ts';

/** What each side is asked before a dialogue, in Indonesian. */
const questions: Record<GuidedQuestion, string> = {
  hoped_result: 'Hasil apa yang menurut Bapak/Ibu paling diharapkan dari Bapak/Ibu?',
  needed_support: 'Dukungan atau sumber daya apa yang diperlukan?',
  foreseen_risk: 'Apa yang mungkin menghambat, dan apa yang bisa dilakukan?',
  unit_priority: 'Hasil apa yang paling penting bagi unit tahun ini, dan mengapa?',
  good_result: 'Seperti apa hasil yang sesuai ekspektasi, dan yang melampauinya?',
  given_support: 'Dukungan apa yang dapat diberikan?',
  proud_of: 'Hasil apa yang paling membanggakan sejak dialog terakhir?',
  was_hard: 'Apa yang terasa berat?',
  wanted_feedback: 'Tentang apa Bapak/Ibu ingin mendapat umpan balik?',
  done_well: 'Apa yang sudah baik? Sebutkan contohnya.',
  do_better: 'Apa yang bisa lebih baik? Sebutkan contohnya.',
  effect_seen: 'Apa dampaknya bagi tim atau penerima layanan?',
  progress: 'Sampai di mana pekerjaan ini sekarang?',
  hindered_by: 'Apa yang menghambat?',
  already_tried: 'Apa yang sudah dicoba?',
  help_wanted: 'Bantuan apa yang diharapkan?',
  seen_in_data: 'Apa yang terlihat dari laporan dan buktinya?',
  next_steps: 'Langkah apa yang disarankan, satu per satu?',
  help_offered: 'Bantuan apa yang dapat diberikan?',
  what_weighs: 'Apa yang sedang memengaruhi pekerjaan? Tulis seperlunya saja.',
  what_helps: 'Apa yang akan membantu?',
  change_noticed: 'Perubahan apa yang terlihat pada pekerjaan? Tulis faktanya, bukan penilaian.',
  what_can_be_done: 'Apa yang dapat dilakukan bersama?',
  main_result: 'Apa hasil terpenting periode ini, dan apa buktinya?',
  not_reached: 'Apa yang belum tercapai, dan mengapa?',
  own_behaviour: 'Perilaku BerAKHLAK apa yang paling tampak? Sebutkan contohnya.',
  plan_ahead: 'Apa rencana untuk periode berikutnya?',
  result_seen: 'Bagaimana hasil kerjanya dibandingkan ekspektasi? Sebutkan buktinya.',
  gap_seen: 'Apa yang belum tercapai, dan apa sebabnya?',
  behaviour_seen: 'Perilaku apa yang tampak? Sebutkan contohnya.',
  hope_ahead: 'Apa yang diharapkan pada periode berikutnya?',
};

/** A guided question in Indonesian. */
export const dialogueQuestionId = (name: GuidedQuestion): string => questions[name];
