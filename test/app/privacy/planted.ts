import { insertActionPlan } from '../../../db/queries/action-plans.ts';
import { insertCommitments } from '../../../db/queries/commitments.ts';
import { answersId, type DialogueRow, insertAnswers, insertDialogue } from '../../../db/queries/dialogues.ts';
import { insertEntry } from '../../../db/queries/entries.ts';
import { type FeedbackRow, insertFeedback, insertFeedbackReply } from '../../../db/queries/feedback.ts';
import { insertFeedbackRequest } from '../../../db/queries/feedback-requests.ts';
import { insertHandover } from '../../../db/queries/handovers.ts';
import { insertObjection } from '../../../db/queries/objections.ts';
import { insertObstacle } from '../../../db/queries/obstacles.ts';
import { updatePerson, updateUnit } from '../../../db/queries/people.ts';
import { insertPlanVersion } from '../../../db/queries/plan-versions.ts';
import { insertPlan, insertWorkResult } from '../../../db/queries/plans.ts';
import { insertRoleCell } from '../../../db/queries/role-cells.ts';
import { emptyPlan } from '../../../src/core/plan/content.ts';
import { entryRow, planVersionRow } from '../../contracts/rows.ts';
import { addEvaluation, evaluationRow } from '../../support/evaluations.ts';
import { createWorld, type TestPerson, uuid, type World } from '../../support/world.ts';

/** Who tries: the employee, everybody around them, and somebody who has left. */
export const ROLES = ['siti', 'budi', 'fajar', 'dewi', 'rudi', 'otto', 'hana', 'nina'] as const;
export type RoleName = (typeof ROLES)[number];

/** A word that stands in a text, and who may ever read it. */
export interface Planted {
  word: string;
  readers: readonly RoleName[];
}

/** Tables of the planted rows whose revision tells whether they were touched. */
export type Guarded =
  | 'planVersions'
  | 'roleCells'
  | 'actionPlans'
  | 'feedback'
  | 'feedbackRequests'
  | 'dialogues'
  | 'dialogueAnswers'
  | 'commitments'
  | 'evaluations'
  | 'objections'
  | 'handovers';

/** A planted row, and who may change it with a single press. */
export interface Row {
  table: Guarded;
  id: string;
  revision: number;
  changers: readonly RoleName[];
}

export interface Privacy {
  world: World;
  people: Record<RoleName, TestPerson>;
  planted: Planted[];
  rows: Row[];
  /** Every id that a button can carry, by a name. */
  ids: Record<string, string>;
}

/**
 * Siti with everything that can be known about her: Budi supervises her, Fajar did so before, Dewi supervises Budi, Rudi is
 * her colleague, Otto leads another unit, Hana is HR, and Nina has left.
 */
export async function plant(): Promise<Privacy> {
  const world = await createWorld();
  const top = await world.unit('Sekretariat');
  const unit = await world.unit('Bidang A', { parentId: top });
  const apart = await world.unit('Bidang B', { parentId: top });
  const dewi = await world.person('Dewi', { unit: top });
  const budi = await world.person('Budi', { unit, supervisor: dewi.id, platform: 'slack' });
  const fajar = await world.person('Fajar', { unit: apart, supervisor: dewi.id });
  const siti = await world.person('Siti', { unit, supervisor: budi.id });
  const rudi = await world.person('Rudi', { unit, supervisor: budi.id });
  const otto = await world.person('Otto', { unit: apart, supervisor: dewi.id, platform: 'slack' });
  const wira = await world.person('Wira', { unit: apart, supervisor: otto.id });
  const hana = await world.person('Hana', { unit: top, roles: ['pegawai', 'hr'] });
  const nina = await world.person('Nina', { unit, supervisor: budi.id });
  const people = { siti, budi, fajar, dewi, rudi, otto, hana, nina };
  const planted: Planted[] = [];
  const rows: Row[] = [];
  const ids: Record<string, string> = { unit, apart, top, wira: wira.id };
  for (const [name, { id }] of Object.entries(people)) ids[name] = id;
  let counter = 0;
  const word = (...readers: RoleName[]): string => {
    counter += 1;
    const text = `rahasia${String(counter).padStart(2, '0')}x`;
    planted.push({ word: text, readers });
    return text;
  };
  const row = (table: Guarded, name: string, changers: readonly RoleName[], id = uuid(name)): string => {
    ids[name] = id;
    rows.push({ table, id, revision: 1, changers });
    return id;
  };
  const { now, store } = world;
  const at = { createdAt: now, updatedAt: now };

  const result = (name: string, title: string) => ({
    ...{
      id: uuid(name),
      number: 1,
      additional: false,
      title,
      supports: null,
      method: null,
      perspective: null,
    },
    indicators: [{ aspect: null, title: 'Jumlah', target: '12', unit: 'laporan', dueOn: null }],
  });
  ids.result = uuid('result');
  ids.above = uuid('above');
  ids.entry = uuid('entry');
  ids.reply = uuid('reply');
  const plan = (name: string, changers: RoleName[], change: Parameters<typeof planVersionRow>[1]) =>
    insertPlanVersion(
      planVersionRow(siti.id, {
        ...{ id: row('planVersions', name, changers), unitId: unit, supervisorId: budi.id },
        planId: `${change?.year}`,
        ...change,
      }),
    );
  const agreed = result('result', word('siti', 'budi', 'dewi', 'hana'));
  await store.commit([
    updatePerson(nina.id, { active: false, activeUntil: '2026-11-20' }),
    updateUnit(unit, { leaderId: budi.id }),
    updateUnit(apart, { leaderId: otto.id }),
    updateUnit(top, { leaderId: dewi.id }),
    insertPlan({ id: '2026', personId: siti.id, year: 2026 }),
    insertWorkResult({
      ...{ id: ids.result, planId: '2026', number: 1, additional: false, title: agreed.title },
      ...{ superiorNumber: null, current: true },
    }),
    plan('version', [], {
      content: {
        ...{ ...emptyPlan, results: [agreed], expectations: { akuntabel: word('siti', 'budi') } },
        annexes: { resources: [word('siti', 'budi')], accountability: [], consequences: [] },
      },
    }),
    plan('draft', ['siti'], {
      ...{ year: 2027, status: 'draft', fromDate: '2027-01-01' },
      content: { ...emptyPlan, results: [result('drafted', word('siti'))] },
    }),
    plan('proposal', ['siti', 'budi'], {
      ...{ year: 2025, status: 'proposed', fromDate: '2025-01-01', proposedAt: now },
      content: { ...emptyPlan, results: [result('proposed', word('siti', 'budi'))] },
    }),
    insertPlanVersion(
      planVersionRow(budi.id, {
        id: uuid('above-version'),
        content: { ...emptyPlan, results: [result('above', 'Kinerja bidang')] },
      }),
    ),
    ...(['shared', 'draft'] as const).map((status) =>
      insertRoleCell({
        id: row('roleCells', `${status}Cell`, status === 'shared' ? ['budi', 'siti'] : ['budi']),
        ...{ leaderId: budi.id, personId: siti.id, year: 2026, workResultId: uuid('above'), status },
        contribution: status === 'shared' ? word('budi', 'siti', 'dewi', 'hana') : word('budi'),
        ...{ method: 'direct', divided: 'share', revision: 1, ...at },
      }),
    ),
    insertActionPlan({
      id: row('actionPlans', 'action', ['siti']),
      ...{ personId: siti.id, year: 2026, workResultId: ids.result, period: '2026-Q4', number: 1 },
      title: word('siti', 'budi'),
      ...{ target: '3', unit: 'laporan', current: true, revision: 1, updatedAt: now },
    }),
    insertEntry(
      entryRow(siti.id, {
        ...{ id: ids.entry, number: 'K1', kind: 'work_result', workResultId: ids.result },
        ...{ what: word('siti', 'budi'), status: 'approved' },
      }),
    ),
    insertObstacle({
      ...{ id: uuid('obstacle'), personId: siti.id, entryId: ids.entry, text: word('siti', 'budi') },
      ...{ openedOn: '2026-11-23', closedOn: null, createdAt: now },
    } as never),
  ]);

  const feedback = (name: string, changers: RoleName[], body: string, change: Partial<FeedbackRow>) =>
    insertFeedback({
      ...{ id: row('feedback', name, changers), authorId: budi.id, employeeId: siti.id, kind: 'improve' },
      ...{ visibility: 'employee', relation: 'supervisor', status: 'shared', body, behaviours: [] },
      ...{ workResultId: null, entryId: null, requestId: null, dialogueId: null, localDate: '2026-11-23' },
      ...{ revision: 1, createdAt: now, sharedAt: now, readAt: null, ...change },
    });
  await store.commit([
    feedback('note', ['budi'], word('budi'), {
      kind: 'note',
      visibility: 'author',
      status: 'draft',
      sharedAt: null,
    }),
    feedback('feedbackDraft', ['budi'], word('budi'), { status: 'draft', sharedAt: null }),
    feedback('feedback', ['budi', 'siti'], word('budi', 'siti', 'dewi'), {}),
    feedback('former', ['siti', 'fajar'], word('siti', 'fajar'), { authorId: fajar.id }),
    feedback('peer', ['rudi', 'siti'], word('rudi', 'siti'), { authorId: rudi.id, relation: 'peer' }),
    feedback('wide', ['rudi', 'siti'], word('rudi', 'siti', 'budi'), {
      authorId: rudi.id,
      relation: 'peer',
      visibility: 'leader',
    }),
    feedback('gone', ['budi'], word('budi'), { status: 'withdrawn' }),
    insertFeedbackReply({
      ...{ id: ids.reply, feedbackId: ids.former!, authorId: siti.id, at: now },
      body: word('siti', 'fajar'),
    }),
    insertFeedbackRequest({
      ...{ id: row('feedbackRequests', 'request', ['siti', 'budi']), employeeId: siti.id, askedId: budi.id },
      ...{ about: word('siti', 'budi'), workResultId: null, status: 'open', feedbackId: null, revision: 1 },
      ...{ createdAt: now, settledAt: null },
    }),
  ]);

  const dialogue = (name: string, changers: RoleName[], change: Partial<DialogueRow>) =>
    insertDialogue({
      ...{ id: row('dialogues', name, changers), employeeId: siti.id, leaderId: fajar.id, kind: 'feedback' },
      ...{ status: 'confirmed', startsAt: now - 86_400_000, proposedBy: siti.id, place: null, reason: null },
      ...{
        workResultId: null,
        minutes: null,
        minutesRevision: 1,
        minutesBy: siti.id,
        employeeConfirmedAt: 1,
      },
      ...{ leaderConfirmedAt: 2, heldOn: '2026-11-22', revision: 1, ...at, ...change },
    });
  const answers = (dialogueName: string, by: RoleName, shared: boolean, text: string) =>
    insertAnswers({
      id: row('dialogueAnswers', `${dialogueName}-${by}`, [by], answersId(ids[dialogueName]!, people[by].id)),
      ...{ dialogueId: ids[dialogueName]!, personId: people[by].id, shared, revision: 1, updatedAt: now },
      answers: { what_weighs: text, proud_of: text },
    });
  const commitment = (dialogueName: string, what: string, changers: RoleName[]) => ({
    id: row('commitments', `${dialogueName}-commitment`, changers),
    ...{ employeeId: siti.id, leaderId: fajar.id, dialogueId: ids[dialogueName]!, ownerId: siti.id, what },
    ...{
      dueOn: '2026-12-01',
      status: 'open' as const,
      note: null,
      revision: 1,
      createdAt: now,
      closedAt: null,
    },
  });
  const pair = ['siti', 'fajar'] as const;
  const open = {
    employeeConfirmedAt: null,
    leaderConfirmedAt: null,
    heldOn: null,
    minutesRevision: 0,
    minutesBy: null,
  };
  await store.commit([
    dialogue('counselling', [], { kind: 'counselling', minutes: [word(...pair)], reason: word(...pair) }),
    dialogue('minutes', [], { minutes: [word('budi', ...pair)] }),
    dialogue('held', [...pair], { status: 'held', minutes: [word(...pair)], leaderConfirmedAt: null }),
    dialogue('declined', [], { status: 'declined', reason: word(...pair), ...open }),
    dialogue('agreed', ['siti', 'budi'], {
      ...{
        status: 'agreed',
        leaderId: budi.id,
        startsAt: now + 86_400_000,
        reason: word('siti', 'budi'),
        ...open,
      },
    }),
  ]);
  await store.commit([
    answers('counselling', 'siti', true, word(...pair)),
    answers('agreed', 'siti', false, word('siti')),
    answers('agreed', 'budi', true, word('siti', 'budi')),
    insertCommitments([
      commitment('counselling', word(...pair), ['siti']),
      commitment('minutes', word('budi', ...pair), ['siti']),
    ]),
  ]);

  const evaluation = (
    name: string,
    period: string,
    changers: RoleName[],
    text: string,
    by: TestPerson,
    change = {},
  ) =>
    addEvaluation(
      evaluationRow(siti.id, period, ['meets', 'below'], {
        ...{
          id: row('evaluations', name, changers),
          unitId: unit,
          evaluatorId: by.id,
          ratedBy: by.id,
          revision: 1,
        },
        content: {
          ...{
            results: [result('result', text)],
            expectations: {},
            remark: text,
            behaviourFeedback: { loyal: text },
          },
          resultFeedback: { [agreed.id]: text },
          realisations: [{ workResultId: agreed.id, indicator: 0, proposed: text, said: text, source: null }],
        },
        ...change,
      }),
    );
  await store.commit([
    evaluation('evaluation', '2026-Q3', ['budi', 'hana'], word('siti', 'budi', 'hana'), budi),
    evaluation('earlier', '2026-Q2', ['fajar', 'hana'], word('siti', 'budi', 'fajar', 'hana'), fajar),
    evaluation('submitted', '2026-10', ['budi', 'hana'], word('siti', 'budi', 'hana'), budi, {
      ...{ status: 'submitted', resultRating: null, behaviourRating: null, ratedAt: null, ratedBy: null },
    }),
    ...(['feedback', 'gone'] as const).map((subject) =>
      insertObjection({
        ...{ id: row('objections', `${subject}-objection`, ['siti', 'dewi']), personId: siti.id },
        ...{ subjectKind: 'feedback', subjectId: ids[subject]!, reason: word('siti', 'budi', 'dewi') },
        ...{ status: 'open', handlerId: dewi.id, dueOn: '2026-12-07', answer: null, revision: 1 },
        ...{ createdAt: now, decidedAt: null, decidedBy: null },
      }),
    ),
    insertHandover({
      ...{ id: row('handovers', 'handover', ['fajar']), personId: siti.id, fromId: fajar.id, toId: budi.id },
      ...{ onDate: '2026-11-10', note: word('fajar', 'budi'), createdAt: now, revision: 1 },
      counts: { days: 0, plans: 0, dialogues: 0, evaluations: 0, requests: 0 },
    }),
  ]);
  return { world, people, planted, rows, ids };
}
