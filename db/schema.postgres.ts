import { postgresTables } from './tables.ts';

/** The postgres tables, one export each, for drizzle-kit. */
export const {
  units,
  people,
  accounts,
  invitations,
  claims,
  plans,
  workResults,
  indicators,
  entries,
  entryRevisions,
  evidence,
  drafts,
  talks,
  postings,
  outbox,
  absences,
  holidays,
  rules,
  promptSlots,
  prompts,
  audit,
  facts,
} = postgresTables;
