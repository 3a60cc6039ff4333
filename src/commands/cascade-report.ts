import type { AgreementImport } from '../app/import/agreement.ts';
import type { MatrixImport } from '../app/import/matrix.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import type { Described } from './import-report.ts';

/** Describes what an agreement file would change, goal by goal. */
export function describeAgreement({ difference, units }: AgreementImport, t: OperatorTexts): Described {
  const { added, changed, unchanged, retired } = difference;
  const name = ({ unitId, year, kind, number }: (typeof added)[number] | (typeof retired)[number]) =>
    `${units.get(unitId) ?? ''} ${year}, ${t.import.goal(kind, number)}`;
  const data = (goal: Parameters<typeof name>[0]) => ({
    ...{ unit: units.get(goal.unitId), year: goal.year, kind: goal.kind, number: goal.number },
  });
  return {
    different: added.length + changed.length + retired.length > 0,
    lines: [
      t.import.counts(added.length, changed.length, unchanged),
      ...added.map((goal) => `+ ${name(goal)}: ${goal.title} (${t.import.measures(goal.indicators.length)})`),
      ...changed.map(({ goal, fields }) => `~ ${name(goal)}: ${fields.map(t.import.goalField).join(', ')}`),
      ...retired.map((goal) => `- ${name(goal)}: ${t.import.goalRetired(goal.title)}`),
    ],
    data: {
      added: added.map(data),
      changed: changed.map(({ goal, fields }) => ({ ...data(goal), fields })),
      retired: retired.map(data),
      unchanged,
    },
  };
}

/** Describes what a matrix file would change, cell by cell. */
export function describeMatrix({ difference, names }: MatrixImport, t: OperatorTexts): Described {
  const { added, changed, unchanged } = difference;
  type Cell = (typeof added)[number];
  const line = ({ leaderNip, number, nip, contribution }: Cell) =>
    `${names.get(leaderNip) ?? ''} RHK ${number} → ${names.get(nip) ?? ''} (${maskEmployeeNumber(nip)}): ${contribution}`;
  const data = ({ leaderNip, number, nip, year }: Cell) => ({
    ...{ leader: maskEmployeeNumber(leaderNip), number, nip: maskEmployeeNumber(nip), year },
  });
  return {
    different: added.length + changed.length > 0,
    lines: [
      t.import.counts(added.length, changed.length, unchanged),
      ...added.map((cell) => `+ ${line(cell)}`),
      ...changed.map(({ cell }) => `~ ${line(cell)}`),
      ...(added.length + changed.length > 0 ? [t.import.matrixDrafts()] : []),
    ],
    data: { added: added.map(data), changed: changed.map(({ cell }) => data(cell)), unchanged },
  };
}
