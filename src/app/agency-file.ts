import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseDate } from '../core/import/dates.ts';
import { parseZone } from '../core/import/person-fields.ts';
import type { Rules } from '../core/rules.ts';

/** What can be wrong with a value of the agency file. */
export type AgencyProblemCode =
  | 'syntax'
  | 'map'
  | 'unknown_key'
  | 'work_days'
  | 'clock'
  | 'minutes'
  | 'contact'
  | 'zone'
  | 'date'
  | 'past_date'
  | 'unit_unknown'
  | 'unit_twice';

/** One thing that is wrong in the agency file; `path` leads to it (`agency.prompt_at`), `line` is where it stands. */
export interface AgencyProblem {
  code: AgencyProblemCode;
  path: string;
  line: number | null;
  /** The value as written, or the YAML reader's own words. */
  value: string;
}

/** Rules of one unit in the agency file, and the zone that the unit works in. */
export interface UnitSettings {
  name: string;
  line: number | null;
  zone: string | null;
  rules: Partial<Rules>;
}

/** The agency file as read; what it leaves out stays as it is. */
export interface AgencyFile {
  effectiveFrom: { date: string; line: number | null } | null;
  agency: Partial<Rules>;
  units: UnitSettings[];
}

const days = new Map<string, number>();
for (const [at, names] of [
  'senin sen monday mon 1',
  'selasa sel tuesday tue 2',
  'rabu rab wednesday wed 3',
  'kamis kam thursday thu 4',
  "jumat jum jum’at jum'at friday fri 5",
  'sabtu sab saturday sat 6',
  'minggu min ahad sunday sun 7',
].entries())
  for (const name of names.split(' ')) days.set(name, at + 1);

const workDays = z
  .array(z.union([z.string(), z.number()]), { error: 'work_days' })
  .transform((list, context) => {
    const numbers = list.map((day) => days.get(String(day).trim().toLowerCase()));
    const known = numbers.filter((day) => day !== undefined);
    if (known.length === list.length && list.length > 0) return [...new Set(known)].sort((a, b) => a - b);
    context.addIssue({ code: 'custom', message: 'work_days' });
    return z.NEVER;
  });

const sentence = z.string().trim().min(1);
const contact = z
  .union([sentence, z.strictObject({ id: sentence, en: sentence })], { error: 'contact' })
  .transform((text) => (typeof text === 'string' ? { id: text, en: text } : text));

const mapError = (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown_key' : 'map');

const rulesShape = {
  work_days: workDays.optional(),
  prompt_at: z
    .string({ error: 'clock' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock')
    .optional(),
  prompt_lateness_minutes: z
    .int({ error: 'minutes' })
    .min(0, 'minutes')
    .max(24 * 60, 'minutes')
    .optional(),
  contact: contact.optional(),
};

const zone = z.string({ error: 'zone' }).transform((text, context) => {
  const known = parseZone(text.trim()) ?? (isZone(text.trim()) ? text.trim() : null);
  if (known !== null) return known;
  context.addIssue({ code: 'custom', message: 'zone' });
  return z.NEVER;
});

const date = z.string({ error: 'date' }).transform((text, context) => {
  const read = parseDate(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'date' });
  return z.NEVER;
});

// A heading with nothing below it is `null` in YAML.
const schema = z.strictObject(
  {
    effective_from: date.nullish(),
    agency: z.strictObject(rulesShape, { error: mapError }).nullish(),
    units: z
      .record(
        z.string(),
        z.strictObject({ zone: zone.optional(), ...rulesShape }, { error: mapError }).nullable(),
        {
          error: 'map',
        },
      )
      .nullish(),
  },
  { error: mapError },
);

/** Reads the agency file; every problem is named with its path and line. Units are not looked up yet. */
export function readAgencyFile(
  text: string,
): { ok: true; file: AgencyFile } | { ok: false; problems: AgencyProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, linePos }): AgencyProblem => {
      const reason = message.split('\n')[0] ?? message;
      return { code: 'syntax', path: '', line: linePos?.[0].line ?? null, value: reason };
    });
    return { ok: false, problems };
  }
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    const node = document.getIn(path, true) as { range?: [number, number, number] | null } | undefined;
    return node?.range ? lines.linePos(node.range[0]).line : null;
  };
  const data: unknown = document.toJS();
  const result = schema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue): AgencyProblem[] => {
      const paths =
        issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      return paths.map((path) => ({
        code: issue.message as AgencyProblemCode,
        path: path.join('.'),
        line: lineOf(path),
        value: shown(document.getIn(path)),
      }));
    });
    return { ok: false, problems };
  }
  const { effective_from, agency, units } = result.data;
  const effectiveFrom = effective_from ? { date: effective_from, line: lineOf(['effective_from']) } : null;
  const unitSettings = Object.entries(units ?? {}).map(
    ([name, unit]): UnitSettings => ({
      ...{ name, line: lineOf(['units', name]), zone: unit?.zone ?? null },
      rules: rulesOf(unit ?? {}),
    }),
  );
  return { ok: true, file: { effectiveFrom, agency: rulesOf(agency ?? {}), units: unitSettings } };
}

function rulesOf(given: {
  work_days?: number[] | undefined;
  prompt_at?: string | undefined;
  prompt_lateness_minutes?: number | undefined;
  contact?: { id: string; en: string } | undefined;
}): Partial<Rules> {
  return {
    ...(given.work_days && { workDays: given.work_days }),
    ...(given.prompt_at && { promptAt: given.prompt_at }),
    ...(given.prompt_lateness_minutes !== undefined && { promptLateness: given.prompt_lateness_minutes }),
    ...(given.contact && { contact: { id: given.contact.id, en: given.contact.en } }),
  };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isZone(name: string): boolean {
  if (!name.includes('/')) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
