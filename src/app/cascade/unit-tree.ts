import { leadersAmong } from '../../../db/queries/audience.ts';
import { peopleOfUnits } from '../../../db/queries/cascade.ts';
import { allUnits, type PersonRow, peopleOfUnit } from '../../../db/queries/people.ts';
import type { CascadeNode, CascadeUnit } from '../../core/cascade/facts.ts';
import { type Forest, forestOf } from '../../core/cascade/forest.ts';
import { leaderOf } from '../../core/cascade/unit-leader.ts';
import { inChunks } from '../../core/chunks.ts';
import { canSeeTree } from '../../core/permissions.ts';
import { unitChain } from '../../core/rules.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import type { Session } from '../session.ts';
import { type Around, cascadeAround, dateIn } from './facts.ts';

/** Units that are asked for at once. */
const CHUNK = 300;

/** The tree of a unit and the units below it. */
export interface UnitTree {
  unit: CascadeUnit;
  year: number;
  around: Around;
  forest: Forest;
  /** Goals and results of the unit and the units below. */
  nodes: CascadeNode[];
  gaps: CascadeNode[];
  /** Active people there. */
  people: PersonRow[];
  /** Units directly below, by name. */
  below: CascadeUnit[];
}

/** Loads the tree of a unit as it is in force. */
export async function unitTree(session: Session, unit: CascadeUnit, year: number): Promise<UnitTree> {
  const { store } = session.services;
  const units = await store.all(allUnits());
  const within = withUnitsBelow([unit.id], units);
  const people: PersonRow[] = [];
  for (const ids of inChunks([...within], CHUNK)) people.push(...(await store.all(peopleOfUnits(ids))));
  const around = await cascadeAround(store, people, dateIn(year, session.today), [...within]);
  const isHere = (node: CascadeNode) =>
    within.has(node.kind === 'goal' ? node.goal.unitId : node.owner.unitId);
  const { cascade } = around;
  return {
    ...{ unit, year, around, people, forest: forestOf(cascade, isHere) },
    nodes: [...cascade.places.values()].map(({ node }) => node).filter(isHere),
    gaps: cascade.gaps.filter(isHere),
    below: units.filter(({ parentId }) => parentId === unit.id),
  };
}

/** Whether whoever the session belongs to sees the tree of a unit. */
export async function maySeeTree(session: Session, unit: CascadeUnit): Promise<boolean> {
  const { services, person } = session;
  const units = new Map((await services.store.all(allUnits())).map((one) => [one.id, one]));
  const leaders: (string | null)[] = [];
  for (const id of unitChain(unit.id, units)) leaders.push(await leaderIn(session, units.get(id)));
  return canSeeTree(person, leaders);
}

/** The unit that whoever the session belongs to leads: their own one first, else another; null: none. */
export async function ledUnit(session: Session): Promise<CascadeUnit | null> {
  const { services, person } = session;
  const units = await services.store.all(allUnits());
  const own = units.find(({ id }) => id === person.unitId);
  if (own && (await leaderIn(session, own)) === person.id) return own;
  return units.find(({ leaderId }) => leaderId === person.id) ?? null;
}

async function leaderIn({ services }: Session, unit: CascadeUnit | undefined): Promise<string | null> {
  if (!unit || unit.leaderId !== null) return unit?.leaderId ?? null;
  const members = await services.store.all(peopleOfUnit({ unitId: unit.id }));
  if (members.length === 0) return null;
  const supervisors = await services.store.all(leadersAmong(members.map(({ id }) => id)));
  return leaderOf(unit, members, new Set(supervisors.map(({ id }) => id)));
}
