import type { DaySpan } from '../day-span.ts';
import { addDays } from '../local-time.ts';
import { type SupervisionKind, type SupervisionSpan, supervisorOn } from './supervision.ts';

/** A part of a period, and who assesses it. */
export interface AssessedPart extends DaySpan {
  supervisorId: string;
  kind: SupervisionKind;
}

/** Who assesses which part of a period (PermenPANRB 6/2022), in order; days without a supervisor are left out. */
export function assessorsIn(spans: readonly SupervisionSpan[], { from, to }: DaySpan): AssessedPart[] {
  const starts = spans.flatMap(({ fromDate, toDate }) => [
    fromDate,
    ...(toDate === null ? [] : [addDays(toDate, 1)]),
  ]);
  const cuts = [...new Set([from, ...starts.filter((date) => date > from && date <= to)])].sort();
  const parts: AssessedPart[] = [];
  cuts.forEach((start, index) => {
    const next = cuts[index + 1];
    const end = next === undefined ? to : addDays(next, -1);
    const span = supervisorOn(spans, start);
    if (!span || span.supervisorId === null) return;
    const { supervisorId, kind } = span;
    const last = parts.at(-1);
    const goesOn = last?.supervisorId === supervisorId && last.kind === kind && addDays(last.to, 1) === start;
    if (goesOn) last.to = end;
    else parts.push({ supervisorId, kind, from: start, to: end });
  });
  return parts;
}
