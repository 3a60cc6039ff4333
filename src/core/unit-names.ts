interface UnitName {
  id: string;
  name: string;
}

/** Units that a text names, or the part of it that names none or several. */
export type NamedUnits =
  | { ok: true; unitIds: string[] }
  | { ok: false; problem: 'unknown' | 'ambiguous'; text: string; candidates: string[] };

/** The one unit that a text names, or those that it may mean. */
export type FoundUnit<Unit> = { ok: true; unit: Unit } | { ok: false; candidates: string[] };

/** Candidates that are named in a problem. */
const MAX_CANDIDATES = 5;

/**
 * Reads the names of units: one, or several parted by line breaks, semicolons or commas.
 *
 * Names are compared whatever their case; a part of a name is enough where only one unit has it.
 */
export function readUnitNames(text: string, units: readonly UnitName[]): NamedUnits {
  const whole = unitsMeant(text, units);
  if (whole.ok) return whole;
  let found = whole;
  for (const separator of [/\s*[;\n]\s*/, /\s*[;,\n]\s*/]) {
    const names = text.split(separator).filter((name) => name.trim() !== '');
    if (names.length < 2) continue;
    const each = names.map((name) => unitsMeant(name, units));
    const problem = each.find((one) => !one.ok);
    if (!problem)
      return { ok: true, unitIds: [...new Set(each.flatMap((one) => (one.ok ? one.unitIds : [])))] };
    found = problem;
  }
  return found;
}

/** Finds the one unit that a text names, by its name or a part of it that no other has. */
export function findUnit<Unit extends UnitName>(text: string, units: readonly Unit[]): FoundUnit<Unit> {
  const read = unitsMeant(text, units);
  const unit = read.ok ? units.find(({ id }) => id === read.unitIds[0]) : undefined;
  return unit ? { ok: true, unit } : { ok: false, candidates: read.ok ? [] : read.candidates };
}

function unitsMeant(text: string, units: readonly UnitName[]): NamedUnits {
  const wanted = simple(text);
  const exact = units.find((unit) => simple(unit.name) === wanted);
  if (exact) return { ok: true, unitIds: [exact.id] };
  const partly = wanted.length < 3 ? [] : units.filter((unit) => simple(unit.name).includes(wanted));
  const [only] = partly;
  if (only && partly.length === 1) return { ok: true, unitIds: [only.id] };
  return {
    ok: false,
    problem: partly.length > 1 ? 'ambiguous' : 'unknown',
    text: text.trim(),
    candidates: partly.slice(0, MAX_CANDIDATES).map((unit) => unit.name),
  };
}

const simple = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
