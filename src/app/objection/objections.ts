import { entriesBetween } from '../../../db/queries/entries.ts';
import {
  type ObjectionRow,
  objectionById,
  objectionsOf,
  objectionsToDecide,
  openObjectionsOfMany,
  overdueObjections,
} from '../../../db/queries/objections.ts';
import { subordinatesOf } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { addDays, shortDate } from '../../core/local-time.ts';
import { type Block, type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { canDecideObjection, canReadObjection, isHr } from '../../core/permissions.ts';
import { clip } from '../entry-view.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { beginDecision, withdrawObjection } from './decide.ts';
import { type ObjectionFacts, objectionFacts } from './facts.ts';
import { objectionButton } from './marks.ts';
import { beginObjection } from './object.ts';
import { deciderMessage, objectionBlocks, objectionsButton, statusText, subjectName } from './view.ts';

/** Objections, and returned activities, with a button at most. */
const MAX_BUTTONS = 10;
const BUTTONS_A_ROW = 2;
/** Days in which a returned activity is offered to be objected to. */
const BACK_DAYS = 60;

/** Answers `keberatan`: one's own, those to decide, and those one has to know of. */
export async function objections(session: Session): Promise<Outcome> {
  const { services, person, t, today } = session;
  const { store } = services;
  const hr = isHr(person);
  const [own, mine, team, forHr, overdue] = await Promise.all([
    store.all(objectionsOf({ personId: person.id })),
    store.all(objectionsToDecide(person.id)),
    store.all(subordinatesOf({ supervisorId: person.id })),
    hr ? store.all(objectionsToDecide(null)) : [],
    hr ? store.all(overdueObjections({ today })) : [],
  ]);
  const ofTeam = team.length > 0 ? await store.all(openObjectionsOfMany(team.map(({ id }) => id))) : [];
  const all = [...own, ...mine, ...forHr, ...ofTeam, ...overdue];
  const facts = new Map<string, ObjectionFacts>();
  for (const row of all) {
    const found = facts.has(row.id) ? null : await objectionFacts(services, row);
    if (found) facts.set(row.id, found);
  }
  const known = (rows: readonly ObjectionRow[]) => rows.flatMap(({ id }) => facts.get(id) ?? []);
  const toDecide = known([...mine, ...forHr]).filter(({ contest }) => canDecideObjection(person, contest));
  const deciding = new Set(toDecide.map(({ row }) => row.id));
  const others = known([...ofTeam, ...overdue]).filter(
    ({ row }, index, list) =>
      !deciding.has(row.id) &&
      row.personId !== person.id &&
      list.findIndex((one) => one.row.id === row.id) === index,
  );
  const returned = await objectable(session, known(own));
  const message = say(
    { kind: 'title', text: t.objection.title() },
    ...section(session, t.objection.section.own(), known(own)),
    ...section(session, t.objection.section.toDecide(), toDecide),
    ...section(session, t.objection.section.others(), others),
    ...(facts.size === 0 ? [t.objection.none()] : []),
    ...returned.blocks,
    { kind: 'note', text: t.objection.howto() },
  );
  const open = known(own).filter(({ row }) => row.status === 'open');
  return answered(
    withButtons(
      message,
      ...toDecide
        .slice(0, MAX_BUTTONS)
        .map((one, index): Button[] => [
          objectionsButton(t.objection.button.examine(index + 1), 'show', one.row.id),
        ]),
      ...open
        .slice(0, MAX_BUTTONS)
        .map((one): Button[] => [
          objectionsButton(
            t.objection.button.withdraw(clip(subjectName(session, one, true), 40)),
            'withdraw',
            one.row.id,
          ),
        ]),
      ...returned.buttons,
    ),
  );
}

/** Does what a button at an objection, or one that begins it, says. */
export async function pressObjection(session: Session, { op, id, arg }: RoomAction): Promise<Outcome> {
  const { t } = session;
  if (op === 'object') return beginObjection(session, arg, id);
  if (id === null) return toast(t.problem.unknownButton());
  switch (op) {
    case 'show':
      return show(session, id);
    case 'accept':
      return beginDecision(session, id, 'accepted');
    case 'reject':
      return beginDecision(session, id, 'rejected');
    case 'withdraw':
      return withdrawObjection(session, id, false);
    case 'withdraw!':
      return withdrawObjection(session, id, true);
    case 'keep':
      return edited(say(t.objection.kept()));
    default:
      return toast(t.problem.unknownButton());
  }
}

async function show(session: Session, id: string): Promise<Outcome> {
  const { services, person, t } = session;
  const row = await first(services.store, objectionById({ id }));
  const facts = row && (await objectionFacts(services, row));
  if (!row || !facts) return toast(t.problem.gone());
  if (!canReadObjection(person, facts.contest))
    return toast(t.objection.problem.notHandler(facts.handlerName ?? t.objection.hr()));
  const decides = row.status === 'open' && canDecideObjection(person, facts.contest);
  const message: Message = decides
    ? deciderMessage(session, facts, t.objection.title())
    : say({ kind: 'title', text: t.objection.title() }, ...objectionBlocks(session, facts));
  return answered(message);
}

function section(session: Session, title: string, list: readonly ObjectionFacts[]): Block[] {
  if (list.length === 0) return [];
  const items = list.map((facts, index): Inline[] => {
    const { employee, contest } = facts;
    const own = employee.id === session.person.id;
    const name = subjectName(session, facts, canReadObjection(session.person, contest));
    const who = own ? name : `${employee.name}: ${name}`;
    return [{ bold: `${index + 1}. ${who}` }, ` · ${statusText(session, facts)}`];
  });
  return [
    { kind: 'line', parts: [{ bold: title }] },
    { kind: 'list', items },
  ];
}

/** Each returned activity of late that is not objected to, with the button to do so. */
async function objectable(
  session: Session,
  own: readonly ObjectionFacts[],
): Promise<{ blocks: Block[]; buttons: Button[][] }> {
  const { services, person, t, locale, today } = session;
  const from = addDays(today, -BACK_DAYS);
  const entries = await services.store.all(entriesBetween({ personId: person.id, from, to: today }));
  const open = new Set(own.filter(({ row }) => row.status === 'open').map(({ row }) => row.subjectId));
  const returned = entries
    .filter(({ status, id }) => status === 'returned' && !open.has(id))
    .slice(-MAX_BUTTONS);
  if (returned.length === 0) return { blocks: [], buttons: [] };
  const items = returned.map(({ what, localDate }, index): Inline[] => [
    { bold: `${index + 1}. ` },
    `${clip(what, 100)} (${shortDate(localDate, locale, today)})`,
  ]);
  const buttons = returned.map(({ id }, index) => ({
    ...objectionButton(t, 'entry', id),
    label: t.objection.button.objectTo(index + 1),
  }));
  return {
    blocks: [
      { kind: 'line', parts: [{ bold: t.objection.section.returned() }] },
      { kind: 'list', items },
    ],
    buttons: inChunks(buttons, BUTTONS_A_ROW),
  };
}
