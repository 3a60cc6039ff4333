import type { Aspect, Behaviour, CascadeMethod, Perspective, PlanAnnexes } from '../../core/plan/content.ts';
import { leaderPlans } from './plan-texts-leaders.ts';
import { staffPlans } from './plan-texts-staff.ts';

/** A work result of a sample plan, with activities that serve it. */
export interface DemoWorkResult {
  title: string;
  /** A result of the supervisor, or a goal of the agreement of the unit that they lead, by number; null: nothing. */
  supports: { result: number } | { goal: number } | null;
  indicators: readonly [aspect: Aspect, title: string, target: string, unit: string][];
  /** What is done for it, with the unit of its yield and the most of it in one go. */
  activities: readonly [what: string, unit: string, most: number][];
  additional?: boolean;
  method?: CascadeMethod;
  perspective?: Perspective;
}

const texts = { ...leaderPlans, ...staffPlans };

/** The kinds of plans in the sample agency. */
export type DemoPlan = keyof typeof texts;

/** Sample plans; the numbers of their work results count from 1. */
export const demoPlans: Record<DemoPlan, readonly DemoWorkResult[]> = texts;

/** What leaders of the sample agency expect especially. */
export const demoExpectations: Partial<Record<Behaviour, string>> = {
  berorientasi_pelayanan: 'Menjawab permintaan warga paling lambat pada hari kerja berikutnya.',
  akuntabel: 'Melaporkan kegiatan pada hari yang sama, lengkap dengan bukti dukung.',
  kolaboratif: 'Berkoordinasi dengan unit lain sebelum data dipublikasikan.',
};

/** The annexes of the sample plans. */
export const demoAnnexes: PlanAnnexes = {
  resources: ['Laptop dan jaringan internet', 'Kendaraan operasional untuk kunjungan lapangan'],
  accountability: ['Laporan tertulis setiap triwulan kepada atasan', 'Dialog kinerja setiap bulan'],
  consequences: ['Capaian di atas ekspektasi: diusulkan mengikuti pelatihan teknis'],
};
