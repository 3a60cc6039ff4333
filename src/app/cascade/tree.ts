import { allUnits } from '../../../db/queries/people.ts';
import type { CascadeUnit } from '../../core/cascade/facts.ts';
import { say, withButtons } from '../../core/message.ts';
import { isHr } from '../../core/permissions.ts';
import { findUnit } from '../../core/unit-names.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { cascadeButton, yearIn } from './buttons.ts';
import { ownChain } from './own-chain.ts';
import { pictureCaption, treeFile } from './tree-picture.ts';
import { treeMessage } from './tree-view.ts';
import { ledUnit, maySeeTree, unitTree } from './unit-tree.ts';

/** `pohon [unit] [tahun]`: one's own chain, and for a leader or HR the tree of a unit. */
export async function tree(session: Session, args: string): Promise<Outcome> {
  const { services, t, today, person } = session;
  const year = yearIn(args, today);
  const name = args.trim().replace(/(?:^|\s+)20\d{2}$/, '');
  if (name === '') {
    const led = await ledUnit(session);
    const chain = await ownChain(session, year);
    if (!led) return answered(isHr(person) ? noteHr(session, chain) : chain);
    const message = treeMessage(session, await unitTree(session, led, year));
    return { ...answered(chain), reply: { ...answered(chain).reply, messages: [chain, message] } };
  }
  const found = findUnit(name, await services.store.all(allUnits()));
  if (!found.ok) return answered(say(t.cascade.tree.unknownUnit(name, found.candidates)));
  const { unit } = found;
  if (!(await maySeeTree(session, unit))) return answered(say(t.cascade.tree.onlyLeader()));
  return answered(treeMessage(session, await unitTree(session, unit, year)));
}

/** The tree of a unit, as a button asks for it. */
export async function showTree(session: Session, unitId: string, year: number): Promise<Outcome> {
  const unit = await allowedUnit(session, unitId);
  return 'reply' in unit ? unit : answered(treeMessage(session, await unitTree(session, unit, year)));
}

/** The picture of a unit's tree. */
export async function showPicture(session: Session, unitId: string, year: number): Promise<Outcome> {
  const unit = await allowedUnit(session, unitId);
  if ('reply' in unit) return unit;
  const loaded = await unitTree(session, unit, year);
  if (loaded.nodes.length === 0) return toast(session.t.cascade.tree.empty(unit.name));
  return answered({
    ...say(...pictureCaption(session, loaded)),
    files: [treeFile(session, loaded)],
  });
}

async function allowedUnit(session: Session, unitId: string): Promise<CascadeUnit | Outcome> {
  const { services, t } = session;
  const unit = (await services.store.all(allUnits())).find(({ id }) => id === unitId);
  if (!unit) return toast(t.problem.gone());
  return (await maySeeTree(session, unit)) ? unit : toast(t.cascade.tree.onlyLeader());
}

/** HR sees every unit's tree by its name. */
function noteHr({ t, person, today }: Session, chain: ReturnType<typeof say>): ReturnType<typeof say> {
  const button = cascadeButton('tree', person.unitName.slice(0, 40), person.unitId, yearIn('', today));
  const note = { kind: 'note' as const, text: t.cascade.tree.howto() };
  return withButtons({ ...chain, blocks: [...chain.blocks, note] }, [button]);
}
