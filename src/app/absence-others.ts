import {
  type PersonRow,
  peopleNamed,
  personById,
  personByNip,
  subordinatesOf,
} from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { BACK_DAYS } from '../core/absence-limits.ts';
import { type AbsenceReading, readAbsence } from '../core/absence-text.ts';
import { encodeAction } from '../core/action.ts';
import { peopleMeant } from '../core/find-person.ts';
import { type Button, say, withButtons } from '../core/message.ts';
import { canRecordAbsence, isHr } from '../core/permissions.ts';
import { showAbsences } from './absence-list.ts';
import { proposeAbsence } from './absence-record.ts';
import { absentButton } from './absence-view.ts';
import { answered, type Outcome, toast } from './outcome.ts';
import type { Session } from './session.ts';

/** At most this many people are offered as buttons. */
const MAX_PEOPLE = 8;
const MAX_TEAM = 40;

/** Whose absence, and which; null: what is recorded is to be shown. */
interface Wish {
  name: string;
  /** The kind was named, so that the words before it must be somebody's name. */
  certain: boolean;
  reading: AbsenceReading;
}

/** Answers `cuti <name or NIP> <absence>`, for supervisors and HR. */
export async function absenceOfOther(session: Session, args: string): Promise<Outcome> {
  const { person, t } = session;
  const wish = wishIn(args, session.today);
  if (!isHr(person) && !(await hasTeam(session)))
    return answered(say(wish.certain ? t.absence.notAllowed() : t.absence.unreadable(args.trim())));
  const found = await findEmployees(session, wish.name);
  const [only] = found;
  if (!only) return answered(say(t.absence.notFound(wish.name)));
  const { reading } = wish;
  if (reading && 'problem' in reading) return answered(say(t.absence.problem(reading.problem, BACK_DAYS)));
  if (found.length === 1)
    return reading ? proposeAbsence(session, only, reading) : showAbsences(session, only);
  const buttons = found.slice(0, MAX_PEOPLE).map((employee): Button[] => {
    const label = `${employee.name} · ${employee.unitName}`;
    if (!reading) return [openButton(label, employee.id)];
    const until = 'to' in reading ? reading.to : reading.workingDays;
    return [absentButton(label, employee.id, reading.kind, reading.from, until, 'ask')];
  });
  const more = found.length > MAX_PEOPLE ? [t.absence.tooMany()] : [];
  return answered(withButtons(say(t.absence.which(wish.name), ...more), ...buttons));
}

/** Shows what is recorded for somebody (null: asks for whom), for supervisors and HR. */
export async function pressAbsences(session: Session, personId: string | null): Promise<Outcome> {
  const { services, person, t } = session;
  if (personId !== null) {
    const employee = await first(services.store, personById({ id: personId }));
    if (!employee || !canRecordAbsence(person, employee)) return toast(t.absence.notAllowed());
    return showAbsences(session, employee);
  }
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  if (team.length === 0) return answered(say(t.team.none()));
  const rows = team.slice(0, MAX_TEAM).map((employee) => [openButton(employee.name, employee.id)]);
  const more = team.length > MAX_TEAM ? [t.absence.tooMany()] : [];
  return answered(withButtons(say(t.absence.whose(), ...more), ...rows));
}

const openButton = (label: string, person: string): Button => ({
  label,
  action: encodeAction({ do: 'absences', person }),
});

/** Divides words into a name and an absence: the shortest name behind which everything is about an absence. */
function wishIn(args: string, today: string): Wish {
  const words = args.trim().split(/\s+/);
  for (const assumed of [null, 'cuti'] as const) {
    for (let n = 1; n < words.length; n += 1) {
      const reading = readAbsence(words.slice(n).join(' '), today, assumed);
      if (!reading || ('problem' in reading && reading.problem === 'no_kind')) continue;
      return { name: words.slice(0, n).join(' '), certain: assumed === null, reading };
    }
  }
  return { name: args.trim(), certain: false, reading: null };
}

/** Active people of whom the sender may record absences and whose NIP or name is meant. */
async function findEmployees(session: Session, name: string): Promise<PersonRow[]> {
  const { services, person } = session;
  const nip = name.replace(/[\s.]/g, '');
  const people = await services.store.all(
    !isHr(person)
      ? subordinatesOf({ supervisorId: person.id })
      : /^\d{18}$/.test(nip)
        ? personByNip({ nip })
        : peopleNamed(name.toLowerCase().split(' '), MAX_PEOPLE + 1),
  );
  return peopleMeant(name, people).filter((employee) => canRecordAbsence(person, employee));
}

async function hasTeam({ services, person }: Session): Promise<boolean> {
  return (await services.store.all(subordinatesOf({ supervisorId: person.id }))).length > 0;
}
