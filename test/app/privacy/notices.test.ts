import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NoticeKind, type NoticePayloads, noticeRow } from '../../../src/app/notices.ts';
import { render } from '../../../src/app/render.ts';
import { isKept } from '../../../src/app/rendered.ts';
import { uuid } from '../../support/world.ts';
import { type Privacy, plant, ROLES } from './planted.ts';

let facts: Privacy;
beforeAll(async () => {
  facts = await plant();
});
afterAll(() => facts.world.close());

type Notice = { [K in NoticeKind]: { kind: K; payload: NoticePayloads[K] } }[NoticeKind];

/** Notices about everything that is planted, as they would be if they were on their way to anybody. */
function notices({ ids, world }: Privacy): Notice[] {
  const id = (name: string) => ids[name]!;
  const { now } = world;
  const feedback = ['note', 'feedbackDraft', 'feedback', 'former', 'peer', 'wide', 'gone'].map(id);
  const dialogues = ['counselling', 'minutes', 'held', 'declined', 'agreed'].map(id);
  const evaluations = ['evaluation', 'earlier', 'submitted'].map(id);
  const versions = ['version', 'draft', 'proposal'].map(id);
  return [
    ...feedback.flatMap((feedbackId): Notice[] => [
      { kind: 'feedback', payload: { feedbackId } },
      { kind: 'feedback_copy', payload: { feedbackId } },
      { kind: 'feedback_praise', payload: { feedbackId } },
    ]),
    { kind: 'feedback_reply', payload: { replyId: id('reply') } },
    { kind: 'feedback_request', payload: { requestId: id('request'), revision: 1 } },
    { kind: 'feedback_reminder', payload: { requestId: id('request'), revision: 1 } },
    { kind: 'feedback_declined', payload: { requestId: id('request') } },
    ...dialogues.flatMap((dialogueId): Notice[] => [
      ...(['proposed', 'agreed', 'minutes', 'confirmed', 'handed_over', 'waiting'] as const).map(
        (event): Notice => ({ kind: 'dialogue', payload: { dialogueId, revision: 1, event } }),
      ),
      { kind: 'dialogue_kit', payload: { dialogueId, revision: 1 } },
      ...(['siti', 'budi', 'fajar'] as const).map(
        (author): Notice => ({
          kind: 'dialogue_answers',
          payload: { dialogueId, authorId: id(author), revision: 1 },
        }),
      ),
    ]),
    ...['counselling-commitment', 'minutes-commitment'].flatMap((name): Notice[] => [
      { kind: 'commitment', payload: { commitmentId: id(name), revision: 1, when: 'before' } },
      { kind: 'commitment_changed', payload: { commitmentId: id(name), revision: 1 } },
    ]),
    ...evaluations.flatMap((evaluationId): Notice[] => [
      { kind: 'evaluation_task', payload: { evaluationId, revision: 1 } },
      { kind: 'evaluation_result', payload: { evaluationId, revision: 1 } },
    ]),
    ...versions.flatMap((versionId): Notice[] => [
      { kind: 'plan_proposed', payload: { versionId, at: now } },
      { kind: 'plan_decided', payload: { versionId, at: now } },
      { kind: 'plan_question', payload: { versionId, stepId: uuid('asked') } },
      { kind: 'plan_answer', payload: { versionId, stepId: uuid('asked') } },
      { kind: 'plan_moved', payload: { versionId } },
    ]),
    {
      kind: 'roles',
      payload: { leaderId: id('budi'), year: 2026, cellIds: [id('sharedCell'), id('draftCell')] },
    },
    { kind: 'role_changed', payload: { cellId: id('sharedCell'), revision: 1 } },
    { kind: 'role_changed', payload: { cellId: id('draftCell'), revision: 1 } },
    ...['feedback-objection', 'gone-objection'].flatMap((name): Notice[] => [
      ...(['new', 'due', 'late', 'settled'] as const).map(
        (step): Notice => ({ kind: 'objection', payload: { objectionId: id(name), step } }),
      ),
      { kind: 'objection_settled', payload: { objectionId: id(name) } },
    ]),
    { kind: 'supervision', payload: { handoverId: id('handover') } },
    { kind: 'handover_out', payload: { handovers: [id('handover')] } },
    { kind: 'handover_in', payload: { handovers: [id('handover')] } },
    { kind: 'handover_note', payload: { handovers: [id('handover')] } },
    { kind: 'radar', payload: { workResultId: id('result'), from: '2026-11-02' } },
    { kind: 'card', payload: { employeeId: id('siti'), date: '2026-11-23' } },
  ];
}

describe('every notice, on its way to anybody', () => {
  it('is only read by those who may read it then, and not by who has left', async () => {
    const shown: string[] = [];
    for (const { kind, payload } of notices(facts))
      for (const who of ROLES) {
        const row = noticeRow(kind, 'key', facts.people[who].id, payload as never, facts.world.now);
        const result = await render(facts.world.services, row);
        if (isKept(result)) continue;
        shown.push(`${kind} ${who}`);
        const text = JSON.stringify(result.message);
        expect(who, kind).not.toBe('nina');
        for (const { word, readers } of facts.planted)
          if (!readers.includes(who)) expect(text, `${kind} for ${who}: ${word}`).not.toContain(word);
      }
    for (const one of ['feedback siti', 'dialogue_kit budi', 'plan_proposed budi', 'roles siti', 'card budi'])
      expect(shown).toContain(one);
  }, 120_000);
});
