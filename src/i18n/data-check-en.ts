import type { Finding } from '../core/staffing/data-check.ts';
import type { dataCheckId } from './data-check-id.ts';

const found: Record<Finding, string> = {
  unit_leader: 'Units without a leader',
  no_supervisor: 'Without a supervisor',
  supervisor_left: 'Supervisor no longer active',
  supervisor_loop: 'Supervisors in a circle',
  supervisor_apart: 'Supervisor not linked',
  not_linked: 'Not linked',
  level: 'Level of the position unknown',
  no_plan: 'Without an agreed plan',
  no_results: 'Plan without work results',
  no_measures: 'Work results without indicators',
  no_targets: 'Indicators without a target',
};
const mend: Record<Finding, string> = {
  unit_leader: 'Fill the column memimpin of the people file and import it.',
  no_supervisor: 'Set their supervisor with the command supervisor.',
  supervisor_left: 'Set a new supervisor with the command supervisor.',
  supervisor_loop: 'Correct one of their supervisors with the command supervisor.',
  supervisor_apart: 'Send the supervisor an invitation.',
  not_linked: 'Send an invitation.',
  level: 'Fill the column jenjang of the people file and import it.',
  no_plan: 'The employee proposes a plan, the supervisor agrees.',
  no_results: 'The employee completes the work results of the plan.',
  no_measures: 'The employee completes the indicators of the plan.',
  no_targets: 'The employee completes the targets of the plan.',
};

/** English texts of the check before a cycle starts. */
export const dataCheckEn: typeof dataCheckId = {
  title: (year, where) => `Ready for ${year}${where ? `, ${where}` : ''}`,
  people: (ready, all) => `${ready} of ${all} people are ready.`,
  ready: () => 'All data are ready.',
  mend: (finding) => mend[finding],
  names: (finding, n) => `${found[finding]} (${n})`,
  page: (n, all) => `Page ${n} of ${all}`,
  none: () => 'None any more; everything is complete.',
  earlier: () => 'Earlier',
  later: () => 'Later',
  remind: () => 'Start administrative reminders',
  usage: () => 'Write: check, check 2027, or check 2027 and the name of a unit.',
  unknownUnit: (text, names) =>
    `There is no unit "${text}"${names ? `; maybe ${names}` : ''}. Write the unit's name as HR keeps it.`,
};
