import type { AbsenceRow } from '../../../db/queries/calendar.ts';
import { dayOff } from '../../core/calendar.ts';
import type { EvaluationPeriod } from '../../core/evaluation/period.ts';
import { addDays, datesBetween, localDate } from '../../core/local-time.ts';
import { defaultRules } from '../../core/rules.ts';
import type { Services } from '../services.ts';
import { type DemoPerson, demoPeople, type Player, zoneOfUnit } from './agency.ts';
import type { Dice } from './dice.ts';

/** Everything that the parts of the sample agency share; its story is the same for the same `now` (ms UTC). */
export interface Stage {
  services: Pick<Services, 'store' | 'now' | 'newId' | 'agency'>;
  dice: Dice;
  now: number;
  /** Years in which something is planned: the present one, and that of the last period. */
  years: readonly number[];
  /** The newest period that is over. */
  lastPeriod: EvaluationPeriod;
  ids: Readonly<Record<Player, string>>;
  unitIds: ReadonlyMap<string, string>;
  holidays: ReadonlyMap<string, string>;
  absences: ReadonlyMap<Player, readonly AbsenceRow[]>;
}

/** A person of the sample agency by name. */
export const personNamed = (who: Player): DemoPerson => demoPeople.find((one) => one.who === who)!;

/** The zone in which somebody works. */
export const zoneOfPlayer = (who: Player): string => zoneOfUnit(personNamed(who).unit);

/** The local date of somebody. */
export const todayOf = ({ now }: Pick<Stage, 'now'>, who: Player): string =>
  localDate(now, zoneOfPlayer(who));

/** The working days of somebody in a span of local dates, both included. */
export function workingDatesOf(stage: Stage, who: Player, from: string, to: string): string[] {
  const facts = {
    workDays: () => defaultRules.workDays,
    holidays: stage.holidays,
    shifts: new Map<string, null>(),
    ramadan: [],
    absences: stage.absences.get(who) ?? [],
  };
  return from > to ? [] : datesBetween(from, to).filter((date) => dayOff(date, facts) === null);
}

/** The first working day of somebody that is so many days after a local date, or later. */
export function workingDateFrom(stage: Stage, who: Player, date: string): string {
  return workingDatesOf(stage, who, date, addDays(date, 60))[0] ?? date;
}

/** The last working day of somebody up to a local date. */
export function workingDateUpTo(stage: Stage, who: Player, date: string): string {
  return workingDatesOf(stage, who, addDays(date, -60), date).at(-1) ?? date;
}
