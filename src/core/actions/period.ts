import { type NamedPeriod, readNamedPeriod } from '../named-period.ts';

/** The two lengths of period that action plans are made for. */
const KINDS = ['month', 'quarter'] as const;

/** A month or a quarter of action plans (rencana aksi). */
export type ActionPeriod = NamedPeriod<(typeof KINDS)[number]>;

/** Reads `2026-03`, `2026-Q1` or `2026-TW1`; null for anything else. */
export const readActionPeriod = (text: string): ActionPeriod | null => readNamedPeriod(text, KINDS);

/** Whether a local date lies in the period that a stored text names. */
export function isOpenOn(period: string, date: string): boolean {
  const span = readActionPeriod(period);
  return span !== null && span.from <= date && date <= span.to;
}

/** Whether two periods have a day in common. */
export const overlaps = (a: ActionPeriod, b: ActionPeriod): boolean => a.from <= b.to && b.from <= a.to;
