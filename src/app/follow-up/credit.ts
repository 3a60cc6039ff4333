import type { PersonRow } from '../../../db/queries/people.ts';
import { type Credit, creditList } from '../../core/follow-up/credit-list.ts';
import type { Inline, Message } from '../../core/message.ts';
import { say } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import { readNamedPeriod } from '../../core/named-period.ts';
import { canFollowUp } from '../../core/permissions.ts';
import { regimeOf } from '../../core/rulebooks/regime.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type ListPlace, listButton, listMessage, type View } from './page.ts';
import { finalResults, latestPeriod } from './results.ts';
import { peopleInScope, readScope, scopeProblem } from './scope.ts';

/** `kredit [periode] [unit]`: HR sees the credit points that follow from final evaluations (PermenPANRB 1/2023). */
export async function credit(session: Session, args: string): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canFollowUp(person)) return answered(say(t.followUp.onlyHr()));
  const scope = await readScope(services.store, args);
  if (!scope.ok) return answered(say(scopeProblem(scope, t, t.followUp.badPeriod)));
  const period = scope.period?.text ?? (await latestPeriod(services.store));
  if (period === null) return answered(say(t.followUp.nothingYet()));
  const place = { view: 'credit', period, unit: scope.unit, page: 0 } as const;
  return answered(await creditMessage(session, place));
}

/** The credit points of a period, those whose level is not known, or those who are not rated yet. */
export async function creditMessage(
  session: Session,
  place: ListPlace & { view: Extract<View, 'credit' | 'level' | 'unrated'> },
): Promise<Message> {
  const { services, t, locale } = session;
  const { view, period, unit } = place;
  const texts = t.followUp;
  const named = readNamedPeriod(period);
  const rules = named && regimeOf(named);
  // Only these names fit a button and an evaluation's period.
  if (!named || named.text.length > '2026-Q3'.length) return say(texts.badPeriod(period));
  if (!rules?.ok || rules.regime !== 'p2022') return say(texts.oldRules(period));
  const results = await finalResults(services.store, [period]);
  if (results.length === 0) return say(texts.noResult(period));
  const evaluated = new Set(results.map(({ personId }) => personId));
  const people = await peopleInScope(services.store, unit, evaluated);
  const list = creditList(people, results);
  const other = (to: View, count: number, label: (n: number) => string) =>
    to === view || count === 0 ? [] : [listButton({ ...place, view: to, page: 0 }, label(count))];
  const others = [
    ...other('credit', list.credits.length, texts.credit.button),
    ...other('level', list.unknownLevel.length, texts.level.button),
    ...other('unrated', list.notEvaluated.length, texts.unrated.button),
  ];
  if (view === 'level') {
    const title = texts.level.title(list.unknownLevel.length);
    return listMessage(session, place, {
      ...{ title, head: [texts.level.help()], items: list.unknownLevel.map(personLine), foot: [], others },
    });
  }
  if (view === 'unrated') {
    const title = texts.unrated.title(period, list.notEvaluated.length);
    return listMessage(session, place, {
      ...{ title, head: [texts.unrated.help()], items: list.notEvaluated.map(personLine), foot: [], others },
    });
  }
  return listMessage(session, place, {
    title: texts.credit.title(period, unit?.name ?? null),
    head: list.credits.length === 0 ? [texts.credit.nobody()] : [],
    items: list.credits.map((one) => creditLine(session, one, locale)),
    foot: [...(list.without > 0 ? [texts.credit.without(list.without)] : []), texts.credit.basis()],
    others,
  });
}

function creditLine({ t }: Session, credit: Credit<PersonRow>, locale: Locale): Inline[] {
  const { person, level, predicate, months, points, disputed } = credit;
  const number = (points / 100).toFixed(2);
  return [
    { bold: person.name },
    `, ${person.unitName}: ${t.followUp.credit.line(level, predicate, months)}: `,
    { bold: locale === 'id' ? number.replace('.', ',') : number },
    ...(disputed ? [` (${t.followUp.disputed()})`] : []),
  ];
}

function personLine({ name, unitName }: PersonRow): Inline[] {
  return [{ bold: name }, `, ${unitName}`];
}
