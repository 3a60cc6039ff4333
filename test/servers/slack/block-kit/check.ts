import { asText, codePoints, type Json } from '../../shared/values.ts';

/** Where blocks are shown; some are allowed only in some places. */
export type Surface = 'message' | 'modal' | 'home';

/** One pass over blocks: where we are, and what was found wrong. */
export interface Check {
  surface: Surface;
  /** What Slack refuses, with the place as a JSON pointer. */
  problems: string[];
  /** Mrkdwn that would mention or link by accident; Slack accepts it, the tests do not. */
  unescaped: string[];
  blockIds: Set<string>;
  focused: number;
}

/** Starts a pass. */
export function startCheck(surface: Surface): Check {
  return { surface, problems: [], unescaped: [], blockIds: new Set(), focused: 0 };
}

/** Notes a problem at a place. */
export function problem(check: Check, at: string, what: string): void {
  check.problems.push(`${what} [json-pointer:${at}]`);
}

/** Checks that an object has only known fields. */
export function checkFields(check: Check, at: string, value: Json, known: readonly string[]): void {
  for (const key of Object.keys(value))
    if (!known.includes(key)) problem(check, at, `no additional property "${key}" allowed`);
}

/** Checks a plain value that must be text within a length; missing is right unless `required`. */
export function checkString(
  check: Check,
  at: string,
  value: unknown,
  { max, min = 1, required = false }: { max: number; min?: number; required?: boolean },
): void {
  if (value === undefined) {
    if (required) problem(check, at, 'missing required field');
    return;
  }
  const length = codePoints(asText(value));
  if (typeof value !== 'string') problem(check, at, 'must be a string');
  else if (length > max) problem(check, at, `must be less than ${max + 1} characters`);
  else if (length < min) problem(check, at, `must be more than ${min - 1} characters`);
}

/** Checks a list's length and gives its members. */
export function checkList(
  check: Check,
  at: string,
  value: unknown,
  { max, min = 1 }: { max: number; min?: number },
): unknown[] {
  if (!Array.isArray(value)) {
    problem(check, at, 'must be a list');
    return [];
  }
  if (value.length > max) problem(check, at, `no more than ${max} items allowed`);
  if (value.length < min) problem(check, at, `no fewer than ${min} items allowed`);
  return value;
}
