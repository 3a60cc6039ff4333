import type { operatorAnnouncementId } from './operator-announcement-id.ts';

/** What the operator reads about announcements, in English. */
export const operatorAnnouncementEn: typeof operatorAnnouncementId = {
  help: {
    all: () => 'announce something to people; list, report and cancel announcements',
    text: () => 'UTF-8 text file with the announcement, or - for standard input',
    unit: () => 'unit of the recipients, with the units below it; can be repeated (default: all)',
    role: () => 'only this role: pegawai, hr, admin or pengamat; can be repeated',
    supervisors: () => 'only supervisors',
    state: () => 'only those who are not_linked, no_plan or not_reported:N (the last N working days)',
    deadline: () => 'deadline, for example 2027-01-31',
    countdown: () =>
      'remind those who are not complete 14, 7, 3 and 1 days before the deadline and on the day',
    goal: () => 'what completes it: read, plan or report',
    at: () => 'when it is sent, in the zone of the agency, for example "2026-11-27 08:00" (default: now)',
    by: () => 'NIP of the HR person who sends it',
    dryRun: () => 'only show the preview, numbers, duration and schedule; nothing is sent',
    list: () => 'the newest announcements and how they stand',
    report: () => 'the report of an announcement, every unit',
    cancel: () => 'cancel an announcement; what was sent stays',
    today: () => 'the reports of today by unit',
    id: () => 'id of the announcement (see announce list)',
  },
  needs: (option) => `${option} is missing. See: announce --help`,
  notRead: (path, reason) => `The file ${path} cannot be read (${reason}).`,
  notText: (path) => `${path} is no UTF-8 text. Save it as plain text (.txt, UTF-8) and try again.`,
  empty: (path) => `${path} is empty. Write the announcement into it and try again.`,
  tooLong: (path, length, max) =>
    `${path} is too long: ${length} of ${max} characters at most. Shorten it and try again.`,
  unit: (text, known) =>
    `There is no --unit "${text}".${known.length > 0 ? ` Perhaps: ${known.join('; ')}.` : ' Use its name as it is in the people file.'}`,
  role: (text) => `--role "${text}" is unknown. Use pegawai, hr, admin or pengamat.`,
  state: (text) =>
    `--state "${text}" is unknown. Use not_linked, no_plan or not_reported:N with N from 1 to 20.`,
  goal: (text) => `--goal "${text}" is unknown. Use read, plan or report.`,
  deadline: (text) => `--deadline "${text}" is no date to come. Write it like 2027-01-31.`,
  countdown: () => '--countdown needs --deadline.',
  at: (text) =>
    `--at "${text}" is no time to come. Write it like "2026-11-27 08:00", in the zone of the agency.`,
  afterDeadline: () => 'It would be sent after its deadline. Change --at or --deadline.',
  by: (nip) => `--by ${nip}: there is no active HR person (role hr) with this NIP.`,
  nobody: () => 'There are no recipients. Change --unit, --role, --supervisors or --state.',
  refused: (n) => `${n} ${n === 1 ? 'problem' : 'problems'}; nothing is sent.`,
  page: (platform, n, all) => (all > 1 ? `--- ${platform}, message ${n} of ${all}` : `--- ${platform}`),
  button: (label) => `[${label}]`,
  dryRun: () => 'Only a preview; nothing is sent. Run it again without --dry-run to send it.',
  made: (id) => `Announcement ${id} is stored. The bot that runs sends it; see: announce report ${id}`,
  none: () => 'There are no announcements.',
  unknown: (id) => `There is no announcement ${id}. See: announce list`,
  already: () => 'This announcement is cancelled already.',
  finished: () => 'This announcement has been sent; there is nothing to cancel.',
  cancelled: () => 'Cancelled. What has not left is not sent.',
  status: (status) =>
    ({
      scheduled: 'scheduled',
      sending: 'being sent',
      sent: 'sent',
      cancelled: 'cancelled',
      skipped: 'not sent',
    })[status],
};
