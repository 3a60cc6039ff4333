import { allUnits, type PersonRow, personByNip, type UnitRow } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { localDate } from '../core/local-time.ts';
import { parseDay } from '../core/moment.ts';
import { findUnit } from '../core/unit-names.ts';
import { maskNumbers } from './mask.ts';
import { CommandFailure, type Context } from './run.ts';

/** The value of an option that is always needed. */
export function needed(option: string, value: string | undefined, { t }: Pick<Context, 't'>): string {
  if (value === undefined || value.trim() === '') throw new CommandFailure(t.staffing.needs(option));
  return value.trim();
}

/** The person whom an option names by NIP. */
export async function personIn(option: string, value: string, { services, t }: Context): Promise<PersonRow> {
  const person = await first(services.store, personByNip({ nip: value.replace(/\D/g, '') }));
  if (!person) throw new CommandFailure(t.staffing.unknownPerson(option, maskNumbers(value)));
  return person;
}

/** The unit that an option names. */
export async function unitIn(option: string, value: string, { services, t }: Context): Promise<UnitRow> {
  const units = await services.store.all(allUnits());
  const found = findUnit(value, units);
  if (!found.ok)
    throw new CommandFailure(
      `${option}: ${t.invite.unitUnknown(
        value,
        units.map(({ name }) => name),
      )}`,
    );
  return found.unit;
}

/** The date that an option names, `yyyy-MM-dd` or in words. */
export function dateIn(option: string, value: string, { services, t }: Context): string {
  const date = parseDay(value, localDate(services.now(), services.agency.zone));
  if (date === null) throw new CommandFailure(t.staffing.date(option, value));
  return date;
}
