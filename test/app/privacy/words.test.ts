import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { insertPosting, type PostingRow } from '../../../db/queries/talks.ts';
import { bindDraft, finishDraft, showDraft } from '../../../src/app/forms.ts';
import { route } from '../../../src/app/route.ts';
import type { Event } from '../../../src/core/inbound.ts';
import { type Privacy, plant, type RoleName } from './planted.ts';
import { changes, type Sessions, sessionsOf, unreadable } from './watch.ts';

let facts: Privacy;
let sessions: Sessions;
beforeAll(async () => {
  facts = await plant();
  sessions = await sessionsOf(facts);
});
afterAll(() => facts.world.close());

const ACTIVE = ['siti', 'budi', 'fajar', 'dewi', 'rudi', 'otto', 'hana'] as const;

async function say(who: RoleName, event: Event, at: string): Promise<void> {
  const { reply, writes } = await route(sessions[who]!, event);
  expect(unreadable(facts, who, reply), at).toEqual([]);
  expect(await changes(facts, who, writes), at).toBeNull();
}

const COMMANDS = [
  ...['skp', 'aksi', 'radar', 'evaluasi', 'dialog', 'umpanbalik', 'keberatan', 'matriks', 'pohon', 'tim'],
  ...[
    'rekap',
    'kendali',
    'kredit',
    'talenta',
    'periksa',
    'atasan',
    'capaian',
    'pola',
    'kunci',
    'pengingatan',
    'tugas',
  ],
];
const ARGUMENTS = [
  ...['', 'siti', '2026', '2027', '2025', 'draf', 'catatan', 'lalu', 'tindak lanjut', 'tim', 'unit'],
  ...[
    '22/11',
    '2026-Q3',
    '2026-Q2',
    'Bidang A',
    'Sekretariat',
    'lampiran',
    'perilaku',
    'versi',
    'RA1',
    'list',
  ],
];

describe('every command, said by everybody', () => {
  for (const who of ACTIVE)
    it(`shows ${who} only what is for them`, async () => {
      for (const name of COMMANDS)
        for (const args of ARGUMENTS)
          await say(who, { kind: 'command', name, args }, `${who} says ${name} ${args}`);
    }, 60_000);
});

describe('a reply, a reaction or a file to a message', () => {
  it('that shows something which is not for its reader any more goes nowhere', async () => {
    const names = Object.keys(facts.ids);
    for (const who of ACTIVE) {
      const { platform, address } = sessions[who]!.account;
      for (const kind of ['feedback', 'dialogue'] as const)
        for (const name of names) {
          const messageId = `${who}-${kind}-${name}`;
          const about = { kind, subject: facts.ids[name]!, entryId: null, at: facts.world.now };
          const posting: PostingRow = {
            ...{ id: messageId, platform, address, messageId, personId: facts.people[who].id },
            ...about,
          };
          await facts.world.store.commit([insertPosting(posting)]);
          const text = {
            kind: 'text' as const,
            text: 'Terima kasih banyak',
            messageId: 'own',
            forwarded: false,
          };
          await say(who, { ...text, replyTo: messageId }, `${who} answers ${kind} ${name}`);
          await say(
            who,
            { kind: 'reaction', emoji: '👍', messageId } as Event,
            `${who} reacts to ${kind} ${name}`,
          );
        }
    }
  }, 60_000);
});

/** A form that somebody has begun about something, perhaps before they lost their right to it. */
function forms({ ids }: Privacy): Pick<DraftRow, 'form' | 'subject' | 'answers'>[] {
  const words = { text: 'Isi', reason: 'Sebab', note: 'Catatan', what: 'Hal' };
  const about = (form: string, names: string[], key: string, answers: DraftRow['answers'] = {}) =>
    names.map((name) => ({ form, subject: { [key]: ids[name]! }, answers: { ...words, ...answers } }));
  const versions = ['version', 'draft', 'proposal'];
  const dialogues = ['counselling', 'minutes', 'held', 'declined', 'agreed'];
  const evaluations = ['evaluation', 'earlier', 'submitted'];
  return [
    ...about('plan_annexes', versions, 'versionId', {
      resources: ['A'],
      accountability: null,
      consequences: null,
    }),
    ...about('plan_settings', versions, 'versionId', { approach: 'qualitative', from: '2026-12-01' }),
    ...about('plan_result', versions, 'versionId', { title: 'Judul', kind: 'main' }),
    ...about('plan_agree', versions, 'versionId', { from: '2026-12-01' }),
    ...about('plan_expectations', versions, 'versionId'),
    ...['plan_return', 'plan_question', 'plan_answer'].flatMap((form) => about(form, versions, 'versionId')),
    ...about('action_plan', ['action'], 'actionPlanId', {
      rhk: ids.result!,
      period: '2026-Q4',
      target: null,
    }),
    ...about(
      'answer_feedback',
      ['note', 'feedbackDraft', 'feedback', 'former', 'peer', 'gone'],
      'feedbackId',
    ),
    ...about('decline_feedback', ['request'], 'requestId'),
    ...about('give_feedback', ['siti'], 'employeeId', {
      kind: 'improve',
      about: null,
      values: null,
      readers: 'employee',
    }),
    ...['dialogue_decline', 'dialogue_cancel'].flatMap((form) => about(form, dialogues, 'about')),
    ...about('dialogue_move', dialogues, 'about', { at: { at: facts.world.now + 9_000_000 } as never }),
    ...about('dialogue_held', dialogues, 'about', { on: '2026-11-23' }),
    ...about('dialogue_answers', dialogues, 'about', { what_weighs: 'A' }),
    ...about('minutes', dialogues, 'about', { lines: ['A'], commitments: null }),
    ...['commitment_later', 'commitment_drop'].flatMap((form) =>
      about(form, ['counselling-commitment', 'minutes-commitment'], 'about', { due: '2026-12-20' }),
    ),
    ...about('rating', evaluations, 'evaluationId', { result: 'above', behaviour: 'above', remark: null }),
    ...about('evaluation_feedback', evaluations, 'evaluationId', { about: 'r0' }),
    ...about('evaluation_return', evaluations, 'evaluationId'),
    ...evaluations.map((name) => ({
      ...{ form: 'realisation', subject: { evaluationId: ids[name]!, item: '0' } },
      answers: { said: 'Lima', source: null },
    })),
    ...['feedback-objection', 'gone-objection'].flatMap((name) =>
      ['accepted', 'rejected'].map((verdict) => ({
        ...{ form: 'objection_decision', subject: { objectionId: ids[name]!, verdict }, answers: words },
      })),
    ),
    ...about('handover_note', ['handover'], 'handover', { whom: '1' }),
    { form: 'role_cell', subject: { year: '2026', cellId: ids.draftCell! }, answers: { ...words } },
  ];
}

/** Who may finish a form, besides whoever may change what it is about with a press. */
const ALSO: Record<string, readonly RoleName[]> = {
  // Whoever rates returns and rates by a form only.
  evaluations: ['budi', 'fajar'],
};

describe('every form, begun by anybody about anything', () => {
  it('shows and stores nothing that is not for whoever began it', async () => {
    const bound = new Set<string>();
    for (const who of ACTIVE)
      for (const one of forms(facts)) {
        const draft: DraftRow = {
          ...{ id: 'draft', personId: facts.people[who].id, ...one, editing: null, listening: false },
          ...{ revision: 1, updatedAt: facts.world.now },
        };
        const at = `${who} fills in ${one.form} ${JSON.stringify(one.subject)}`;
        const form = await bindDraft(sessions[who]!, draft);
        if (!form) continue;
        bound.add(one.form);
        expect(unreadable(facts, who, await showDraft(sessions[who]!, draft, form)), at).toEqual([]);
        const about = facts.rows.find(({ id }) => Object.values(one.subject).includes(id));
        // What they may do is tested elsewhere, with answers that fit.
        if (about && [...about.changers, ...(ALSO[about.table] ?? [])].includes(who)) continue;
        const { reply, writes } = await finishDraft(sessions[who]!, draft, 'confirm');
        expect(unreadable(facts, who, reply), at).toEqual([]);
        expect(
          await changes(
            facts,
            who,
            writes.filter(({ label }) => label !== 'deleteDraft'),
            ALSO,
          ),
          at,
        ).toBeNull();
      }
    // Each of them was open to somebody, so that their names are right.
    expect([...bound].sort()).toEqual([...new Set(forms(facts).map(({ form }) => form))].sort());
  }, 60_000);
});
