import { openCommitmentsAbout } from '../../../db/queries/commitments.ts';
import { type PersonRow, peopleByIds } from '../../../db/queries/people.ts';
import { localDate } from '../../core/local-time.ts';
import { canReadDialogue } from '../../core/permissions.ts';
import { BEHAVIOURS, type Behaviour, type PlanIndicator } from '../../core/plan/content.ts';
import type { Quantity } from '../../core/quantity.ts';
import { openObstacles } from '../obstacles.ts';
import { planOn } from '../plan/in-force.ts';
import { summaryOf } from '../recap.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { lastConfirmedDialogue } from './facts.ts';
import { type FeedbackLine, feedbackLines } from './feedback-lines.ts';
import type { Meeting } from './meeting.ts';

/** What was done for one work result, for additional tasks, or for none. */
export interface KitResult {
  /** Null for additional tasks and for what belongs to no work result. */
  named: { number: number; title: string } | null;
  additional: boolean;
  indicators: readonly PlanIndicator[];
  /** Zero where nothing was done. */
  count: number;
  minutes: number;
  quantities: readonly Quantity[];
  evidence: number;
  lastDate: string | null;
}

/** What both sides of a dialogue get to read beforehand; the same for both. */
export interface Kit {
  from: string;
  to: string;
  /** Whether the period begins with the last dialogue. */
  sinceDialogue: boolean;
  hasPlan: boolean;
  results: KitResult[];
  obstacles: { text: string; openedOn: string }[];
  feedback: FeedbackLine[];
  commitments: { owner: string; what: string; dueOn: string }[];
  expectations: { behaviour: Behaviour; text: string }[];
}

/** Gathers what both sides of a dialogue read beforehand, as things stand now, by the employee's day. */
export async function kitOf(
  services: Pick<Services, 'store' | 'agency' | 'now'>,
  { employee, leader }: Meeting,
): Promise<Kit> {
  const { store } = services;
  const to = localDate(services.now(), zoneOf(employee, services));
  const last = await lastConfirmedDialogue(services, employee.id);
  // That there was counselling with somebody else stays between those two.
  const since = last && canReadDialogue(leader, employee, last) ? last.heldOn : null;
  const from = since ?? startOf(employee, to);
  const [summary, plan, obstacles, feedback, commitments] = await Promise.all([
    summaryOf(services, employee, { from, to }, to),
    planOn(store, employee.id, to),
    openObstacles({ store }, employee),
    feedbackLines(store, employee, leader, from),
    store.all(openCommitmentsAbout({ employeeId: employee.id })),
  ]);
  const { lines } = summary.summary;
  const planned = (plan?.content.results ?? []).map(({ id, number, title, indicators }): KitResult => {
    const done = lines.find((line) => line.workResultId === id);
    return { named: { number, title }, additional: false, indicators, ...amounts(done) };
  });
  const ids = new Set((plan?.content.results ?? []).map(({ id }) => id));
  const others = lines
    .filter((line) => line.workResultId === null || !ids.has(line.workResultId))
    .map((line): KitResult => {
      const named = line.workResultId === null ? null : (summary.titles.get(line.workResultId) ?? null);
      return {
        named: named && { number: named.number, title: named.title },
        additional: line.kind === 'additional',
        indicators: [],
        ...amounts(line),
      };
    });
  // What was agreed upon in counselling with somebody else stays between those two.
  const readable = commitments.filter(({ commitment, kind }) =>
    canReadDialogue(leader, employee, {
      ...{ employeeId: employee.id, leaderId: commitment.leaderId },
      ...{ kind, status: 'confirmed' },
    }),
  );
  const ownerIds = [...new Set(readable.map(({ commitment }) => commitment.ownerId))];
  const people = ownerIds.length === 0 ? [] : await store.all(peopleByIds(ownerIds));
  const owners = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...{ from, to, sinceDialogue: since !== null, hasPlan: plan !== null },
    results: [...planned, ...others],
    obstacles: obstacles.map(({ text, openedOn }) => ({ text, openedOn })),
    feedback,
    commitments: readable.map(({ commitment: { ownerId, what, dueOn } }) => ({
      ...{ what, dueOn },
      owner: owners.get(ownerId) ?? '–',
    })),
    expectations: BEHAVIOURS.flatMap((behaviour) => {
      const text = plan?.content.expectations[behaviour];
      return text ? [{ behaviour, text }] : [];
    }),
  };
}

/** The first day of the year, or of the employee's time here. */
function startOf(employee: PersonRow, today: string): string {
  const year = `${today.slice(0, 4)}-01-01`;
  return employee.activeFrom > year && employee.activeFrom <= today ? employee.activeFrom : year;
}

type Amounts = Pick<KitResult, 'count' | 'minutes' | 'quantities' | 'evidence' | 'lastDate'>;

const amounts = (line: Amounts | undefined): Amounts =>
  line
    ? {
        ...{ count: line.count, minutes: line.minutes, quantities: line.quantities },
        ...{ evidence: line.evidence, lastDate: line.lastDate },
      }
    : { count: 0, minutes: 0, quantities: [], evidence: 0, lastDate: null };
