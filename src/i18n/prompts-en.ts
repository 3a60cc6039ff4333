import type { promptsId } from './prompts-id.ts';
import { stop } from './stop.ts';

/** English texts about prompts. */
export const promptsEn: typeof promptsId = {
  last: (cutOff, left) => `Reports are due ${cutOff}, in ${left}.`,
  lastBody: (date) =>
    `We have not received an activity for ${date} yet. If you have a moment, one short message is enough:`,
  back: () => 'Welcome back.',
  drafts: (n) =>
    `${n === 1 ? 'One draft of today is' : `${n} drafts of today are`} not saved yet; Report now shows ${n === 1 ? 'it' : 'them'}.`,
  again: () => 'As you asked, here is your reminder again.',
  at: (time) => `at ${time}`,
  atDay: (day, time) => `${day} at ${time}`,
  snooze: {
    button: (choice) => ({ minutes: 'In 15 minutes', hour: 'In 1 hour', work: 'After work' })[choice],
    done: (at) => `Fine, I will remind you again ${at}.`,
    already: (at) => `Already noted: I will remind you again ${at}.`,
    refused: (problem, at, quiet, cutOff) =>
      ({
        quiet: `That moment (${at}) is in quiet hours (${quiet}), so it cannot wait until then.`,
        closed: `Reports are due ${cutOff}, so it cannot wait until ${at}.`,
        work_over: 'Working hours are over for today.',
      })[problem],
    others: () => 'Still possible:',
    reportNow: () => 'Please report now; one message is enough.',
  },
  done: {
    date: (date) => date,
    reported: (at) => `Reported ${at}. Thank you.`,
    absent: (kind) => `${kind}: no report needed.`,
    holiday: (name) => `Holiday: ${stop(name)}`,
    dayOff: () => 'Not a working day: no report needed.',
    closed: (cutOff) => `The time to report is over (${cutOff}).`,
  },
  settings: {
    title: () => 'Reminders',
    today: () => 'Today',
    tomorrow: () => 'Tomorrow',
    at: (times) => `at ${times}, unless you have reported`,
    over: () => 'no more reminders',
    none: (why) => `no reminder (${why})`,
    reported: () => 'you have reported',
    level: (level) =>
      ({
        once: 'once a day',
        normal: 'as usual in your unit',
        more: 'more often, once more an hour later',
      })[level],
    button: (level) => ({ once: 'Once', normal: 'As usual', more: 'More often' })[level],
    how: () => 'How often',
    time: () => 'First reminder',
    byUnit: (time) => `${time}, by the rules of your unit`,
    byChoice: (time) => `${time}, your own choice`,
    budget: (messages) => `We promise: at most ${messages} messages a day on our own account.`,
    quiet: (from, to) => `No messages between ${from} and ${to}.`,
    howto: (command) => `A time of your own: type ${command} 16:30. Back to your unit: ${command} normal.`,
    changed: () => 'Your choice is saved.',
    fromTomorrow: () => 'That time has passed today; it holds from the next working day on.',
    notAsked: () => 'You are not asked to report, so there are no reminders.',
    refused: (problem, given, from, to, command) =>
      ({
        unclear: `"${given}" was not understood. Write for example ${command} 16:30, ${command} once, ${command} normal or ${command} more.`,
        before_work: `At ${given} working hours have not begun. Choose a time between ${from} and ${to}.`,
        quiet: `${given} is in quiet hours. Choose a time between ${from} and ${to}.`,
        too_late: `${given} is too close to the cut-off. Choose a time between ${from} and ${to}.`,
      })[problem],
  },
  why: {
    title: () => 'Why (not) reminded',
    digests: () => 'Team list',
    noRecordOf: (dates) => `There is no record for ${dates}.`,
    noRecord: () => 'no record.',
    notYet: () => 'nothing has been decided yet.',
    future: () => 'That date has not come yet. Type reminders to see what is planned.',
    badDate: () => 'The date was not understood. Examples: why 23/11, why yesterday.',
    and: () => 'and',
    prompted: (wish) =>
      wish ? 'reminded again, as you had asked.' : 'reminded, because there was no report yet.',
    promptedLater: (wish, time) =>
      wish
        ? `reminded again as you had asked; it arrived at ${time}.`
        : `reminded, because there was no report yet; it arrived at ${time}.`,
    planned: () => 'will be reminded again, as you asked.',
    waiting: () => 'to be reminded, because there was no report yet; the message has not left yet.',
    dropped: (why) => `called off just before sending, because ${why}.`,
    failed: (why) => `the reminder could not be sent, because ${why}.`,
    skipped: (why) => `not reminded, because ${why}.`,
    reason: {
      reported: () => 'the report had come',
      absent: (kind) => `you were recorded as absent${kind ? ` (${kind})` : ''}`,
      holiday: (name) => `it was a holiday (${name})`,
      weekend: () => 'it was not a working day',
      off_duty: () => 'you were off duty by the roster',
      not_linked: () => 'no account was linked',
      joined_later: () => 'you were registered after that time',
      snoozed: () => 'you had put the reminder off',
      too_late: () => 'the system was not running at that time',
      late_to_send: () => 'it could only have been sent long after its time',
      chosen_later: () => 'the time you chose had passed when you chose it',
      closed: () => 'the time to report was over',
      unreachable: () => 'the bot was blocked or the account inactive',
      inactive: () => 'you were no longer active',
      unknown: () => 'there was a delivery problem',
    },
    digest: {
      sent: (date, when) => `List of ${date}: sent ${when}.`,
      waiting: (date) => `List of ${date}: prepared, not sent yet.`,
      none: (date) => `List of ${date}: none, because nobody had to report.`,
      not_linked: (date) => `List of ${date}: not sent, because no account was linked.`,
      failed: (date) => `List of ${date}: could not be sent.`,
    },
  },
  digest: {
    title: (date) => `Team reports, ${date}`,
    titleMany: () => 'Team reports',
    reported: (n, all) => `Reported: ${n} of ${all}`,
    late: () => 'late',
    excused: () => 'late, with a reason that was accepted',
    missing: (n) => `No report yet: ${n}`,
    extended: () => 'Still within an extended window',
    until: (when) => `until ${when}`,
    absent: () => 'Not on duty',
    more: (n) => `and ${n} more`,
    private: () => 'Only you receive this list. Reports that come later are added here.',
    nobody: () => 'None of your people has to report for that day any more.',
  },
};
