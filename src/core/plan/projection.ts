import type { PlanContent } from './content.ts';

/** A work result as it is stored beside the versions, for whatever names it. */
export interface KnownResult {
  id: string;
  number: number;
  current: boolean;
}

/** What an agreed content means to the stored work results. */
export interface Projection {
  /** The content, with the ids under which its work results are stored. */
  content: PlanContent;
  /** Ids of work results that are not stored yet. */
  added: string[];
  /** Ids of stored work results that the plan does not have any more; they are kept for what names them. */
  retired: string[];
}

/** Brings an agreed content together with the stored work results: one number is one work result for the whole year. */
export function project(content: PlanContent, known: readonly KnownResult[]): Projection {
  const byNumber = new Map(known.map((result) => [result.number, result.id]));
  const results = content.results.map((result) => ({
    ...result,
    id: byNumber.get(result.number) ?? result.id,
  }));
  const kept = new Set(results.map(({ id }) => id));
  const stored = new Set(known.map(({ id }) => id));
  return {
    content: { ...content, results },
    added: [...kept].filter((id) => !stored.has(id)),
    retired: known.filter(({ id, current }) => current && !kept.has(id)).map(({ id }) => id),
  };
}
