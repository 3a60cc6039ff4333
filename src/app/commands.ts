import { draftsOf } from '../../db/queries/drafts.ts';
import { COMMAND_ALIASES } from '../core/command-names.ts';
import { say } from '../core/message.ts';
import { absence } from './absence.ts';
import { backAtWork } from './absence-back.ts';
import { actions } from './actions/actions.ts';
import { radar } from './actions/radar.ts';
import { announcements, compose } from './announcements.ts';
import { matrix } from './cascade/matrix.ts';
import { tree } from './cascade/tree.ts';
import { control } from './control.ts';
import { dialogues } from './dialogue/overview.ts';
import { cancel } from './drafts.ts';
import { achievementCommand, lockCommand, unlockCommand } from './evaluation/begin-board.ts';
import { evaluations } from './evaluation/command.ts';
import { patternCommand } from './evaluation/pattern-board.ts';
import { feedback } from './feedback/give.ts';
import { credit } from './follow-up/credit.ts';
import { talent } from './follow-up/talent.ts';
import { askLanguage, help, profile, setLanguage, team, welcome } from './info.ts';
import { tryCode } from './link.ts';
import { objections } from './objection/objections.ts';
import { obstacles } from './obstacles.ts';
import { answered, type Outcome } from './outcome.ts';
import { plan } from './plan/command.ts';
import { recap } from './recap.ts';
import { reminders } from './reminder.ts';
import { quickEntry, report } from './report.ts';
import type { Session } from './session.ts';
import { adminReminders, ownReminders } from './staffing/admin-reminders.ts';
import { checkData } from './staffing/check-view.ts';
import { leaving } from './staffing/departure-draft.ts';
import { supervisors } from './staffing/supervisors.ts';
import { templates } from './templates.ts';
import { todos } from './todo/todo.ts';
import { why } from './why.ts';

/** Carries out a command; `args` is what was typed behind its name. */
type Run = (session: Session, args: string) => Outcome | Promise<Outcome>;

/** Every command by its Indonesian name. */
const COMMANDS: Record<string, Run> = {
  start,
  lapor: (session, args) => (args.trim() === '' ? report(session) : quickEntry(session, args, null, null)),
  rekap: recap,
  tugas: todos,
  skp: plan,
  umpanbalik: feedback,
  aksi: actions,
  radar,
  evaluasi: evaluations,
  capaian: achievementCommand,
  pola: patternCommand,
  kunci: lockCommand,
  buka: unlockCommand,
  cuti: absence,
  sakit: (session, args) => absence(session, `sakit ${args}`),
  izin: (session, args) => absence(session, `izin ${args}`),
  dinas: (session, args) => absence(session, `dinas ${args}`),
  dialog: dialogues,
  diklat: (session, args) => absence(session, `diklat ${args}`),
  masuk: backAtWork,
  templat: templates,
  kendala: obstacles,
  keberatan: objections,
  matriks: matrix,
  pohon: tree,
  // Its own word, so that they are not taken for the daily reminders.
  pengingat: (session, args) =>
    /^adm/i.test(args.trim()) ? ownReminders(session) : reminders(session, args),
  kenapa: why,
  tim: team,
  profil: profile,
  bahasa: (session, args) =>
    args === 'id' || args === 'en' ? setLanguage(session, args) : askLanguage(session),
  siaran: announcements,
  siaranbaru: compose,
  kendali: control,
  atasan: supervisors,
  keluar: leaving,
  periksa: checkData,
  pengingatan: adminReminders,
  kredit: credit,
  talenta: talent,
  batal,
  bantuan: help,
};

/** Carries out a command in either language; an unknown one is answered with the help. */
export async function command(session: Session, given: string, args: string): Promise<Outcome> {
  const run = COMMANDS[COMMAND_ALIASES[given] ?? (given === '' ? 'bantuan' : given)];
  if (run) return run(session, args);
  const { reply } = await help(session);
  return {
    reply: { ...reply, messages: [say(session.t.help.unknown(given)), ...reply.messages] },
    writes: [],
  };
}

async function start(session: Session, args: string): Promise<Outcome> {
  const { services, person, sender, t } = session;
  if (args.trim() === '') return answered(await welcome(session));
  const outcome = await tryCode(services, sender, args);
  const offered = outcome.reply.messages.some((message) => message.buttons.length > 0);
  return offered ? outcome : answered(say(t.link.already(person.name)), ...outcome.writes);
}

async function batal(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  const [newest] = await services.store.all(draftsOf({ personId: person.id }));
  return newest ? cancel(session, newest) : answered(say(t.draft.nothingToCancel()));
}
