import type { CascadeMethod, PlanSupport } from '../plan/content.ts';

/** Of a unit's strategic plan (renstra), or of its performance agreement (perjanjian kinerja, PK). */
export type GoalKind = 'strategy' | 'agreement';

/** A goal of a unit that is current. */
export interface Goal {
  id: string;
  unitId: string;
  kind: GoalKind;
  number: number;
  title: string;
  /** The goal that it supports, of the same unit or of one above it. */
  parentId: string | null;
  /** Its measures (indikator kinerja utama, IKU). */
  indicators: readonly { title: string; target: string | null; unit: string | null }[];
}

/** The part of a work result (RHK) that the cascade depends on. */
export interface PlannedResult {
  id: string;
  number: number;
  additional: boolean;
  title: string;
  supports: PlanSupport | null;
  method: CascadeMethod | null;
}

/** Somebody with the results of their plan in force; null: no plan is in force. */
export interface CascadePerson {
  id: string;
  name: string;
  unitId: string;
  supervisorId: string | null;
  results: readonly PlannedResult[] | null;
}

/** What a direct division goes by: aspect, region, or share of the target. */
export type Division = 'aspect' | 'region' | 'share';

/** Where a cell of a role matrix stands; drafts are seen by nobody but the leader. */
export type CellStatus = 'draft' | 'shared' | 'taken' | 'withdrawn';

/** A cell of a role matrix (matriks peran hasil): what somebody contributes to a result of their leader. */
export interface RoleCell {
  id: string;
  leaderId: string;
  personId: string;
  workResultId: string;
  contribution: string;
  method: CascadeMethod;
  divided: Division | null;
  status: CellStatus;
}

/** A unit with its place. */
export interface CascadeUnit {
  id: string;
  name: string;
  parentId: string | null;
  leaderId: string | null;
}

/** Everything that the cascade follows from. */
export interface CascadeFacts {
  units: readonly CascadeUnit[];
  goals: readonly Goal[];
  people: readonly CascadePerson[];
  cells: readonly RoleCell[];
}

/** A goal or a work result in the cascade. */
export type CascadeNode =
  | { kind: 'goal'; id: string; goal: Goal }
  | { kind: 'result'; id: string; owner: CascadePerson; result: PlannedResult };
