import type { PersonRow } from '../../../db/queries/people.ts';
import { type Candidate, candidatesOf } from '../../core/follow-up/candidates.ts';
import { type Inline, type Message, say } from '../../core/message.ts';
import { canFollowUp } from '../../core/permissions.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type ListPlace, listButton, listMessage, type View } from './page.ts';
import { finalResults, latestYear } from './results.ts';
import { peopleInScope, readScope, scopeProblem } from './scope.ts';

/** `talenta [tahun] [unit]`: HR sees candidates for talent pool and awards by annual evaluations; lists, and no ranking. */
export async function talent(session: Session, args: string): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canFollowUp(person)) return answered(say(t.followUp.onlyHr()));
  const scope = await readScope(services.store, args);
  if (!scope.ok) return answered(say(scopeProblem(scope, t, t.followUp.badYear)));
  const asked = scope.period?.text ?? null;
  if (asked !== null && !/^\d{4}$/.test(asked)) return answered(say(t.followUp.badYear(asked)));
  const year = asked === null ? await latestYear(services.store) : Number(asked);
  if (year === null) return answered(say(t.followUp.nothingYet()));
  const place = { view: 'talent', period: String(year), unit: scope.unit, page: 0 } as const;
  return answered(await candidatesMessage(session, place));
}

/** The candidates of a year, for the talent pool or for an award. */
export async function candidatesMessage(
  session: Session,
  place: ListPlace & { view: Extract<View, 'talent' | 'award'> },
): Promise<Message> {
  const { services, t } = session;
  const { view, period, unit } = place;
  const texts = t.followUp;
  const year = Number(period);
  if (!/^\d{4}$/.test(period)) return say(texts.badYear(period));
  const results = await finalResults(services.store, [String(year - 1), period]);
  if (!results.some((result) => result.period === period)) return say(texts.noResult(period));
  const people = await peopleInScope(services.store, unit, new Set());
  const annual = results.map((result) => ({ ...result, year: Number(result.period) }));
  const { talents, awards } = candidatesOf(people, annual, year);
  const shown = view === 'talent' ? talents : awards;
  const hidden = view === 'talent' ? awards : talents;
  const other: View = view === 'talent' ? 'award' : 'talent';
  return listMessage(session, place, {
    title: texts[view].title(year, shown.length, unit?.name ?? null),
    head: [texts[view].basis(year), ...(shown.length === 0 ? [texts.talent.nobody()] : [])],
    items: shown.map((one) => candidateLine(session, one)),
    foot: shown.length === 0 ? [] : [texts.candidates()],
    others:
      hidden.length === 0
        ? []
        : [listButton({ ...place, view: other, page: 0 }, texts[other].button(hidden.length))],
  });
}

function candidateLine({ t }: Session, { person, disputed }: Candidate<PersonRow>): Inline[] {
  return [
    { bold: person.name },
    `, ${person.unitName}`,
    ...(disputed ? [` (${t.followUp.disputed()})`] : []),
  ];
}
