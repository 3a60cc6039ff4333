import { readFile } from 'node:fs/promises';
import type { AnnouncementAnswers } from '../../conversations/announcement-parts.ts';
import { allUnits, type PersonRow, personByNip } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import {
  type AnnouncementGoal,
  type AudienceState,
  GOALS,
  MAX_ANNOUNCEMENT,
  MAX_SILENT_DAYS,
  planYear,
} from '../core/announcement.ts';
import { localDate } from '../core/local-time.ts';
import type { Role } from '../core/model.ts';
import { parseDay, parseMoment } from '../core/moment.ts';
import { canAnnounce } from '../core/permissions.ts';
import { readUnitNames } from '../core/unit-names.ts';
import { maskNumbers } from './mask.ts';
import { type Context, reasonOf } from './run.ts';

/** What was typed behind `announce`. */
export interface AnnounceOptions {
  text?: string;
  unit: string[];
  role: string[];
  supervisors?: boolean;
  state?: string;
  deadline?: string;
  countdown?: boolean;
  goal: string;
  at?: string;
  by?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** An announcement that the options describe. */
export interface Wanted {
  given: AnnouncementAnswers;
  author: PersonRow;
}

/** All problems at once; `usage`: something that is always needed was left out. */
export type ReadOptions = { ok: true; wanted: Wanted } | { ok: false; problems: string[]; usage: boolean };

const ROLES: readonly Role[] = ['pegawai', 'hr', 'admin', 'pengamat'];

/** Reads the options and the file that they name; nothing is stored. */
export async function readAnnouncement(context: Context, options: AnnounceOptions): Promise<ReadOptions> {
  const { services, t } = context;
  const missing = [
    ...(options.text === undefined ? [t.announce.needs('--text')] : []),
    ...(options.by === undefined ? [t.announce.needs('--by')] : []),
  ];
  if (options.text === undefined || options.by === undefined)
    return { ok: false, problems: missing, usage: true };
  const problems: string[] = [];
  const now = services.now();
  const { zone } = services.agency;
  const today = localDate(now, zone);
  const body = await readText(context, options.text, problems);
  const deadline = options.deadline === undefined ? null : parseDay(options.deadline, today);
  if (options.deadline !== undefined && (deadline === null || deadline < today))
    problems.push(t.announce.deadline(options.deadline));
  if (options.countdown && options.deadline === undefined) problems.push(t.announce.countdown());
  const moment = options.at === undefined ? { at: null } : parseMoment(options.at, now, zone);
  if (options.at !== undefined && (!moment || (moment.at !== null && moment.at <= now)))
    problems.push(t.announce.at(options.at));
  const at = moment?.at ?? null;
  if (deadline !== null && localDate(at ?? now, zone) > deadline) problems.push(t.announce.afterDeadline());
  const units = await services.store.all(allUnits());
  const unitIds = options.unit.flatMap((name) => {
    const read = readUnitNames(name, units);
    if (read.ok) return read.unitIds;
    problems.push(t.announce.unit(read.text, read.candidates));
    return [];
  });
  const roles = options.role.flatMap((name) => {
    const role = ROLES.find((one) => one === name);
    if (!role) problems.push(t.announce.role(name));
    return role ?? [];
  });
  const state = options.state === undefined ? null : stateOf(options.state, planYear(deadline, today));
  if (options.state !== undefined && !state) problems.push(t.announce.state(options.state));
  const goal = GOALS.find((one) => one === options.goal);
  if (!goal) problems.push(t.announce.goal(options.goal));
  const author = await first(services.store, personByNip({ nip: options.by.replace(/\D/g, '') }));
  if (!author || !canAnnounce(author)) problems.push(t.announce.by(maskNumbers(options.by)));
  if (problems.length > 0 || !author) return { ok: false, problems, usage: false };
  return {
    ok: true,
    wanted: {
      author,
      given: {
        body,
        audience: {
          unitIds: [...new Set(unitIds)],
          roles,
          supervisorsOnly: options.supervisors === true,
          state,
        },
        deadline,
        countdown: options.countdown === true,
        goal: goal as AnnouncementGoal,
        at,
      },
    },
  };
}

async function readText({ world, t }: Context, path: string, problems: string[]): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = path === '-' ? await world.input() : await readFile(path);
  } catch (error) {
    problems.push(t.announce.notRead(path, reasonOf(error)));
    return '';
  }
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').trim();
  } catch {
    problems.push(t.announce.notText(path));
    return '';
  }
  if (text.includes('\0')) problems.push(t.announce.notText(path));
  else if (text === '') problems.push(t.announce.empty(path));
  else if (text.length > MAX_ANNOUNCEMENT)
    problems.push(t.announce.tooLong(path, text.length, MAX_ANNOUNCEMENT));
  return text;
}

function stateOf(text: string, year: number): AudienceState | null {
  if (text === 'not_linked') return { kind: 'not_linked' };
  if (text === 'no_plan') return { kind: 'no_plan', year };
  const days = Number(/^not_reported:(\d{1,2})$/.exec(text)?.[1]);
  return days >= 1 && days <= MAX_SILENT_DAYS ? { kind: 'not_reported', days } : null;
}
