import { type FieldChange, isEmpty, type PeopleDifference } from '../app/import/people-difference.ts';
import { isUnchanged, type PlanDifference } from '../app/import/plans-difference.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';

/** A difference for the screen and for `--json`, without any full NIP. */
export interface Described {
  different: boolean;
  lines: string[];
  data: Record<string, unknown>;
}

/** Describes what a people file would change. */
export function describePeople(difference: PeopleDifference, t: OperatorTexts): Described {
  const { units, added, changed, unchanged, missing } = difference;
  const lines = [
    t.import.counts(added.length, changed.length, unchanged),
    ...added.map(({ nip, name, unit }) => `+ ${name} (${maskEmployeeNumber(nip)}), ${unit}`),
    ...changed.map(({ person, fields }) => {
      const parts = fields.map((field) => changeText(field, t)).join('; ');
      return `~ ${person.name} (${maskEmployeeNumber(person.nip)}): ${parts}`;
    }),
    ...units.added.map(({ name, parent }) => `+ ${t.import.unitAdded(name, parent)}`),
    ...units.moved.map(({ name, from, to }) => `~ ${t.import.unitMoved(name, from, to)}`),
    ...units.led.map(({ name, from, to }) => `~ ${t.import.unitLed(name, masked(from), masked(to))}`),
    ...units.independent.map(({ name, to }) => `~ ${t.import.unitIndependent(name, to)}`),
    ...(missing > 0 ? [t.import.missing(missing)] : []),
  ];
  const data = {
    added: added.map(({ nip, name, unit }) => ({ nip: maskEmployeeNumber(nip), name, unit })),
    changed: changed.map(({ person, fields }) => ({
      ...{ nip: maskEmployeeNumber(person.nip), name: person.name },
      fields: fields.map(({ field }) => field),
    })),
    ...{ unchanged, missing },
    units: {
      added: units.added,
      moved: units.moved.map(({ name, from, to }) => ({ name, from, to })),
      led: units.led.map(({ name, from, to }) => ({ name, from: masked(from), to: masked(to) })),
      independent: units.independent,
    },
  };
  return { different: !isEmpty(difference), lines, data };
}

/** Describes what a plans file would change, plan by plan. */
export function describePlans(
  differences: readonly PlanDifference[],
  names: ReadonlyMap<string, string>,
  t: OperatorTexts,
): Described {
  const added = differences.filter(({ planId }) => planId === null);
  const same = differences.filter(isUnchanged);
  const changed = differences.filter((plan) => plan.planId !== null && !isUnchanged(plan));
  const title = ({ nip, year }: PlanDifference) =>
    `${names.get(nip) ?? ''} (${maskEmployeeNumber(nip)}), ${year}`;
  const from = (plan: PlanDifference) => (plan.from === null ? '' : ` (${t.import.planFrom(plan.from)})`);
  const results = ({ added, changed, retired, fields: frame }: PlanDifference): string[] => [
    ...added.map(({ number, title }) => `  + RHK ${number}: ${title}`),
    ...changed.map(({ workResult: { number }, fields }) => {
      const parts = fields.map((field) => t.import.workResultField(field)).join(', ');
      return `  ~ RHK ${number}: ${parts}`;
    }),
    ...frame.map((field) => `  ~ ${t.import.planField(field)}`),
    ...retired.map(({ number, title }) => `  - RHK ${number}: ${t.import.retired(title)}`),
  ];
  const lines = [
    t.import.counts(added.length, changed.length, same.length),
    ...added.map((plan) => `+ ${title(plan)}: ${t.import.workResults(plan.added.length)}${from(plan)}`),
    ...changed.flatMap((plan) => [`~ ${title(plan)}${from(plan)}`, ...results(plan)]),
  ];
  const data = (plan: PlanDifference) => ({
    ...{ nip: maskEmployeeNumber(plan.nip), year: plan.year, unchanged: plan.unchanged },
    added: plan.added.map(({ number }) => number),
    changed: plan.changed.map(({ workResult: { number }, fields }) => ({ number, fields })),
    retired: plan.retired.map(({ number }) => number),
    ...{ fields: plan.fields, from: plan.from },
  });
  return {
    different: same.length < differences.length,
    lines,
    data: { added: added.map(data), changed: changed.map(data), unchanged: same.length },
  };
}

const masked = (nip: string | null) => (nip === null ? null : maskEmployeeNumber(nip));

function changeText({ field, from, to }: FieldChange, t: OperatorTexts): string {
  const show = (value: string | null) =>
    value === null || value === '' ? '–' : field === 'supervisor' ? maskEmployeeNumber(value) : value;
  return `${t.import.personField(field)} ${show(from)} → ${show(to)}`;
}
