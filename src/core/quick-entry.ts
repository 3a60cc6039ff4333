import { findQuantity, type Quantity } from './quantity.ts';
import { findTimeSpan, type TimeSpan, type TimeSpanProblem } from './time-span.ts';

/** What one message tells about an activity; null where it says nothing. */
export interface QuickEntry {
  what: string;
  time: TimeSpan | null;
  timeProblem: TimeSpanProblem | null;
  workResultNumber: number | null;
  /** The action plan that is named (`RA3`). */
  actionNumber: number | null;
  quantity: Quantity | null;
  links: string[];
  /** What stood in the way (`kendala: …`). */
  obstacle: string | null;
}

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/gi;
const OBSTACLE = /(?:^|[\s,;.(])(?:kendala|hambatan|obstacles?)\s*[:=]\s*([^\n]*)/i;
const NO_OBSTACLE = /^(?:-|nihil|tidak ada|none)?[.!]?$/i;
const WORK_RESULT = /\bRHK\s*[-#:.]?\s*(\d{1,3})\b/i;
const ACTION = /\bRA\s?[-#]?(\d{1,3})\b/i;

/**
 * Reads an activity out of one message, such as `08.00-10.00 Rapat koordinasi RHK2 3 dokumen`.
 *
 * What it does not recognise stays in the description; the person sees the result before it is stored.
 *
 * @param withActions whether `RA3` means an action plan; to somebody without action plans it may be a name
 * @param units units in which the person's results are measured, beside those that are well known
 */
export function parseQuickEntry(
  text: string,
  withActions = false,
  units: readonly string[] = [],
): QuickEntry {
  const links = [...text.matchAll(LINK)].map((match) => match[0]);
  let rest = text.replace(LINK, ' ');
  const hindered = OBSTACLE.exec(rest);
  // Times and numbers in it belong to the obstacle; only a work result may stand behind it.
  let obstacle = hindered?.[1] ?? '';
  if (hindered) rest = rest.replace(OBSTACLE, ' ');
  const time = findTimeSpan(rest);
  if (time) rest = time.rest;
  const workResult = WORK_RESULT.exec(rest) ?? WORK_RESULT.exec(obstacle);
  if (workResult && WORK_RESULT.test(rest)) rest = rest.replace(WORK_RESULT, ' ');
  else obstacle = obstacle.replace(WORK_RESULT, ' ');
  obstacle = tidy(obstacle);
  const action = withActions ? ACTION.exec(rest) : null;
  if (action) rest = rest.replace(ACTION, ' ');
  const quantity = findQuantity(tidy(rest), units);
  if (quantity) rest = quantity.rest;
  const problem = time && 'problem' in time.span ? time.span.problem : null;
  return {
    what: tidy(rest),
    time: time && !('problem' in time.span) ? time.span : null,
    timeProblem: problem,
    workResultNumber: workResult ? Number(workResult[1]) : null,
    actionNumber: action ? Number(action[1]) : null,
    quantity: quantity?.quantity ?? null,
    links,
    obstacle: NO_OBSTACLE.test(obstacle) ? null : obstacle,
  };
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/^[\s,;:|/-]+|[\s,;:|/-]+$/g, '');
}
