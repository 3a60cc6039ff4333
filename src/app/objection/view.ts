import { encodeAction } from '../../core/action.ts';
import { shortDate } from '../../core/local-time.ts';
import { type Block, type Button, type Message, say, withButtons } from '../../core/message.ts';
import type { ObjectionFacts } from './facts.ts';
import type { Reader } from './subject.ts';

/** A button of the objections' room. */
export function objectionsButton(label: string, op: string, id: string): Button {
  return { label, action: encodeAction({ do: 'room', room: 'objection', op, id, arg: '' }) };
}

/** Where an objection stands: who decides until when, or how and by whom it was decided. */
export function statusText({ t, locale, today }: Reader, { row, handlerName }: ObjectionFacts): string {
  const name = handlerName ?? t.objection.hr();
  if (row.status !== 'open') return t.objection.status(row.status, name);
  const due = shortDate(row.dueOn, locale, today);
  return row.dueOn < today ? t.objection.overdue(name, due) : t.objection.waiting(name, due);
}

/** What an objection is about in a few words; without its content for those who only have to know. */
export function subjectName(reader: Reader, { row, subject }: ObjectionFacts, inFull: boolean): string {
  return inFull && subject ? subject.name(reader) : reader.t.objection.kind(row.subjectKind);
}

/** An objection in full, for those who may read it. */
export function objectionBlocks(reader: Reader, facts: ObjectionFacts): Block[] {
  const { t } = reader;
  const { row, subject, employee } = facts;
  return [
    { kind: 'line', parts: [t.objection.by(employee.name)] },
    { kind: 'line', parts: [{ bold: subjectName(reader, facts, true) }] },
    ...(subject?.blocks(reader) ?? [{ kind: 'note' as const, text: t.problem.gone() }]),
    { kind: 'line', parts: [{ bold: t.objection.field.reason() }] },
    { kind: 'quote', text: row.reason },
    ...(row.answer === null
      ? []
      : [
          { kind: 'line' as const, parts: [{ bold: t.objection.field.answer() }] },
          { kind: 'quote' as const, text: row.answer },
        ]),
    { kind: 'note', text: statusText(reader, facts) },
  ];
}

/** An objection for whoever decides it. */
export function deciderMessage(reader: Reader, facts: ObjectionFacts, title: string): Message {
  const { button } = reader.t.objection;
  const { id } = facts.row;
  return withButtons(say({ kind: 'title', text: title }, ...objectionBlocks(reader, facts)), [
    { ...objectionsButton(button.accept(), 'accept', id), style: 'primary' },
    objectionsButton(button.reject(), 'reject', id),
  ]);
}
