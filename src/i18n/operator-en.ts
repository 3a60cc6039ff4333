import { operatorAnnouncementEn } from './operator-announcement-en.ts';
import { calendarEn } from './operator-calendar-en.ts';
import { operatorEvaluateEn } from './operator-evaluate-en.ts';
import { settingsEn } from './operator-settings-en.ts';
import { operatorStaffingEn } from './operator-staffing-en.ts';
import type { OperatorTexts } from './operator-texts.ts';
import { operatorWindowEn } from './window-en.ts';

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const duration = (seconds: number) => {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
};

/** The operator's texts in English. */
export const operatorEn: OperatorTexts = {
  announce: operatorAnnouncementEn,
  staffing: operatorStaffingEn,
  help: {
    program: () =>
      'The operator’s commands of Tutur. Exit codes: 0 done; 1 failed or problems found; 2 wrong usage.',
    help: () => 'show the help',
    standard: (text, value) => `${text} (default: ${value})`,
    title: (title) => title,
    group: (name) => ({ run: 'Running it:', data: 'Data and rules:', use: 'Day by day:' })[name],
    example: () => 'Example:',
    json: () => 'print one JSON document and nothing else',
    dryRun: () => 'only show the difference; nothing is stored',
    start: () => 'run the bot',
    check: () => 'check settings, tokens, database, webhook and clock',
    status: () => 'backlog, last failures and counts',
    demo: () => 'fill an empty database with a sample agency',
    import: {
      all: () =>
        'import people, plans, action plans, goals of units, role matrices, holidays, duty rosters or past evaluations from CSV or .xlsx',
      people: () =>
        'import people: nip,nama,jabatan,unit,induk_unit,atasan_nip,email,peran,zona,jenjang,memimpin,unit_mandiri',
      actions: () => 'import action plans: nip,tahun,rhk_no,periode,rencana_aksi,target,satuan',
      plans: () =>
        'import plans: nip,tahun,jenis,rhk_no,rhk,rhk_atasan_no,aspek,iki,target,satuan; optional: perspektif, metode, tenggat, pendekatan, berlaku_mulai, lampiran_*, ekspektasi_*',
      agreement: () =>
        'import goals of units (renstra, perjanjian kinerja): unit,tahun,jenis,nomor,sasaran,iku,target,satuan,induk_unit,induk_nomor',
      matrix: () =>
        'import role matrices as drafts: atasan_nip,rhk_no,nip,kontribusi,metode,dibagi_menurut,tahun',
      holidays: () => 'import holidays and Ramadan: tanggal,sampai,nama,jenis,unit,sumber,status',
      shifts: () => 'import duty rosters: nip,tanggal,mulai,selesai; mulai = libur on a day off',
      history: operatorEvaluateEn.help.history,
      file: () => 'CSV or .xlsx file',
    },
    settings: {
      all: () => 'rules of the agency and its units',
      apply: () => 'apply the rules of a YAML file (sample: agency.yaml)',
      file: () => 'YAML file',
    },
    summary: {
      all: () => 'summary of a period, one line a person',
      nip: () => 'one person',
      period: () => 'day, week, month, quarter, year, a date, or date..date',
    },
    invite: {
      all: () => 'make one-time invitation codes',
      unit: () => 'people of this unit and the units below it',
      nip: () => 'one person, also for a new phone',
      missing: () => 'only those who are not linked (the default without --unit and --nip)',
      format: () => 'form of the output: csv or pdf',
      days: () => 'how many days the codes work',
      out: () => 'write to a file instead of the screen',
    },
  },
  failure: {
    setting: (name, message) => `Setting ${name}: ${message}.`,
    database: (reason) => `The database cannot be opened: ${reason}. Check DATABASE_URL.`,
    conflict: (message) =>
      `Data changed while this command was running (${message}); nothing was stored. Run it again.`,
  },
  import: {
    counts: (added, changed, unchanged, removed = 0) =>
      `New: ${added}. Changed: ${changed}. ${removed > 0 ? `Removed: ${removed}. ` : ''}Unchanged: ${unchanged}.`,
    missing: (n) =>
      `${plural(n, 'stored person is', 'stored people are')} not in this file; they stay as they are.`,
    missingHolidays: (n) =>
      `${plural(n, 'stored holiday is', 'stored holidays are')} not in this file; they stay.`,
    unitAdded: (name, parent) => `Unit ${name}${parent ? `, below ${parent}` : ''}`,
    unitMoved: (name, from, to) => `Unit ${name}: parent ${from ?? '–'} → ${to}`,
    unitLed: (name, from, to) => `Unit ${name}: leader ${from ?? '–'} → ${to ?? '–'}`,
    unitIndependent: (name, is) => `Unit ${name}: independent ${is ? 'yes' : 'no'}`,
    personField: (field) =>
      ({
        ...{ name: 'name', position: 'position', unit: 'unit', supervisor: 'supervisor' },
        ...{ email: 'e-mail', roles: 'roles', zone: 'zone', level: 'level' },
      })[field],
    workResultField: (field) =>
      ({
        ...{ title: 'text', additional: 'kind', superior: 'superior’s RHK', indicators: 'indicators' },
        ...{ method: 'method', perspective: 'perspective', restored: 'listed again' },
      })[field],
    planField: (field) =>
      ({ approach: 'approach', annexes: 'annexes', expectations: 'special expectations' })[field],
    planFrom: (date) => `in force from ${date}`,
    holidayField: (field) => ({ name: 'name', kind: 'kind', source: 'source', provisional: 'status' })[field],
    goal: (kind, number) => (kind === 'strategy' ? `strategic goal ${number}` : `agreed goal ${number}`),
    goalField: (field) =>
      ({ title: 'goal', parent: 'parent', indicators: 'indicators', restored: 'current again' })[field],
    goalRetired: (title) => `${title} (not listed any more)`,
    measures: (n) => plural(n, 'indicator'),
    matrixDrafts: () => 'They come in as drafts: employees see them once the leader shares them with matrix.',
    workResults: (n) => plural(n, 'work result'),
    retired: (title) => `${title} (no longer listed; past entries keep it)`,
    warning: () => 'Note:',
    refused: (n) => `${plural(n, 'problem')}; nothing was stored. Mend the file, then import it again.`,
    applied: () => 'Stored.',
    dryRun: () => 'Only a preview; nothing was stored. Run it without --dry-run to store.',
    same: () => 'Nothing changes.',
  },
  settings: settingsEn,
  calendar: calendarEn,
  summary: {
    line: (s) =>
      `${s.reported} of ${s.expected} working days, ${s.count} activities, ${s.minutes} minutes, ${s.evidence} pieces of evidence`,
    nobody: () => 'Nobody matches.',
    period: (text) =>
      `The period "${text}" was not understood. For example: day, week, month, quarter, year, 2026-11-01..2026-11-15.`,
  },
  invite: {
    noPdf: () => 'A PDF needs a file to be written to. Add --out invitations.pdf.',
    pdfTitle: () => 'Invitations to Tutur',
    pdfCode: () => 'Invitation code',
    pdfTelegram: () => 'Telegram: scan the QR code, then press Start.',
    pdfSlack: (command) => `Slack: type ${command}`,
    pdfUntil: (date) => `Valid until ${date}.`,
    pdfSecret: () => 'For you alone; works once. Please do not share it.',
    badDays: () => 'Write a whole number from 1 to 365.',
    badNip: () => 'That is no valid NIP. Type its 18 digits.',
    personUnknown: () => 'Nobody has this NIP. Import people first (import people).',
    personInactive: () => 'The person with this NIP is no longer active.',
    unitUnknown: (unit, known) =>
      `There is no unit "${unit}". ${known.length > 0 ? `There are: ${known.join('; ')}.` : 'Import people first.'}`,
    noBot: (reason) =>
      `Telegram did not tell the bot’s name (${reason}); no code was made. Check TELEGRAM_BOT_TOKEN and the network.`,
    made: (n) => (n === 0 ? 'There is nobody to invite.' : `${plural(n, 'invitation code')} made.`),
    written: (n, path) =>
      `${plural(n, 'invitation code')} written to ${path}. Keep it safe: each works once.`,
    notWritten: (path, reason) =>
      `The file ${path} cannot be written (${reason}). Run it again: new codes replace those just made.`,
  },
  check: {
    level: { ok: () => 'OK     ', warning: () => 'WARNING', problem: () => 'PROBLEM' },
    total: (problems, warnings) => `${plural(problems, 'problem')}, ${plural(warnings, 'warning')}.`,
    settings: () => ['All settings can be read.'],
    settingRemedy: () => 'Correct the value in the environment or in the file .env; see .env.example.',
    noPlatform: () => [
      'Neither a Telegram nor a Slack token is set; the playground in the browser runs instead.',
      'Set TELEGRAM_BOT_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN.',
    ],
    database: (dialect) => [`The database (${dialect}) is open and its schema is up to date.`],
    databaseRemedy: () => 'Check DATABASE_URL, permissions, and whether the server runs.',
    notSet: (platform) => [`${platform} is not used (no token is set).`],
    unreachable: (platform, reason) => [
      `${platform} does not answer (${reason}).`,
      'Check the outgoing network, DNS and firewall.',
    ],
    telegram: (bot) => [`The Telegram token is valid: @${bot}.`],
    telegramRefused: (reason) => [
      `Telegram refuses the token (${reason}).`,
      'Copy the token from @BotFather to TELEGRAM_BOT_TOKEN again.',
    ],
    polling: () => ['Telegram: no webhook; updates are fetched by long polling.'],
    webhook: (pending) => [`The Telegram webhook is set; ${pending} updates wait.`],
    webhookMissing: () => ['The Telegram webhook is not set yet.', 'Run start: it sets the webhook.'],
    webhookElsewhere: (url) => [
      `This bot still has a webhook at ${url}, but TELEGRAM_WEBHOOK_URL is empty.`,
      'Make sure that no other program uses this bot; start removes that webhook.',
    ],
    webhookOther: (url, wanted) => [
      `The Telegram webhook leads to ${url}, not to ${wanted}.`,
      'Run start again, and make sure that no other program uses this token.',
    ],
    webhookFailing: (reason) => [
      `Telegram failed to reach the webhook within the last hour: ${reason}.`,
      'Check the certificate, the address and the proxy in front of Tutur.',
    ],
    webhookPending: (n) => [
      `${n} updates wait at Telegram.`,
      'Make sure that Tutur runs and is not overloaded.',
    ],
    slack: (team, user) => [`The Slack token is valid: ${user} in ${team}.`],
    appTokenRefused: (error) => [
      `Slack refuses SLACK_APP_TOKEN (${error}).`,
      'Generate an app-level token with connections:write and set SLACK_APP_TOKEN.',
    ],
    slackRefused: (reason) => [
      `Slack refuses the token (${reason}).`,
      'Install the app in the workspace again, then copy its xoxb- token to SLACK_BOT_TOKEN.',
    ],
    clock: () => ['The clock of this computer is right.'],
    clockUnknown: () => ['The clock was not compared: no platform answered.'],
    clockWrong: (seconds, ahead) => [
      `The clock of this computer is ${seconds} seconds ${ahead ? 'fast' : 'slow'}.`,
      'Turn on time synchronisation (NTP), such as: timedatectl set-ntp true.',
    ],
    evidence: (folder) => [`The evidence folder ${folder} can be written to.`],
    evidenceRefused: (folder, reason) => [
      `The evidence folder ${folder} cannot be written to (${reason}).`,
      'Let the user who runs Tutur write to it, or set another EVIDENCE_DIR.',
    ],
    noPeople: () => ['There are no people yet.', 'Import them: import people people.csv'],
    people: (n) => [`${plural(n, 'active person', 'active people')}.`],
    withoutSupervisor: (n) => [
      `${n} people have no supervisor; their reports reach nobody.`,
      'Fill in atasan_nip in the people file, then import it again.',
    ],
    unlinked: (n) => [`${n} people are not linked.`, 'Invite them: invite --missing --out invitations.csv'],
  },
  status: {
    people: (people, linked) => `Active people: ${people}, linked: ${linked}.`,
    entries: (n) => `Entries today: ${n}.`,
    nothingPending: () => 'Nothing waits to be sent.',
    pending: (kind, n, seconds) => `Waiting, ${kind}: ${n}, the oldest for ${duration(seconds)}.`,
    failed: (n) => `Not delivered: ${n}.`,
    unreachable: (n) => `Accounts that cannot be reached: ${n}.`,
    tick: (at, seconds) => `The scheduler last ran ${at} (${duration(seconds)} ago).`,
    noTick: () => 'The scheduler has never run.',
  },
  window: operatorWindowEn,
  evaluate: operatorEvaluateEn,
  demo: {
    notEmpty: (people, units) =>
      `This database is not empty (${people} people, ${units} units); nothing was changed. Use another DATABASE_URL, such as file:./data/demo.db.`,
    filled: (people, entries) =>
      `The sample agency is ready: Pemerintah Kabupaten Contoh, ${people} people, ${entries} entries.`,
    next: (host, port) => `Run start without tokens, then open http://${host}:${port}.`,
  },
};
