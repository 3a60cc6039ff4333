import type { AudienceFilter, AudienceState } from './announcement.ts';
import { type CalendarFacts, dayOff } from './calendar.ts';
import { addDays } from './local-time.ts';
import type { Role } from './model.ts';

/** What is known about somebody when it is asked whether an announcement is for them. */
export interface AudienceFacts {
  active: boolean;
  unitId: string;
  roles: readonly Role[];
  /** Leads somebody who is active. */
  supervises: boolean;
  linked: boolean;
  /** Years with a plan (SKP). */
  planYears: readonly number[];
  /** Working days in a row, up to yesterday, without a report; 0 where today is reported. */
  silentDays: number;
  /** Ids of the announcements that they have marked as read. */
  acknowledged: ReadonlySet<string>;
}

/** The part of a filter that stays true of a person: where they work and what they are; `within` null means everywhere. */
export function belongs(
  facts: Pick<AudienceFacts, 'active' | 'unitId' | 'roles' | 'supervises'>,
  { roles, supervisorsOnly }: Pick<AudienceFilter, 'roles' | 'supervisorsOnly'>,
  within: ReadonlySet<string> | null,
): boolean {
  if (!facts.active) return false;
  if (within !== null && !within.has(facts.unitId)) return false;
  if (roles.length > 0 && !roles.some((role) => facts.roles.includes(role))) return false;
  return !supervisorsOnly || facts.supervises;
}

/** Whether somebody is in the state that a filter asks for. */
export function isInState(facts: AudienceFacts, state: AudienceState | null): boolean {
  switch (state?.kind) {
    case undefined:
      return true;
    case 'not_linked':
      return !facts.linked;
    case 'no_plan':
      return !facts.planYears.includes(state.year);
    case 'not_reported':
      return facts.silentDays >= state.days;
    case 'not_acknowledged':
      return !facts.acknowledged.has(state.announcementId);
  }
}

/** Whether an announcement is for somebody at this moment. */
export function inAudience(
  facts: AudienceFacts,
  filter: AudienceFilter,
  within: ReadonlySet<string> | null,
): boolean {
  return belongs(facts, filter, within) && isInState(facts, filter.state);
}

/** Dates that are looked back at, at most, to find this many working days: long holidays and leave among them. */
export function lookBackDays(workingDays: number): number {
  return workingDays * 3 + 30;
}

/**
 * How many working days in a row, up to the day before `today`, passed without a report.
 *
 * Days off and days of absence are no working days; counting begins at `since` at the earliest and stops at `most`.
 */
export function silentDays(
  today: string,
  since: string,
  reported: ReadonlySet<string>,
  calendar: CalendarFacts,
  most: number,
): number {
  if (reported.has(today)) return 0;
  const earliest = addDays(today, -lookBackDays(most));
  let silent = 0;
  for (
    let date = addDays(today, -1);
    date >= since && date >= earliest && silent < most;
    date = addDays(date, -1)
  ) {
    if (reported.has(date)) break;
    if (dayOff(date, calendar) === null) silent += 1;
  }
  return silent;
}
