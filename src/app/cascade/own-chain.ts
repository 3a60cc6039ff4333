import type { Cascade } from '../../core/cascade/cascade.ts';
import type { CascadeNode } from '../../core/cascade/facts.ts';
import { resultOfCell } from '../../core/cascade/role-cell.ts';
import { type Block, type Message, say } from '../../core/message.ts';
import { canReadRole } from '../../core/permissions.ts';
import { clip } from '../entry-view.ts';
import type { Session } from '../session.ts';
import { type Around, cascadeAround, dateIn } from './facts.ts';
import { namedNode } from './tree-words.ts';

/** Lines of a chain that a hint to what was told above is shorter than. */
const WORTH_A_HINT = 3;

/** What each of one's own results supports up to the goals of units, and who carries it further down. */
export async function ownChain(session: Session, year: number): Promise<Message> {
  const { services, person, t, today } = session;
  const around = await cascadeAround(services.store, [person], dateIn(year, today));
  const { cascade } = around;
  const texts = t.cascade.tree;
  const results = cascade.people.get(person.id)?.results ?? null;
  const title: Block = { kind: 'title', text: texts.own(year) };
  const roles = around.facts.cells.filter(
    (cell) => cell.personId === person.id && canReadRole(person, cell) && !resultOfCell(cell, results),
  );
  if (results === null && roles.length === 0) return say(title, t.cascade.noPlan(year));
  const blocks: Block[] = [title];
  const told = new Set<string>();
  for (const { id, number, title: words, additional } of results ?? []) {
    const aside = additional ? ` (${texts.additional()})` : '';
    blocks.push({ kind: 'line', parts: [{ bold: `${t.workResult.named(number, words)}${aside}` }] });
    const lines = [...upward(session, around, id, told), ...downward(session, cascade, id)];
    if (lines.length > 0) blocks.push({ kind: 'list', items: lines.map((line) => [line]) });
  }
  for (const { contribution, workResultId } of roles) {
    blocks.push({ kind: 'line', parts: [{ bold: contribution }, ` (${texts.roleHere()})`] });
    const leaders = cascade.places.get(workResultId)?.node;
    const lines = leaders ? supported(session, around, [leaders, ...cascade.chain(workResultId)], told) : [];
    if (lines.length > 0) blocks.push({ kind: 'list', items: lines.map((line) => [line]) });
  }
  return { blocks, buttons: [], files: [] };
}

function upward(session: Session, around: Around, id: string, told: Set<string>): string[] {
  const { t } = session;
  const orphan = around.cascade.places.get(id)?.orphan;
  if (orphan) return [`⚠ ${t.cascade.tree.orphan(orphan)}. ${t.cascade.tree.orphanNext(orphan)}`];
  return supported(session, around, around.cascade.chain(id), told);
}

/** What a chain supports, up to where the message has `told` the rest already. */
function supported(
  { t }: Session,
  { units }: Around,
  chain: readonly CascadeNode[],
  told: Set<string>,
): string[] {
  const texts = t.cascade.tree;
  const met = chain.findIndex(({ id }) => told.has(id));
  const known = met >= 0 && chain.length - met >= WORTH_A_HINT ? met : chain.length;
  const fresh = chain.slice(0, known + 1);
  for (const { id } of fresh) told.add(id);
  return fresh.map((node, index) => {
    const line = texts.supports(namedNode(t, node, (unit) => units.get(unit)?.name));
    return index === known ? texts.asAbove(line) : line;
  });
}

function downward({ t }: Session, cascade: Cascade, id: string): string[] {
  const texts = t.cascade.tree;
  const carried = cascade.below(id).map((node) => texts.carriedBy(namedNode(t, node)));
  const shared = cascade
    .cells(id)
    .filter((cell) => !resultOfCell(cell, cascade.people.get(cell.personId)?.results))
    .map(({ personId, contribution }) => {
      const who = texts.role(cascade.people.get(personId)?.name ?? '–');
      return texts.carriedBy(texts.named(who, clip(contribution, 200)));
    });
  const gap = cascade.gaps.some((node) => node.id === id) ? [`⚠ ${texts.gap()}`] : [];
  return [...carried, ...shared, ...gap];
}
