import type { LateReason, OutageSource } from '../core/model.ts';
import { stop } from './stop.ts';
import type { operatorWindowId, windowId } from './window-id.ts';

const reasons: Record<LateReason, string> = {
  no_signal: 'No signal',
  emergency: 'Emergency duty',
  forgotten: 'Overlooked',
  other: 'Another reason',
};
const down: Record<OutageSource, string> = {
  program: 'Tutur',
  telegram: 'Telegram',
  slack: 'Slack',
  playground: 'Tutur',
};

/** English texts about report windows, late reports and outages. */
export const windowEn: typeof windowId = {
  date: {
    today: (date) => `Today, ${date}`,
    yesterday: (date) => `Yesterday, ${date}`,
    tomorrow: (date) => `Tomorrow, ${date}`,
    late: (label) => `${label} (late)`,
    other: () => 'Another date',
    toToday: () => 'Record for today',
    assumed: (date) =>
      `Today’s work has not begun, so this is recorded for yesterday, ${date}. One tap changes it.`,
    closed: (date, first, last, contact) =>
      stop(
        `${date} cannot be reported now; ${first === last ? `only ${first} can` : `${first} to ${last} can`}. The rest of your entry is kept: choose the date, or for another one ask ${contact}`,
      ),
    byButton: () => 'Its date is changed with the button Edit on its receipt, then Change → Date.',
    unknown: () => 'That date',
  },
  why: {
    ask: () => 'The cut-off of that date has passed. What was the reason?',
    hint: () => 'Choose one, or write the reason.',
    unclear: () => 'The reason was not understood. Choose one of the buttons, or write it in words.',
    reason: (kind) => reasons[kind],
  },
  receipt: {
    grace: (cutoff) => `Received in the grace period; the cut-off was ${cutoff}.`,
    late: (cutoff, reason) => stop(`Received late; the cut-off was ${cutoff}. Reason: ${reason}`),
    waiting: () => 'The HR office decides about this reason; you will be told.',
    accepted: () => 'The HR office has accepted the reason; the day counts as on time.',
    declined: () => 'The HR office has not accepted the reason; the day counts as late.',
    added: () => 'That day was reported on time; this activity was added later.',
    extended: (cutoff) => `On time: the cut-off was extended to ${cutoff} because of an outage.`,
  },
  card: {
    grace: () => 'Reported in the grace period',
    late: (reason) => `Reported late: ${reason}`,
    status: (status) =>
      ({
        noted: '',
        waiting: 'the HR office decides',
        accepted: 'reason accepted, counts as on time',
        declined: 'reason not accepted',
      })[status],
  },
  hr: {
    title: () => 'Late report: is the reason accepted?',
    employee: () => 'Employee',
    reported: () => 'Received',
    cutoff: () => 'Cut-off',
    accept: () => 'Accept the reason',
    decline: () => 'Do not accept',
    howto: () => 'If accepted, the day counts as on time (dispensation). The employee is told.',
    accepted: (by) => stop(`Accepted by ${by}`),
    declined: (by) => stop(`Not accepted by ${by}`),
    already: (by, accepted) => stop(`Already decided by ${by}: ${accepted ? 'accepted' : 'not accepted'}`),
    notAllowed: () => 'Only the HR office decides this, and nobody about their own report.',
    withdrawn: () => 'The report of that day was withdrawn; there is nothing to decide.',
    inTime: () =>
      'The cut-off of that day was extended, so the report is on time; there is nothing to decide.',
  },
  decided: {
    accepted: (date, reason, by) =>
      stop(`The reason for ${date} (${reason}) was accepted; the day counts as on time. Decided by ${by}`),
    declined: (date, reason, by) =>
      stop(
        `The reason for ${date} (${reason}) was not accepted; the report stays stored as late. Decided by ${by}`,
      ),
  },
  recap: {
    states: (s) =>
      [
        `On time ${s.onTime + s.excused}${s.excused > 0 ? ` (${s.excused} by dispensation)` : ''}`,
        ...(s.grace > 0 ? [`in grace ${s.grace}`] : []),
        ...(s.late > 0 ? [`late ${s.late}`] : []),
        ...(s.missed > 0 ? [`not reported ${s.missed}`] : []),
        ...(s.open > 0 ? [`still open ${s.open}`] : []),
      ].join(' · '),
    late: (dates) => `Late: ${dates}`,
    grace: (dates) => `In the grace period: ${dates}`,
    excused: (dates) => `By dispensation: ${dates}`,
    extended: (date, span) => `${date} extended: outage ${span}`,
  },
  team: {
    grace: () => 'in grace',
    late: () => 'late',
  },
  outage: {
    body: (source, span) =>
      source === 'program' || source === 'playground'
        ? `I am sorry: I could not receive reports ${span}.`
        : `${down[source]} was down ${span}, so I could not receive reports.`,
    cutoff: (date, cutoff) => `The cut-off of ${date} is extended to ${cutoff}.`,
    howto: () => 'Reports up to then count as on time.',
    more: (n) => `So are ${n} other days that are not reported yet.`,
  },
  time: {
    at: (time, zone) => `${time} ${zone}`,
    on: (date, time) => `${date}, ${time}`,
    between: (from, to, zone) => `from ${from} to ${to} ${zone}`,
    span: (from, to, zone) => `from ${from} to ${to} ${zone}`,
    moment: (date, time) => `${date} ${time}`,
  },
};

/** The operator's texts about outages in English. */
export const operatorWindowEn: typeof operatorWindowId = {
  none: () => 'Outages of the last 30 days: none.',
  outage: (source, from, minutes, people) =>
    `Outage of ${source === 'program' ? 'the program' : down[source]} since ${from}: ${minutes} minutes, cut-offs of ${people} people extended.`,
  ongoing: (source, from, minutes) =>
    `Outage of ${source === 'program' ? 'the program' : down[source]} since ${from} lasts (${minutes} minutes).`,
  states: (s) =>
    `on time ${s.onTime}, excused ${s.excused}, grace ${s.grace}, late ${s.late}, missing ${s.missed}`,
};
