import { lookAgain } from '../../db/queries/agenda.ts';
import { allRules, dropRules, insertAudit, insertRules } from '../../db/queries/calendar.ts';
import { allUnits, type UnitRow, updateUnit, zonesOfPeople } from '../../db/queries/people.ts';
import { expecting, type Statement, type Store } from '../../db/store.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { type OwnRules, ownRulesAt, type Rules, type RulesVersion } from '../core/rules.ts';
import { type AgencyFile, type AgencyProblem, readAgencyFile } from './agency-file.ts';
import type { Services } from './services.ts';

/** Rules and zones as they are stored. */
export interface StoredSettings {
  units: readonly UnitRow[];
  versions: readonly RulesVersion[];
}

/** One rule that changes; null where the agency or unit does not set it, so that what is above it holds. */
export interface RuleChange {
  rule: keyof Rules;
  from: unknown;
  to: unknown;
}

/** What the agency file would change. */
export interface SettingsDifference {
  effectiveFrom: string;
  /** The agency (`unitId` and `unit` `null`) and units whose rules change from `effectiveFrom` on. */
  rules: {
    unitId: string | null;
    unit: string | null;
    changes: RuleChange[];
    /** A version that is stored already and will overrule some of these changes from this date on. */
    overruledFrom: string | null;
  }[];
  /** Zones change at once. */
  zones: { unitId: string; unit: string; from: string | null; to: string }[];
}

/** What came of an agency file; with problems nothing is stored. */
export type SettingsOutcome =
  | { ok: false; problems: AgencyProblem[] }
  | { ok: true; difference: SettingsDifference; applied: boolean };

/**
 * Brings the stored rules to what an agency file says, in one commit; `dryRun` only compares.
 *
 * New rules take effect on the file's `effective_from`, else on the next day (wherever the agency works), else, where
 * nothing is stored, today.
 */
export async function applyAgencySettings(
  services: Pick<Services, 'store' | 'now' | 'newId' | 'agency'>,
  text: string,
  { dryRun }: { dryRun: boolean },
): Promise<SettingsOutcome> {
  const read = readAgencyFile(text);
  if (!read.ok) return read;
  const { store, now, agency } = services;
  const stored = {
    units: await store.all(allUnits()),
    versions: (await store.all(allRules())) as RulesVersion[],
  };
  const today = await latestToday(store, stored.units, agency.zone, now());
  const problems = settingsProblems(read.file, stored, today);
  if (problems.length > 0) return { ok: false, problems };
  const difference = compareSettings(read.file, stored, today);
  const applied = !dryRun && difference.rules.length + difference.zones.length > 0;
  if (applied) await store.commit(settingsWrites(difference, stored, services));
  return { ok: true, difference, applied };
}

/** The date of today where the day is furthest: tomorrow's rules must not change a day that has begun anywhere. */
async function latestToday(
  store: Store,
  units: readonly UnitRow[],
  zone: string,
  now: number,
): Promise<string> {
  const people = await store.all(zonesOfPeople());
  const zones = new Set([zone, ...[...units, ...people].flatMap((row) => row.zone ?? [])]);
  return [...zones]
    .map((each) => localDate(now, each))
    .sort()
    .at(-1)!;
}

/** What of a well-formed file does not fit what is stored. */
function settingsProblems(file: AgencyFile, stored: StoredSettings, today: string): AgencyProblem[] {
  const problems: AgencyProblem[] = [];
  const from = file.effectiveFrom;
  // Days that have passed keep the rules of their time.
  if (from && from.date < today && stored.versions.length > 0)
    problems.push({ code: 'past_date', path: 'effective_from', line: from.line, value: from.date });
  const seen = new Set<string>();
  for (const { name, line } of file.units) {
    const key = name.toLowerCase();
    const place = { path: `units.${name}`, line, value: name };
    if (!unitNamed(name, stored.units)) problems.push({ code: 'unit_unknown', ...place });
    else if (seen.has(key)) problems.push({ code: 'unit_twice', ...place });
    seen.add(key);
  }
  return problems;
}

/** Compares a sound agency file with what is stored; what the file leaves out stays as it is. */
function compareSettings(file: AgencyFile, stored: StoredSettings, today: string): SettingsDifference {
  const first = stored.versions.length === 0;
  const effectiveFrom = file.effectiveFrom?.date ?? (first ? today : addDays(today, 1));
  const units = file.units.map((given) => ({ given, unit: unitNamed(given.name, stored.units)! }));
  const scopes = [
    { unitId: null, unit: null, body: file.agency },
    ...units.map(({ given, unit }) => ({ unitId: unit.id, unit: unit.name, body: given.rules })),
  ];
  const rules = scopes.flatMap(({ unitId, unit, body }) => {
    const own = stored.versions.filter((version) => version.unitId === unitId);
    const changes = changesOf(ownRulesAt(effectiveFrom, unitId, own), body);
    if (changes.length === 0) return [];
    const later = own
      .filter((version) => version.effectiveFrom > effectiveFrom)
      .filter((version) => changes.some(({ rule }) => rule in version.body))
      .map((version) => version.effectiveFrom);
    return [{ unitId, unit, changes, overruledFrom: later.sort()[0] ?? null }];
  });
  const zones = units.flatMap(({ given: { zone }, unit }) =>
    zone !== null && zone !== unit.zone
      ? [{ unitId: unit.id, unit: unit.name, from: unit.zone, to: zone }]
      : [],
  );
  return { effectiveFrom, rules, zones };
}

/** The writes that a difference asks for; two versions of one unit never share a date. */
function settingsWrites(
  { effectiveFrom, rules, zones }: SettingsDifference,
  stored: StoredSettings,
  { now, newId }: Pick<Services, 'now' | 'newId'>,
): Statement[] {
  const versions = rules.flatMap(({ unitId, changes }): Statement[] => {
    const sameDay = stored.versions.filter(
      (version) => version.unitId === unitId && version.effectiveFrom === effectiveFrom,
    );
    const news = Object.fromEntries(changes.map(({ rule, to }) => [rule, to]));
    const body = Object.assign({}, ...sameDay.map((version) => version.body), news);
    return [dropRules(unitId, effectiveFrom), insertRules({ id: newId(), unitId, effectiveFrom, body })];
  });
  const detail = { effectiveFrom, rules: rules.length, zones: zones.length };
  const audit = {
    id: newId(),
    at: now(),
    actorId: null,
    action: 'settings.apply',
    subject: 'settings',
    detail,
  };
  return [
    ...versions,
    ...zones.map(({ unitId, to }) => expecting(1, updateUnit(unitId, { zone: to }))),
    lookAgain(null),
    insertAudit(audit),
  ];
}

/** Rules that are always compared together, because one of them alone says nothing. */
const TOGETHER: (keyof Rules)[] = ['quietFrom', 'quietTo'];

function changesOf(before: OwnRules, after: OwnRules): RuleChange[] {
  // Nothing set, and what was set taken back, are the same.
  const differs = (rule: keyof Rules) =>
    rule in after && canonical(before[rule] ?? null) !== canonical(after[rule]);
  return (Object.keys(after) as (keyof Rules)[])
    .filter((rule) => differs(rule) || (TOGETHER.includes(rule) && TOGETHER.some(differs)))
    .map((rule) => ({ rule, from: before[rule] ?? null, to: after[rule] }));
}

/** PostgreSQL's jsonb orders keys anew, so they are compared in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}

function unitNamed(name: string, units: readonly UnitRow[]): UnitRow | undefined {
  const wanted = name.trim().toLowerCase();
  return units.find((unit) => unit.name.toLowerCase() === wanted);
}
