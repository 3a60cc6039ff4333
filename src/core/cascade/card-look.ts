/** What a card of the picture stands for; it decides how the card looks. */
export type CardTone = 'strategy' | 'agreement' | 'leader' | 'result' | 'role' | 'gap' | 'orphan';

/** The colours of a card. */
export interface Look {
  fill: string;
  stroke: string;
  accent: string;
  label: string;
  title: string;
  note: string;
  dashed: boolean;
}

/** The colour of titles. */
export const INK = '#1b2733';
/** The colour of what is said aside. */
export const MUTED = '#5b6b7b';
/** The colour of the lines between cards. */
export const RAIL = '#9fb3c8';
const light = (accent: string, change: Partial<Look> = {}): Look => ({
  ...{ fill: '#ffffff', stroke: '#d3dce6', accent, label: accent, title: INK, note: MUTED, dashed: false },
  ...change,
});
const solid = (fill: string): Look => ({
  ...{ fill, stroke: fill, accent: fill, label: '#cfe3f2', title: '#ffffff', note: '#dceaf5', dashed: false },
});
/** How each kind of card looks; gaps and contributions that are not in force have broken edges. */
export const LOOKS: Record<CardTone, Look> = {
  strategy: solid('#12394f'),
  agreement: solid('#1d5c8f'),
  leader: light('#1d5c8f', { stroke: '#8fb4d3', fill: '#f7fbff' }),
  result: light('#2f855a'),
  role: light('#64748b', { stroke: '#94a3b8', dashed: true }),
  gap: light('#b45309', { stroke: '#e0a458', fill: '#fff8ec', title: '#8a3f06', dashed: true }),
  orphan: light('#b42318', { stroke: '#eab4ae', fill: '#fff6f5' }),
};
/** The frames around everything below a goal. */
export const FRAMES = {
  strategy: { fill: '#eaf1f4', stroke: '#c3d5dd' },
  agreement: { fill: '#f1f6fb', stroke: '#cbdcec' },
};
