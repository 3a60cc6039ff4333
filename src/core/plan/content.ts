/** Seven values of ASN (UU 20/2023 art. 3–4), in their order: BerAKHLAK. */
export const BEHAVIOURS = [
  'berorientasi_pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
] as const;

/** One of the seven BerAKHLAK values. */
export type Behaviour = (typeof BEHAVIOURS)[number];

/** Aspects of an indicator (PermenPANRB 6/2022). */
export const ASPECTS = ['kuantitas', 'kualitas', 'waktu', 'biaya'] as const;

/** An aspect of an indicator. */
export type Aspect = (typeof ASPECTS)[number];

/** Perspectives of work results of JPT and heads of independent units. */
export const PERSPECTIVES = ['penerima_layanan', 'proses_bisnis', 'penguatan_internal', 'anggaran'] as const;

/** A perspective of a work result. */
export type Perspective = (typeof PERSPECTIVES)[number];

/** How a superior's result comes down: divided straight, or by a supporting output. */
export type CascadeMethod = 'direct' | 'non_direct';

/** Quantitative: indicator and target apart and measurable; qualitative: both in one narrative. */
export type Approach = 'quantitative' | 'qualitative';

/** An indicator of success (indikator kinerja individu, IKI); in the qualitative approach `title` is the narrative. */
export interface PlanIndicator {
  aspect: Aspect | null;
  title: string;
  /** As written: `12`, `80–90%`, `tepat waktu`. */
  target: string | null;
  unit: string | null;
  /** Local date. */
  dueOn: string | null;
}

/** What a work result supports: a superior's work result, or a goal of the unit's agreement; `id` null: named by hand. */
export interface PlanSupport {
  kind: 'result' | 'goal';
  id: string | null;
  number: number | null;
  title: string | null;
}

/** A work result (rencana hasil kerja, RHK); its `id` is the same in every version of the plan, and activities name it. */
export interface PlanResult {
  id: string;
  number: number;
  additional: boolean;
  title: string;
  supports: PlanSupport | null;
  method: CascadeMethod | null;
  perspective: Perspective | null;
  indicators: PlanIndicator[];
}

/** The three annexes (lampiran SKP), lists of free text. */
export interface PlanAnnexes {
  /** Dukungan sumber daya. */
  resources: string[];
  /** Skema pertanggungjawaban. */
  accountability: string[];
  /** Konsekuensi. */
  consequences: string[];
}

/** Everything that a plan (SKP, PermenPANRB 6/2022) says in one of its versions. */
export interface PlanContent {
  approach: Approach;
  results: PlanResult[];
  /** Special expectations of the leader (ekspektasi khusus pimpinan), by behaviour; one that is not named has none. */
  expectations: Partial<Record<Behaviour, string>>;
  annexes: PlanAnnexes;
}

/** A plan that says nothing yet. */
export const emptyPlan: PlanContent = {
  approach: 'quantitative',
  results: [],
  expectations: {},
  annexes: { resources: [], accountability: [], consequences: [] },
};
