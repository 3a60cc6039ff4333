/** How grave a finding is; only a problem makes `check` fail. */
export type Level = 'ok' | 'warning' | 'problem';

/** What was looked at. */
export type Area =
  | 'settings'
  | 'database'
  | 'telegram'
  | 'webhook'
  | 'slack'
  | 'clock'
  | 'evidence'
  | 'holidays'
  | 'ramadan'
  | 'rosters'
  | 'people';

/** What `check` found in one place, and how to mend it. */
export interface CheckFinding {
  area: Area;
  level: Level;
  message: string;
  remedy: string | null;
}

/** A text of a finding: what is so, and what to do about it. */
export type Advice = [message: string, remedy?: string];

/** Makes a finding of a text. */
export function finding(area: Area, level: Level, [message, remedy]: Advice): CheckFinding {
  return { area, level, message, remedy: remedy ?? null };
}
