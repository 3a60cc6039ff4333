import { addDays } from '../local-time.ts';
import { periodAround } from '../period.ts';

/** The two lengths of period that action plans are made for. */
export type ActionPeriodKind = 'month' | 'quarter';

/** A month or a quarter of action plans (rencana aksi); `text` names it: `2026-03`, `2026-Q1`. */
export interface ActionPeriod {
  kind: ActionPeriodKind;
  text: string;
  year: number;
  /** 1–12 for a month, 1–4 for a quarter. */
  index: number;
  /** First and last local date. */
  from: string;
  to: string;
}

const NAME = /^(\d{4})[-\s]?(?:(0[1-9]|1[0-2])|(?:q|tw)([1-4]))$/i;

/** Reads `2026-03`, `2026-Q1` or `2026-TW1`; null for anything else. */
export function readActionPeriod(text: string): ActionPeriod | null {
  const [, year, month, quarter] = NAME.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const first = month ?? String((Number(quarter) - 1) * 3 + 1).padStart(2, '0');
  return actionPeriodOf(`${year}-${first}-01`, month === undefined ? 'quarter' : 'month');
}

/** The month or quarter that a local date lies in. */
export function actionPeriodOf(date: string, kind: ActionPeriodKind): ActionPeriod {
  const { from, to } = periodAround(kind, date);
  const [year = '', month = ''] = from.split('-');
  const index = kind === 'month' ? Number(month) : Math.ceil(Number(month) / 3);
  const text = kind === 'month' ? `${year}-${month}` : `${year}-Q${index}`;
  return { kind, text, year: Number(year), index, from, to };
}

/** The period of the same kind that comes next. */
export const periodAfter = ({ kind, to }: ActionPeriod): ActionPeriod => actionPeriodOf(addDays(to, 1), kind);

/** The period of the same kind that comes before. */
export const periodBefore = ({ kind, from }: ActionPeriod): ActionPeriod =>
  actionPeriodOf(addDays(from, -1), kind);

/** Whether a local date lies in the period that a stored text names. */
export function isOpenOn(period: string, date: string): boolean {
  const span = readActionPeriod(period);
  return span !== null && span.from <= date && date <= span.to;
}

/** Whether two periods have a day in common. */
export const overlaps = (a: ActionPeriod, b: ActionPeriod): boolean => a.from <= b.to && b.from <= a.to;
