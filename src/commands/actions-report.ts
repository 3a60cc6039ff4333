import type { ActionsImport } from '../app/import/actions.ts';
import type { ActionsDifference, FiledAction } from '../app/import/actions-difference.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import type { Described } from './import-report.ts';

/** Describes what an action plans file would change, person by person. */
export function describeActions(
  { differences, names }: Pick<ActionsImport, 'differences' | 'names'>,
  t: OperatorTexts,
): Described {
  const total = (count: (d: ActionsDifference) => number) => differences.reduce((n, d) => n + count(d), 0);
  const [added, changed] = [total((d) => d.added.length), total((d) => d.changed.length)];
  const text = ({ period, workResultNumber, title, target, unit }: FiledAction) => {
    const aim = [target, unit].filter(Boolean).join(' ');
    return `${period} RHK ${workResultNumber}: ${title}${aim === '' ? '' : ` (${aim})`}`;
  };
  const lines = [
    t.import.counts(
      added,
      changed,
      total((d) => d.unchanged),
    ),
    ...differences.flatMap(({ nip, year, added, changed }) =>
      added.length + changed.length === 0
        ? []
        : [
            `~ ${names.get(nip) ?? ''} (${maskEmployeeNumber(nip)}), ${year}`,
            ...added.map((row) => `  + ${text(row)}`),
            ...changed.map(({ row }) => `  ~ ${text(row)}`),
          ],
    ),
  ];
  const brief = ({ period, workResultNumber, title }: FiledAction) => ({ period, workResultNumber, title });
  const data = {
    people: differences.map((difference) => ({
      ...{ nip: maskEmployeeNumber(difference.nip), year: difference.year },
      added: difference.added.map(brief),
      changed: difference.changed.map(({ row }) => brief(row)),
      unchanged: difference.unchanged,
    })),
  };
  return { different: added + changed > 0, lines, data };
}
