import type { BoundForm } from '../../../conversations/form.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { type Block, type Message, withButtons } from '../../core/message.ts';
import { draftButton } from '../draft-view.ts';
import type { Session } from '../session.ts';

/** A filled form as it will be sent, with the ways to send, change and cancel it. */
export function reviewMessage(
  { t }: Session,
  draft: DraftRow,
  form: BoundForm,
  texts: { title: string; send: string; before?: [string, string][]; note?: string },
): Message {
  const op = draftButton(draft);
  const answers = form.shown(draft).map(({ label, value }) => ({
    label,
    lines: value === null ? [] : value.split('\n'),
  }));
  const single = answers.filter(({ lines }) => lines.length === 1);
  const several = answers.filter(({ lines }) => lines.length > 1);
  const rows = [
    ...(texts.before ?? []),
    ...single.map(({ label, lines }): [string, string] => [label, lines[0]!]),
  ];
  const blocks: Block[] = [
    { kind: 'title', text: texts.title },
    ...(rows.length > 0 ? [{ kind: 'fields' as const, rows }] : []),
    ...several.flatMap(({ label, lines }): Block[] => [
      { kind: 'line', parts: [{ bold: label }] },
      { kind: 'list', items: lines.map((line) => [line]) },
    ]),
    ...(texts.note === undefined ? [] : [{ kind: 'note' as const, text: texts.note }]),
  ];
  return withButtons({ blocks, buttons: [], files: [] }, [
    { ...op('confirm', texts.send), style: 'primary' },
    op('menu', t.button.change()),
    op('cancel', t.button.cancel()),
  ]);
}
