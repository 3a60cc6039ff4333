import type { EntryStatus } from '../core/model.ts';
import { absenceEn, absenceNameEn } from './absence-en.ts';
import { actionsEn } from './actions-en.ts';
import { announcementEn } from './announcement-en.ts';
import { calendarEn } from './calendar-en.ts';
import { cascadeEn } from './cascade-en.ts';
import { commandEn, commandNameEn, helpEn } from './command-en.ts';
import { dialogueEn } from './dialogue-en.ts';
import { evaluationEn } from './evaluation-en.ts';
import { feedbackEn } from './feedback-en.ts';
import { fieldModeEn } from './field-mode-en.ts';
import { followUpEn } from './follow-up-en.ts';
import { objectionEn } from './objection-en.ts';
import { periodEn } from './period-en.ts';
import { planEn } from './plan-en.ts';
import { promptsEn } from './prompts-en.ts';
import { staffingEn } from './staffing-en.ts';
import { stop } from './stop.ts';
import type { Texts } from './texts.ts';
import { todoEn } from './todo-en.ts';
import { windowEn } from './window-en.ts';

/** English texts. */
export const en: Texts = {
  fieldMode: fieldModeEn,
  followUp: followUpEn,
  announcement: announcementEn,
  staffing: staffingEn,
  actions: actionsEn,
  objection: objectionEn,
  cascade: cascadeEn,
  dialogue: dialogueEn,
  feedback: feedbackEn,
  evaluation: evaluationEn,
  field: {
    what: () => 'Activity',
    workResult: () => 'Work result',
    time: () => 'Time',
    quantity: () => 'Output',
    evidence: () => 'Evidence',
    date: () => 'Date',
    activity: () => 'Activity',
    message: () => 'Message',
    received: () => 'Received',
    number: () => 'Number',
    name: () => 'Name',
    nip: () => 'NIP',
    position: () => 'Position',
    unit: () => 'Unit',
    supervisor: () => 'Supervisor',
    zone: () => 'Time zone',
    language: () => 'Language',
    platforms: () => 'Linked on',
    status: () => 'Status',
    reason: () => 'Reason',
  },
  form: {
    activity: () => 'Report an activity',
    feedback: () => 'Feedback',
    return: () => 'Return an activity',
    answer: () => 'Reply',
  },
  ask: {
    what: () => 'What did you work on?',
    whatHint: () => 'One activity, short and clear.',
    whatExample: () => 'Coordination meeting on the performance report',
    workResult: () => 'Which work result (RHK) does it support?',
    noPlan: () => 'Your plan (SKP) of this year is not in Tutur yet; you can report all the same.',
    time: () => 'From what time to what time?',
    timeHint: () => 'For example: 08:00-10:00',
    quantity: () => 'What came out of it, and how much?',
    quantityHint: () => 'A number and its unit. For example: 3 documents',
    quantityExample: () => '3 documents',
    evidence: () => 'Any evidence? Send a photo, a document or a link.',
    moreEvidence: (n) => `${n} received. Anything else?`,
    evidenceHint: () => 'At most 20 MB a file.',
    evidenceLink: () => 'Link to evidence',
    date: () => 'For which date?',
    wholeDay: () => 'All activities of that day',
    whichActivity: () => 'Which activity?',
    feedback: (to) => stop(`Write your feedback to ${to}`),
    returnReason: () => 'What should be improved?',
    answer: (to) => stop(`Write your reply to ${to}`),
    remarkExample: () => 'Be specific: what went well, what is missing',
    editWhich: () => 'Which part do you want to change?',
    language: () => 'Choose a language.',
  },
  problem: {
    whatUnclear: () =>
      'I could not read an activity there. Put it in words, for example: Coordination meeting.',
    tooLong: (length, max) => `Too long: ${length} of at most ${max} characters. Please shorten it.`,
    chooseOne: () => 'That is not one of the choices. Press a button, type its number, or type cancel.',
    required: () => 'Please fill this in.',
    timeUnclear: () => 'I could not read the time. Write start and end, for example 08:00-10:00.',
    emptySpan: () => 'Start and end are the same. Write both, for example 08:00-10:00.',
    acrossMidnight: () =>
      'The end is earlier than the start. A report belongs to one date; an activity across midnight is entered twice: until 24:00, and from 00:00 on the next date.',
    quantityUnclear: () =>
      'I could not read the output. Write a number and its unit, for example 3 documents.',
    noUnit: () => 'The unit is missing. Write for example: 3 documents.',
    tooLarge: () => 'That number is too large. Please check it.',
    evidenceUnclear: () =>
      'Evidence is a photo, a document, or a link that starts with https://. Send one of them, or type skip.',
    tooMuchEvidence: (max) => `At most ${max} pieces of evidence for one activity. Choose Done to go on.`,
    fileTooLarge: (name) =>
      `${name} is over 20 MB and cannot be downloaded. Send a smaller version or a link. What you entered is kept.`,
    fileKind: (name) =>
      `${name} is not of an accepted kind (photo, sound, video, PDF, Word, Excel, PowerPoint, text, ZIP). What you entered is kept.`,
    emptyText: () => 'The message is empty. Write a sentence or two.',
    unsupported: () => 'I cannot read this kind of message. Send text, a photo, a document or a link.',
    badPeriod: () =>
      'I could not read the period. For example: recap day, recap week, recap month, recap quarter, recap year, or recap 2026-11-01..2026-11-15.',
    unknownButton: () => 'I do not know this button. Type /help to see what you can do.',
    internal: () =>
      'Sorry, something went wrong here. Your last input was not saved; please send it again in a moment.',
    notAllowed: () => 'Only the supervisor of this employee can do that.',
    notYours: () => 'This is not yours.',
    gone: () => 'This no longer exists.',
  },
  workResult: {
    named: (number, title) => `RHK ${number}. ${title}`,
    inField: (number, title) => `${number}. ${title}`,
    short: (number) => `RHK ${number}`,
    additional: () => 'Additional task',
    none: () => 'No work result',
    superior: (number) => `supports RHK ${number} of the supervisor`,
  },
  duration: (minutes) =>
    [
      Math.floor(minutes / 60) > 0 ? `${Math.floor(minutes / 60)} h` : '',
      minutes % 60 > 0 ? `${minutes % 60} min` : '',
    ]
      .filter(Boolean)
      .join(' ') || '0 min',
  button: {
    back: () => 'Back',
    skip: () => 'Skip',
    cancel: () => 'Cancel',
    clear: () => 'Remove all',
    done: () => 'Done',
    save: () => 'Save',
    change: () => 'Change',
    review: () => 'Review',
    add: () => 'Add',
    replace: () => 'Replace',
    resume: () => 'Continue',
    startOver: () => 'Start over',
    reportAgain: () => 'Report another',
    reportNow: () => 'Report now',
    sameAsYesterday: () => 'Same as yesterday',
    absence: (kind) => absenceNameEn[kind],
    edit: () => 'Edit',
    withdraw: () => 'Withdraw',
    withdrawYes: () => 'Yes, withdraw',
    history: () => 'History',
    repair: () => 'Improve',
    reply: () => 'Reply',
    send: () => 'Send',
    approve: () => 'Approve',
    return: () => 'Return',
    feedback: () => 'Feedback',
    evidence: (n) => `See evidence (${n})`,
    openForm: () => 'Open the form',
    yesMe: () => 'Yes, this is me',
    notMe: () => 'Not me',
    undo: () => 'Undo',
    recap: () => 'Recap of this month',
    help: () => 'Help',
  },
  draft: {
    progress: (index, total) => `${index}/${total}`,
    review: () => 'Please check, then save',
    empty: () => '–',
    otherDay: (date) => `This report will be stored for ${date}.`,
    openForm: () => 'Answer in the form.',
    answeredPrivately: () => 'I have answered in our direct conversation.',
    alreadyAnswered: () => 'Already answered.',
    alreadyDone: () => 'Already done; nothing has changed.',
    cancelled: () => 'Cancelled. Nothing was saved.',
    nothingToCancel: () => 'There is nothing to cancel.',
    unfinished: (what) =>
      what ? `There is an unfinished report: ${what}` : 'There is an unfinished report.',
    sameText: (number) => `The same activity is already stored today (${number}). What would you like?`,
    unknownWorkResult: (number) => `There is no RHK ${number} in your plan of this year; please choose.`,
    copied: (date, n) => `${n} activities of ${date}, without their evidence. Check them, then save each.`,
    copiedPart: (shown, all) => `${shown} of ${all} activities are shown; for the rest use /report.`,
    nothingToCopy: () => 'There is no earlier report to copy.',
  },
  receipt: {
    title: (number) => `Saved · ${number}`,
    changed: (number, revision) => `Change saved · ${number} (version ${revision})`,
    dayTotal: (count, duration) =>
      `That day: ${count} ${count === 1 ? 'activity' : 'activities'}${duration ? `, ${duration}` : ''}.`,
    unchanged: (number) => `Nothing has changed in ${number}.`,
    approvalAgain: () => 'This activity was approved before; the change waits to be approved again.',
    sentTo: (name) => stop(`Passed on to ${name}`),
    noSupervisor: () =>
      'No supervisor is recorded for you. Please ask your HR office, so that this report reaches someone.',
    stamp: (date, time, zone) => `${date}, ${time} ${zone}`,
  },
  entry: {
    withdrawAsk: (what) => `Withdraw this activity? Its history is kept.\n${what}`,
    kept: () => 'Not withdrawn; this activity is kept.',
    withdrawn: (number) => `Activity ${number} is withdrawn.`,
    alreadyWithdrawn: () => 'This activity was withdrawn before.',
    history: (number) => `History of ${number}`,
    action: (action) => action,
    by: (name) => `by ${name}`,
    status: (status: EntryStatus) =>
      ({ submitted: 'waiting', approved: 'approved', returned: 'returned', withdrawn: 'withdrawn' })[status],
  },
  card: {
    summary: (count, duration) =>
      `${count} ${count === 1 ? 'activity' : 'activities'}${duration ? ` · ${duration}` : ''}`,
    none: () => 'No activities (all were withdrawn).',
    more: (n) => `${n} earlier ${n === 1 ? 'activity is' : 'activities are'} not shown.`,
    moved: (name) => stop(`This employee now reports to ${name}, who goes on from here`),
    howto: () => 'Reply to this message to give feedback.',
    evidence: (n) => `${n} ${n === 1 ? 'piece' : 'pieces'} of evidence`,
    edited: (revision) => `version ${revision}`,
  },
  talk: {
    feedback: (author) => `Feedback from ${author}`,
    reply: (author) => `Reply from ${author}`,
    appreciation: (author, emoji) => `${author} appreciates this ${emoji}`,
    returned: (author) => `Returned by ${author}`,
    approved: (author, n) => `Approved by ${author}: ${n} ${n === 1 ? 'activity' : 'activities'}`,
    about: (what, date) => `About: ${what} (${date})`,
    aboutDay: (date, activities) => `About the activities of ${date}: ${activities}`,
    howto: () => 'Reply to this message to answer.',
    sent: (name) => stop(`Sent to ${name}`),
    nobody: () =>
      'No supervisor is recorded for you, so this cannot be passed on. Please ask your HR office.',
    nothingToApprove: () => 'Everything of that day has been looked at.',
    approvedToast: (n) => `${n} ${n === 1 ? 'activity' : 'activities'} approved.`,
    returnedToast: (name) => `Returned to ${name}, with your reason.`,
    noEntries: () => 'There are no activities on that day.',
    noEvidence: () => 'There is no evidence file to open yet.',
    evidenceOf: (name, date) => `Evidence of ${name}, ${date}`,
    evidencePending: (name) => `${name} is still being downloaded; try again in a moment.`,
  },
  prompt: {
    title: (name) => `Dear ${name},`,
    body: (date) => `Nothing is reported for ${date} yet. One message is enough, for example:`,
    example: () => '08:00-10:00 Coordination meeting 1 report',
    otherDay: () => 'This button belongs to a day that has passed. Type /report for today.',
  },
  prompts: promptsEn,
  absence: absenceEn,
  link: {
    home: () => 'Write to Tutur to link this account; then what waits for you is shown here.',
    unknown: (contact) =>
      `Hello. This account is not linked to an employee yet. Ask ${contact} for an invitation code, then send: /start CODE`,
    contact: () => 'the HR office of your unit',
    privateOnly: (bot) => `Reports are private. Please go on at https://t.me/${bot}`,
    confirm: () => 'Is this you?',
    tryAgain: () =>
      'Sorry, your account cannot be checked right now. Please send your message again in a moment.',
    wrongCode: (left) =>
      left === 0
        ? 'That code is not valid, and there are no tries left. Try again in 60 minutes, or ask your HR office for a new code.'
        : `That code is not valid: mistyped, used before, or expired. Tries left: ${left}. Your HR office can give you a new one.`,
    locked: (minutes) => `Too many tries. Please try again in ${minutes} minutes, or ask your HR office.`,
    declined: () => 'All right, nothing was linked. Please tell your HR office that the code is wrong.',
    nothingToConfirm: () => 'There is nothing to confirm. Send: /start CODE',
    already: (name) => stop(`This account is linked already, as ${name}`),
    replaced: () =>
      'This account is no longer linked: the same employee has just linked another account. If that was not you, please tell your HR office at once.',
  },
  welcome: {
    title: (name) => stop(`Welcome, ${name}`),
    how: () => 'Report an activity in one message, for example:',
    example: () => '08:00-10:00 Coordination meeting RHK2 3 documents',
    guided: () => 'Or press Report now to be guided. A photo with a caption works, too.',
    supervisor: (n) =>
      `Reports of ${n} ${n === 1 ? 'employee' : 'employees'} will arrive here for you to check and answer.`,
  },
  help: helpEn,
  commandName: commandNameEn,
  command: commandEn,
  recap: {
    title: (what) => `Recap of ${what}`,
    period: (kind) =>
      ({
        day: 'the day',
        week: 'the week',
        month: 'the month',
        quarter: 'the quarter',
        year: 'the year',
        range: 'the period',
      })[kind],
    days: (reported, expected) => `Working days reported: ${reported} of ${expected}`,
    offDays: (n) => `Reported on days off: ${n}`,
    absent: (n) => `Leave, sickness, duty travel: ${n} working days`,
    since: (date) => `Counted since ${date}.`,
    totals: (count, duration, evidence) =>
      `${count} ${count === 1 ? 'activity' : 'activities'} · ${duration} · evidence: ${evidence}`,
    line: (count, duration) => `${count} ${count === 1 ? 'activity' : 'activities'}, ${duration}`,
    evidence: (n) => `evidence: ${n}`,
    last: (date) => `last ${date}`,
    nothing: () => 'No activities in this period yet.',
    waiting: (n) => `Waiting for a check: ${n}`,
    returned: (n) => `Returned: ${n}`,
    unreported: (dates) => `Not reported: ${dates}`,
    moreDates: (n) => `and ${n} more days`,
  },
  period: periodEn,
  plan: planEn,
  team: {
    title: (date) => `Team, ${date}`,
    none: () => 'No employees are recorded under you.',
    reported: (n, waiting) =>
      `${n} ${n === 1 ? 'activity' : 'activities'}, ${waiting > 0 ? `${waiting} waiting` : 'all checked'}`,
    notYet: () => 'not reported yet',
    absent: (kind) => absenceNameEn[kind].toLowerCase(),
    dayOff: () => 'day off',
  },
  calendar: calendarEn,
  profile: {
    title: () => 'My data',
    noSupervisor: () => 'not recorded',
    reportedToday: (n) => `Reported today: ${n} ${n === 1 ? 'activity' : 'activities'}.`,
    languageName: () => 'English',
    languageSet: () => 'The language is English now.',
    correct: () => 'Something wrong? Your HR office can correct it.',
  },
  todo: todoEn,
  window: windowEn,
  notice: {
    unreachable: (name, nip, platform) =>
      `${name} (${nip}) cannot be reached on ${platform}: the bot is blocked or the account is inactive. Send a new invitation if needed.`,
    evidenceFailed: (name) =>
      `${name} could not be downloaded, so it is no evidence yet. The activity is saved: press Edit on its receipt, choose Evidence, and send the file again.`,
  },
};
