import type { Role } from '../core/model.ts';
import type { announcementId } from './announcement-id.ts';
import { stop } from './stop.ts';

const role: Record<Role, string> = { pegawai: 'employees', hr: 'HR', admin: 'admins', pengamat: 'observers' };

/** Announcements (siaran) and the control room in English. */
export const announcementEn: typeof announcementId = {
  onlyHr: () => 'Only HR can announce something and open the control room.',
  form: () => 'Announcement',
  review: () => 'Check',
  field: {
    text: () => 'Text',
    units: () => 'Units',
    who: () => 'For',
    deadline: () => 'Deadline',
    countdown: () => 'Countdown',
    goal: () => 'Complete when',
    at: () => 'Sent',
  },
  ask: {
    text: () => 'What do you want to announce?',
    textHint: () => 'Recipients read exactly what you write.',
    textExample: () => 'Please complete your plan (SKP) of 2027 in Tutur.',
    units: () => 'For which units?',
    unitsHint: () => 'Type the name of a unit, several parted by semicolons. The units below are included.',
    who: () => 'For whom?',
    deadline: () => 'Is there a deadline?',
    deadlineHint: () => 'For example: Friday, 31 January, or 31/1/2027.',
    countdown: () => 'Remind people before the deadline (14, 7, 3 and 1 days before, and on the day)?',
    countdownHint: () => 'Only those who are not complete.',
    goal: () => 'When is somebody complete?',
    at: () => 'When is it sent?',
    atHint: (zone: string) => `For example: now, tomorrow 08:00, or 27 November 08:00 (${zone}).`,
  },
  option: {
    allUnits: () => 'All units',
    everybody: () => 'Everybody',
    role: (which) => `Only ${role[which]}`,
    supervisors: () => 'Only supervisors',
    state: (state, n, what) =>
      ({
        not_linked: 'Those who are not linked',
        no_plan: `Those without a plan (SKP) of ${n}`,
        not_reported: `Those without a report on the last ${n} working ${n === 1 ? 'day' : 'days'}`,
        not_acknowledged: `Those who have not read: ${what}`,
      })[state],
    yes: () => 'Yes',
    no: () => 'No',
    goal: (goal) =>
      ({ read: 'it is read', plan: 'the plan (SKP) is there', report: 'that day is reported' })[goal],
    now: () => 'Now',
    tomorrow: () => 'Tomorrow 08:00',
  },
  problem: {
    empty: () => 'There is no text yet. Write what recipients are to read.',
    unitUnknown: (text) => `There is no unit "${text}". Type its name as it is in the people file.`,
    unitAmbiguous: (text, names) => `"${text}" fits several units: ${stop(names)} Type the whole name.`,
    deadline: () => 'I could not read the date. For example: Friday, 31 January, or 31/1/2027.',
    deadlinePast: () => 'That deadline has passed. Write today or a later day.',
    moment: () => 'I could not read the time. For example: now, tomorrow 08:00, or 27 November 08:00.',
    momentPast: () => 'That time has passed. Write one that is still to come, or: now.',
    afterDeadline: () => 'An announcement cannot be sent after its deadline. Change one of them.',
  },
  preview: {
    title: () => 'This is what recipients will see:',
    recipients: (n) => `Recipients: ${n}`,
    linked: (parts) => `Linked: ${parts}`,
    notLinked: (n) => `Not linked: ${n} (they get it if they link before the deadline)`,
    unreachable: (n) => `Cannot be reached: ${n} (they blocked the bot)`,
    nobody: () => 'There are no recipients. Change the units or whom it is for.',
    duration: (text) => `Expected time to send: ${text}`,
    pages: (platform, n) => `${n} messages on ${platform}.`,
    sending: (when) => `Sent: ${when}`,
    now: () => 'as soon as you press Send',
    countdown: (dates) => `Countdown: ${dates}`,
    noCountdownLeft: () => 'Countdown: no date is left',
    quiet: () => 'This is in quiet hours; recipients get it when they end.',
    to: (who, units) => `For: ${who}, ${units}`,
    goal: (goal) => `Complete when ${goal}`,
  },
  seconds: (seconds) =>
    seconds < 120 ? `about ${Math.max(1, seconds)} s` : `about ${Math.ceil(seconds / 60)} min`,
  message: {
    title: (kind) => (kind === 'first' ? 'Announcement by HR' : 'Reminder of an announcement'),
    deadline: (date, days) =>
      days < 0
        ? `Deadline: ${date} (has passed)`
        : `Deadline: ${date} (${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`})`,
    read: () => 'I have read it',
    thanks: (when) => `Thank you. Noted as read ${when}.`,
    thanksToast: () => 'Thank you, it is noted.',
    noReply: (contact) =>
      `Replies to an announcement are neither passed on nor recorded. If you have a question, turn to ${contact}. To report an activity, write it as a new message.`,
    notForYou: () => 'This announcement is not for you.',
  },
  confirmed: {
    sending: (n, duration) => `The announcement is on its way to ${n} people (${duration}).`,
    scheduled: (when) => `The announcement is scheduled: ${when}. Until then you can change it with /siaran.`,
    changed: () => 'The announcement is changed.',
    board: () => 'Its report appears here and keeps itself up to date.',
  },
  list: {
    title: () => 'Announcements that are scheduled or under way',
    scheduled: (when) => `scheduled ${when}`,
    sending: () => 'being sent',
    sent: (when) => `sent ${when}`,
    skipped: () => 'not sent: its time had passed',
    cancelled: (when) => `cancelled ${when}`,
    countdown: (dates) => `Next of the countdown: ${dates}`,
    unfinished: () => 'There is an announcement that is not finished.',
    none: () => 'There are no announcements.',
  },
  button: {
    compose: () => 'New announcement',
    edit: () => 'Change',
    cancel: () => 'Cancel it',
    cancelYes: () => 'Yes, cancel it',
    keep: () => 'Keep it',
    report: () => 'Report',
    remind: (n, duration) => `Remind the others (${n} people, ${duration})`,
    missing: () => 'Who is missing',
    refresh: () => 'Refresh',
    earlier: () => 'Previous',
    later: () => 'Next',
  },
  cancel: {
    ask: (body) =>
      `Cancel this announcement? What has not left will not be sent; what was sent stays there.\n${body}`,
    done: (skipped) =>
      skipped
        ? 'The announcement is cancelled. What had not left is not sent; its countdown ends as well.'
        : 'The announcement is cancelled. Nothing is sent.',
    kept: () => 'The announcement goes on.',
    already: () => 'This announcement is cancelled already.',
    finished: () => 'This announcement has been sent; there is nothing to cancel.',
  },
  edit: {
    started: () =>
      'This announcement is being sent, so it cannot be changed any more. What has not left can be cancelled with /siaran.',
    changedMeanwhile: () => 'Somebody else has just changed this announcement. Open it again with /siaran.',
  },
  remind: {
    sent: (n, duration) => `A reminder is on its way to the ${n} people who are missing (${duration}).`,
    already: (who, when) => stop(`This reminder was sent by ${who}, ${when}`),
    nobody: () => 'Everybody is complete; nobody has to be reminded.',
    over: () => 'The deadline has passed; no reminder is sent.',
  },
  board: {
    title: (when) => `Announcement, ${when}`,
    audience: (n) => `audience ${n}`,
    outcome: (outcome, n) =>
      `${
        {
          delivered: 'delivered',
          failed: 'failed',
          unreachable: 'blocked',
          not_linked: 'not linked',
          skipped: 'left out',
          waiting: 'waiting',
        }[outcome]
      } ${n}`,
    complete: (goal, n, all) =>
      `${{ read: 'Read', plan: 'Plan (SKP) is there', report: 'Reported today' }[goal]}: ${n} of ${all} (${all === 0 ? 0 : Math.floor((100 * n) / all)}%)`,
    read: (n) => `Read: ${n}`,
    units: () => 'By unit, those furthest behind first:',
    unit: (complete, all) => `${complete}/${all} complete`,
    others: (n) => `${n} other units`,
    rounds: () => 'Rounds:',
    round: (kind, n) =>
      kind === 'first'
        ? 'First'
        : kind === 'reminder'
          ? `Reminder ${n}`
          : n === 0
            ? 'On the day'
            : `${n} ${n === 1 ? 'day' : 'days'} before`,
    cancelled: (when) => `Cancelled ${when}.`,
    notSent: () => 'Not sent: its deadline had passed.',
    notYet: (when) => `Not sent yet; scheduled ${when}.`,
    updated: (when) => `Updated ${when}`,
  },
  missing: {
    title: (n, page, pages) => `Not complete: ${n} people${pages > 1 ? ` (page ${page} of ${pages})` : ''}`,
    none: () => 'Everybody is complete.',
    state: (outcome) =>
      ({
        delivered: 'delivered',
        failed: 'could not be delivered',
        unreachable: 'blocked the bot',
        not_linked: 'not linked',
        skipped: 'left out',
        waiting: 'waiting',
      })[outcome],
  },
  today: {
    title: (date) => `Control room, ${date}`,
    total: (t) =>
      `${t.people} people · linked ${t.linked} · reported ${t.reported} · absent ${t.absent} · off ${t.off} · not yet ${t.open}`,
    unit: (t) =>
      [
        `not yet ${t.open}`,
        `reported ${t.reported}`,
        ...(t.absent > 0 ? [`absent ${t.absent}`] : []),
        ...(t.off > 0 ? [`off ${t.off}`] : []),
        `linked ${t.linked}/${t.people}`,
      ].join(' · '),
    nobody: () => 'Nobody has to report yet.',
  },
};
