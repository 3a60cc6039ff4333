import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseDate } from '../core/import/dates.ts';
import { parseZone } from '../core/import/person-fields.ts';
import type { OwnRules } from '../core/rules.ts';
import { inherits, type RuleProblemCode, type RuleReader, ruleReaders } from './agency-values.ts';

/** What can be wrong with a value of the agency file. */
export type AgencyProblemCode =
  | 'syntax'
  | 'map'
  | 'unknown_key'
  | RuleProblemCode
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
  rules: OwnRules;
}

/** The agency file as read; what it leaves out stays as it is. */
export interface AgencyFile {
  effectiveFrom: { date: string; line: number | null } | null;
  agency: OwnRules;
  units: UnitSettings[];
}

const mapError = (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown_key' : 'map');

const rule = ({ sets, read }: RuleReader) =>
  z
    .unknown()
    .transform((value, context): OwnRules => {
      if (inherits(value)) return Object.fromEntries(sets.map((name) => [name, null]));
      const rules = read(value, (code, key) =>
        context.addIssue({ code: 'custom', message: code, path: key === undefined ? [] : [key] }),
      );
      return rules ?? z.NEVER;
    })
    .optional();

const rulesShape = Object.fromEntries(
  Object.entries(ruleReaders).map(([name, reader]) => [name, rule(reader)]),
);

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
    if (node?.range) return lines.linePos(node.range[0]).line;
    // A key that is no text (a day's number) is not found by its text.
    return path.length > 1 ? lineOf(path.slice(0, -1)) : null;
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
        value: shown(
          path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)?.[key], data),
        ),
      }));
    });
    return { ok: false, problems };
  }
  const { effective_from, agency, units } = result.data;
  const effectiveFrom = effective_from ? { date: effective_from, line: lineOf(['effective_from']) } : null;
  const unitSettings = Object.entries(units ?? {}).map(([name, unit]): UnitSettings => {
    const { zone = null, ...rules } = unit ?? {};
    return { name, line: lineOf(['units', name]), zone, rules: rulesOf(rules) };
  });
  return { ok: true, file: { effectiveFrom, agency: rulesOf(agency ?? {}), units: unitSettings } };
}

function rulesOf(given: Record<string, OwnRules | undefined>): OwnRules {
  return Object.assign({}, ...Object.values(given));
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
