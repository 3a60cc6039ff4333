import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import { encodeAction } from '../../core/action.ts';
import { maskEmployeeNumber } from '../../core/employee-number.ts';
import { groupBy } from '../../core/group.ts';
import { type Block, type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { canManageStaff } from '../../core/permissions.ts';
import { FINDINGS, type Finding } from '../../core/staffing/data-check.ts';
import { findUnit } from '../../core/unit-names.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { beginReminders } from './admin-reminders.ts';
import { type CycleCheck, checkCycle, type FoundOne } from './data-check.ts';

/** Names on a page. */
const PAGE = 20;

/** `periksa [year] [unit]`: how ready the data are for a cycle, counts first. */
export async function checkData(session: Session, args: string): Promise<Outcome> {
  const { services, person, t, today } = session;
  if (!canManageStaff(person)) return answered(say(t.staffing.onlyHr()));
  const [, year = today.slice(0, 4), where = ''] = /^(\d{4})?\s*(.*)$/.exec(args.trim()) ?? [];
  const found = where === '' ? null : findUnit(where, await services.store.all(allUnits()));
  if (found && !found.ok)
    return answered(
      say(t.staffing.check.unknownUnit(where, found.candidates.join('; ')), t.staffing.check.usage()),
    );
  const unit = found?.unit ?? null;
  return answered(overview(session, await checkCycle(services, Number(year), unit?.id ?? null), unit));
}

/** Shows whom a finding is about, a page at a time; the button carries finding, year and page. */
export async function namesFound(session: Session, action: RoomAction): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canManageStaff(person)) return toast(t.staffing.onlyHr());
  const [index, year, page = 0] = action.arg.split('.').map(Number);
  const finding = FINDINGS[index ?? -1];
  const unit = await unitOf(session, action.id);
  if (!finding || !isYear(year) || unit === undefined) return toast(t.problem.unknownButton());
  const check = await checkCycle(services, year!, unit?.id ?? null);
  const message = namesPage(session, finding, check, unit, Number.isInteger(page) ? page : 0);
  return page === 0 ? answered(message) : edited(message);
}

/** Begins administrative reminders about what the check has found. */
export async function remindFound(session: Session, action: RoomAction): Promise<Outcome> {
  const unit = await unitOf(session, action.id);
  const subject = isYear(Number(action.arg)) ? ({ kind: 'plan', period: action.arg } as const) : null;
  return beginReminders(session, subject, unit ? { id: unit.id, name: unit.name } : null);
}

function overview({ t }: Session, check: CycleCheck, unit: UnitRow | null): Message {
  const texts = t.staffing.check;
  const present = FINDINGS.filter((finding) => check.found[finding].length > 0);
  const blocks: Block[] = [
    { kind: 'title', text: texts.title(check.year, unit?.name ?? null) },
    { kind: 'line', parts: [{ bold: texts.people(check.ready, check.people) }] },
  ];
  if (present.length === 0) return say(...blocks, texts.ready());
  const items = present.map((finding): Inline[] => [
    { bold: texts.names(finding, check.found[finding].length) },
    `: ${texts.mend(finding)}`,
  ]);
  const names = present.map((finding): Button[] => [
    {
      label: texts.names(finding, check.found[finding].length),
      action: namesAction(finding, check.year, 0, unit),
    },
  ]);
  return withButtons(say(...blocks, { kind: 'list', items }), ...names, [
    ...(check.found.no_plan.length > 0 ? [remindButton(texts.remind(), check.year, unit)] : []),
  ]);
}

function namesPage(
  { t }: Session,
  finding: Finding,
  check: CycleCheck,
  unit: UnitRow | null,
  page: number,
): Message {
  const texts = t.staffing.check;
  const all = check.found[finding];
  if (all.length === 0) return say(texts.none());
  const pages = Math.ceil(all.length / PAGE);
  const at = Math.min(Math.max(page, 0), pages - 1);
  const blocks: Block[] = [
    { kind: 'title', text: texts.names(finding, all.length) },
    { kind: 'note', text: texts.mend(finding) },
    ...listed(all.slice(at * PAGE, (at + 1) * PAGE)),
    ...(pages > 1 ? [{ kind: 'note', text: texts.page(at + 1, pages) } as const] : []),
  ];
  const go = (label: string, to: number): Button => ({
    label,
    action: namesAction(finding, check.year, to, unit),
  });
  return withButtons(
    say(...blocks),
    [
      ...(at > 0 ? [go(texts.earlier(), at - 1)] : []),
      ...(at < pages - 1 ? [go(texts.later(), at + 1)] : []),
    ],
    finding === 'no_plan' ? [remindButton(texts.remind(), check.year, unit)] : [],
  );
}

function listed(found: readonly FoundOne[]): Block[] {
  return [...groupBy(found, ({ person }) => person?.unitName ?? null)].flatMap(([unit, some]) => {
    const head: Block[] = unit === null ? [] : [{ kind: 'line', parts: [{ bold: unit }] }];
    const items = some.map(({ name, person }): Inline[] => [
      person ? `${name} (${maskEmployeeNumber(person.nip)})` : name,
    ]);
    return [...head, { kind: 'list', items }];
  });
}

function namesAction(finding: Finding, year: number, page: number, unit: UnitRow | null): string {
  const arg = [FINDINGS.indexOf(finding), year, page].join('.');
  return encodeAction({ do: 'room', room: 'staffing', op: 'names', id: unit?.id ?? null, arg });
}

function remindButton(label: string, year: number, unit: UnitRow | null): Button {
  const id = unit?.id ?? null;
  return {
    label,
    action: encodeAction({ do: 'room', room: 'staffing', op: 'remind', id, arg: String(year) }),
  };
}

/** The unit that a button names; undefined where it is gone. */
async function unitOf({ services }: Session, id: string | null): Promise<UnitRow | null | undefined> {
  if (id === null) return null;
  return (await services.store.all(allUnits())).find((unit) => unit.id === id);
}

const isYear = (year: number | undefined) => year !== undefined && year >= 2000 && year <= 2100;
