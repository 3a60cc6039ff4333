import { say } from '../../core/message.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { startChange } from './draft.ts';
import { openVersion, planFacts } from './facts.ts';
import { showAnnexes, showBehaviours, showCheck, showPlan, showTeamPlan, showVersions } from './overview.ts';
import { propose, withdraw } from './propose.ts';

/** What can be said behind `skp`, in either language. */
const WORDS: Record<string, string> = {
  ...{ lampiran: 'annexes', annexes: 'annexes', perilaku: 'behaviours', behaviour: 'behaviours' },
  ...{ behaviours: 'behaviours', behavior: 'behaviours', versi: 'versions', versions: 'versions' },
  ...{ periksa: 'check', cek: 'check', check: 'check', ubah: 'change', change: 'change' },
  ...{ ajukan: 'propose', propose: 'propose', tarik: 'withdraw', withdraw: 'withdraw' },
};

/** Answers `skp`: the plan, or the part of it that is named; a year may stand behind. */
export async function plan(session: Session, args: string): Promise<Outcome> {
  const { today } = session;
  const words = args.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const said = words.find((word) => /^20\d\d$/.test(word));
  const year = Number(said ?? today.slice(0, 4));
  const rest = words.filter((word) => word !== said);
  if (rest.length === 0) return showPlan(session, year);
  switch (rest.length === 1 ? WORDS[rest[0]!] : undefined) {
    case 'annexes':
      return showAnnexes(session, year);
    case 'behaviours':
      return showBehaviours(session, null, year);
    case 'versions':
      return showVersions(session, year);
    case 'check':
      return showCheck(session, null, year);
    case 'change':
      return startChange(session, year, 'expectation');
    case 'propose':
    case 'withdraw':
      return withDraft(session, year, WORDS[rest[0]!] === 'propose' ? propose : withdraw);
    default:
      return showTeamPlan(session, rest.join(' '));
  }
}

/** Whether words without a slash are meant for the plan and not for a report. */
export function isPlanWord(args: string): boolean {
  return args in WORDS || /^20\d\d$/.test(args);
}

async function withDraft(
  session: Session,
  year: number,
  then: (session: Session, id: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { services, person, t } = session;
  const open = openVersion(await planFacts(services, person, year));
  return open ? then(session, open.id) : answered(say(t.plan.refused.noDraft(year)));
}
