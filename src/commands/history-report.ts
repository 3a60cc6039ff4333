import type { HistoryImport } from '../app/import/history.ts';
import type { FileResult } from '../app/import/history-difference.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import type { PastPredicate } from '../core/import/history.ts';
import type { Locale } from '../core/model.ts';
import { fixed, fraction } from '../core/rulebooks/fraction.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import type { Described } from './import-report.ts';

/** Describes what a history file would change, result by result. */
export function describeHistory(
  { difference, people }: Pick<HistoryImport, 'difference' | 'people'>,
  locale: Locale,
  t: OperatorTexts,
): Described {
  const { added, changed, unchanged } = difference;
  const nipOf = ({ personId }: FileResult) => maskEmployeeNumber(people.get(personId)?.nip ?? '');
  const who = (result: FileResult) =>
    `${people.get(result.personId)?.name ?? ''} (${nipOf(result)}), ${result.period}`;
  const what = ({ valueCenti, predicate }: Pick<FileResult, 'valueCenti' | 'predicate'>) => {
    const value = valueCenti === null ? '' : `${valueText(valueCenti, locale)} `;
    return `${value}${t.evaluate.predicate(predicate as PastPredicate)}`;
  };
  const lines = [
    t.import.counts(added.length, changed.length, unchanged),
    ...added.map((result) => `+ ${who(result)}: ${what(result)}`),
    ...changed.map(({ result, before, fields }) => {
      const only = fields.every((field) => field === 'source' || field === 'official');
      const names = fields.map((field) => t.evaluate.field(field)).join(', ');
      return only
        ? `~ ${who(result)}: ${names}`
        : `~ ${who(result)}: ${what(before)} → ${what(result)} (${names})`;
    }),
  ];
  const dataOf = (result: FileResult) => ({
    ...{ nip: nipOf(result), period: result.period, regime: result.regime },
    value: result.valueCenti === null ? null : result.valueCenti / 100,
    ...{ predicate: result.predicate, source: result.source, official: result.official },
  });
  return {
    different: added.length + changed.length > 0,
    lines,
    data: {
      added: added.map(dataOf),
      changed: changed.map(({ result, fields }) => ({ ...dataOf(result), fields })),
      unchanged,
    },
  };
}

/** Hundredths as people of that language write a number. */
function valueText(centi: number, locale: Locale): string {
  const text = fixed(fraction(centi, 100));
  return locale === 'id' ? text.replace('.', ',') : text;
}
