import type { BoundForm } from '../../../conversations/form.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { type Message, say, withButtons } from '../../core/message.ts';
import { draftButton } from '../draft-view.ts';
import type { Session } from '../session.ts';

/** Everything that a form about a plan holds, as it will be stored. */
export function planFormReview({ t }: Session, draft: DraftRow, form: BoundForm): Message {
  const op = draftButton(draft);
  const rows = form
    .shown(draft)
    .map(({ label, value }): [string, string] => [label, value ?? t.draft.empty()]);
  return withButtons(say({ kind: 'title', text: t.draft.review() }, { kind: 'fields', rows }), [
    { ...op('confirm', t.button.save()), style: 'primary' },
    op('menu', t.button.change()),
    op('cancel', t.button.cancel()),
  ]);
}
