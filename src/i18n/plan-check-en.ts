import type { planCheckId } from './plan-check-id.ts';
import { stop } from './stop.ts';

/** English texts of the check of a plan, in plain words. */
export const planCheckEn: typeof planCheckId = {
  title: () => 'Check of the plan',
  clean: () => 'Everything that is checked is there.',
  problems: () => 'To be completed before it can be proposed:',
  hints: () => 'Suggestions, they do not stand in the way:',
  place: (result, indicator) =>
    result === null ? 'Plan' : indicator === null ? `RHK ${result}` : `RHK ${result}, indicator ${indicator}`,
  principles: (names) => `Five principles: ${stop(names)}`,
  met: (principle) => `${principle} ✓`,
  unmet: (principle) => `${principle} to be completed`,
  principle: (principle) => principle,
  finding: (code) =>
    ({
      no_results: 'there is no work result yet; please add one main work result at least',
      no_main: 'there is no main work result; make one of them main, or add one',
      title_short: 'the result is described too briefly; please write what is to be achieved',
      same_title: 'it says the same as another work result; tell them apart, or remove one',
      no_perspective: 'the perspective is not chosen; JPT and heads of independent units have to choose one',
      no_indicator: 'there is no indicator; please write a measure of success with its target',
      no_target: 'there is no target; write it behind an =, for example = 12 reports',
      not_measurable:
        'the target cannot be measured; write a number, a percentage or a measure such as on time',
      no_unit: 'there is no unit; write it behind the number, for example 12 reports',
      no_aspect: 'there is no aspect; begin with quantity:, quality:, time: or cost:',
      due_outside: 'it is due outside the year of this plan; choose a date in the same year',
      narrative_missing: 'there is no description of success; please write one for this work result',
      narrative_short:
        'the description does not show a result yet; write who receives what, and how good it is',
      narrative_target: 'the qualitative approach has no separate target; make it part of the description',
      no_due: 'there is no due date; add one behind a comma, for example , 31 Dec',
      no_support: 'no work result of the supervisor is named that it supports',
      no_expectations: 'there are no special expectations of the leader; talk about them with the supervisor',
      no_resources: 'the annex on resources is empty',
      no_accountability: 'the annex on accountability is empty',
      no_consequences: 'the annex on consequences is empty',
    })[code],
};
