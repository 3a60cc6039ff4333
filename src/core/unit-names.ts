interface NamedUnit {
  id: string;
  name: string;
}

/** Units that a text names, or the part of it that names none or several. */
export type NamedUnits =
  | { ok: true; unitIds: string[] }
  | { ok: false; problem: 'unknown' | 'ambiguous'; text: string; candidates: string[] };

/** Candidates that are named in a problem. */
const MAX_CANDIDATES = 5;

/**
 * Reads the names of units: one, or several parted by line breaks, semicolons or commas.
 *
 * Names are compared whatever their case; a part of a name is enough where only one unit has it.
 */
export function readUnitNames(text: string, units: readonly NamedUnit[]): NamedUnits {
  const whole = findUnit(text, units);
  if (whole.ok) return whole;
  let found = whole;
  for (const separator of [/\s*[;\n]\s*/, /\s*[;,\n]\s*/]) {
    const names = text.split(separator).filter((name) => name.trim() !== '');
    if (names.length < 2) continue;
    const each = names.map((name) => findUnit(name, units));
    const problem = each.find((one) => !one.ok);
    if (!problem)
      return { ok: true, unitIds: [...new Set(each.flatMap((one) => (one.ok ? one.unitIds : [])))] };
    found = problem;
  }
  return found;
}

function findUnit(text: string, units: readonly NamedUnit[]): NamedUnits {
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
