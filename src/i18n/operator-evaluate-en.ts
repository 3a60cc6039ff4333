import type { PastPredicate } from '../core/import/history.ts';
import type { operatorEvaluateId } from './operator-evaluate-id.ts';

const PREDICATES: Record<PastPredicate, string> = {
  very_good: 'Very good',
  good: 'Good',
  sufficient: 'Sufficient',
  needs_improvement: 'Needs improvement',
  poor: 'Poor',
  bad: 'Bad',
  very_poor: 'Very poor',
};

const RATINGS = { above: 'above expectations', meets: 'as expected', below: 'below expectations' };

/** Texts of the commands about older evaluations, in English. */
export const operatorEvaluateEn: typeof operatorEvaluateId = {
  help: {
    all: () => 'compute evaluations of older periods (2014–2021) from CSV or .xlsx; nothing is stored',
    file: () => 'CSV or .xlsx file, one row a part; example: data-files/evaluate-sample.csv',
    weights: () => 'weights of plan/behaviour in PP 30/2019: 70/30, or 60/40 with the opinion of colleagues',
    conversion: () =>
      'the agency’s conversion table of the first half of 2021: dari,sampai,nilai_dari,nilai_sampai; without it a reconstruction is used',
    history: () => 'import results of past evaluations: nip,periode,nilai,predikat,sumber,resmi',
  },
  predicate: (predicate) => PREDICATES[predicate],
  misconduct: () => 'Poor/misconduct',
  nobody: () => 'Nothing was evaluated.',
  badWeights: (text) => `The weights "${text}" are not known. Use 70/30 or 60/40.`,
  pp46: (planValue, behaviour, plan, weighted) =>
    `PP 46/2011 and Perka BKN 1/2013: 60% × ${planValue} (plan) + 40% × ${behaviour} (behaviour) = ${plan} + ${weighted}`,
  activities: (values, tasks, creativity) =>
    `activities ${values.join('; ')}; additional tasks +${tasks}; creativity +${creativity}`,
  pp30: (weight, planValue, behaviour, plan, weighted) =>
    `PP 30/2019 and PermenPANRB 8/2021: ${weight}% × ${planValue} (plan) + ${100 - weight}% × ${behaviour} (behaviour) = ${plan} + ${weighted}`,
  main: (main, additional) => `main performance ${main}; additional +${additional}`,
  integration: (converted, second) =>
    `SE MenPANRB 3/2021: 50% × ${converted} (first half, converted) + 50% × ${second} (second half)`,
  official: () => 'SE MenPANRB 3/2021: official integrated value, taken as it is',
  unverified: () =>
    'Note: the first half was converted by a reconstruction that nobody has compared with the circular’s annex. Use the official value, or give the table with --conversion.',
  p2022: (results, behaviour) =>
    `PermenPANRB 6/2022: results ${RATINGS[results]}, behaviour ${RATINGS[behaviour]}; no number`,
  refused: (problems, evaluated) =>
    `${problems} problems; ${evaluated} other evaluations were computed. Mend the file and try again.`,
  field: (field) =>
    ({ value: 'value', predicate: 'predicate', source: 'source', official: 'official' })[field],
};
