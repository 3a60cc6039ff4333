import { loadRules, type RulesFinder } from './calendar-facts.ts';
import type { Services } from './services.ts';

/** Milliseconds after which rules that have changed are noticed. */
const FRESH_MS = 60_000;

/** Keeps the rules in memory for a minute, for what asks about each of many people. */
export function createRulesCache({
  store,
  now,
}: Pick<Services, 'store' | 'now'>): () => Promise<RulesFinder> {
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<RulesFinder> | null = null;
  return () => {
    const age = now() - loadedAt;
    // A clock that went back is no reason to keep them.
    if (loading && age >= 0 && age < FRESH_MS) return loading;
    loadedAt = now();
    const loaded = loadRules(store);
    loading = loaded;
    loaded.catch(() => {
      if (loading === loaded) loading = null;
    });
    return loaded;
  };
}
