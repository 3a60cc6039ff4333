import { encodeAction } from '../../core/action.ts';
import { type Block, type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import type { Session } from '../session.ts';
import type { ScopeUnit } from './scope.ts';

/** What a list shows. */
export const VIEWS = ['credit', 'level', 'unrated', 'talent', 'award'] as const;

/** One of the lists. */
export type View = (typeof VIEWS)[number];

/** A list as a button names it. */
export interface ListPlace {
  view: View;
  /** `2026`, `2026-Q3`, `2026-07`. */
  period: string;
  unit: ScopeUnit | null;
  /** From 0. */
  page: number;
}

/** Lines on a page. */
const PAGE = 20;

/** A page of a list: title, what it rests on, its lines, and buttons to other pages and other lists. */
export function listMessage(
  { t }: Session,
  place: ListPlace,
  {
    title,
    head,
    items,
    foot,
    others,
  }: { title: string; head: string[]; items: Inline[][]; foot: string[]; others: Button[] },
): Message {
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const at = Math.min(place.page, pages - 1);
  const blocks: (string | Block)[] = [{ kind: 'title', text: title }, ...head];
  if (items.length > 0) blocks.push({ kind: 'list', items: items.slice(at * PAGE, (at + 1) * PAGE) });
  if (pages > 1) blocks.push({ kind: 'note', text: t.followUp.page(at + 1, pages) });
  blocks.push(...foot.map((text): Block => ({ kind: 'note', text })));
  const turn = (page: number, label: string) => listButton({ ...place, page }, label);
  return withButtons(
    say(...blocks),
    [
      ...(at > 0 ? [turn(at - 1, t.followUp.earlier())] : []),
      ...(at < pages - 1 ? [turn(at + 1, t.followUp.later())] : []),
    ],
    ...others.map((button) => [button]),
  );
}

/** A button that shows a list. */
export function listButton({ view, period, unit, page }: ListPlace, label: string): Button {
  return {
    label,
    action: encodeAction({
      ...{ do: 'room', room: 'follow_up', op: view, id: unit?.id ?? null, arg: `${period}.${page}` },
    }),
  };
}

/** Reads the part of a button that names period and page; null where it is none of ours. */
export function readPlace(arg: string): { period: string; page: number } | null {
  const [, period, page] = /^(\d{4}(?:-(?:H[12]|Q[1-4]|\d{2}))?)\.(\d{1,4})$/.exec(arg) ?? [];
  return period === undefined ? null : { period, page: Number(page) };
}
