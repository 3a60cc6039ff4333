import { type FeedbackRow, insertFeedback, insertFeedbackReply } from '../../../db/queries/feedback.ts';
import { type FeedbackRequestRow, insertFeedbackRequest } from '../../../db/queries/feedback-requests.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { addDays, instantOf } from '../../core/local-time.ts';
import { requestNotices } from '../feedback/request.ts';
import { requestTiming } from '../feedback/request-timing.ts';
import type { Player } from './agency.ts';
import type { DemoPlans } from './plans.ts';
import { type Stage, todayOf, workingDateUpTo, zoneOfPlayer } from './stage.ts';

/** Feedback that was shared: praise with an answer, a suggestion; and a private note. */
export function feedbackWrites(stage: Stage, plans: DemoPlans, year: number): Statement[] {
  const result = (who: Player, number: number) => plans.of(who, year)!.work[number - 1]!.row.id;
  const praise = feedbackOf(stage, 'wayan', 'andi', 9, {
    body: 'Penyelidikan di Desa Sukamaju selesai dalam satu hari dan datanya lengkap. Tim jadi bisa langsung bergerak.',
    ...{ kind: 'praise', behaviours: ['kompeten', 'kolaboratif'], workResultId: result('andi', 1) },
  });
  const suggestion = feedbackOf(stage, 'wayan', 'baso', 6, {
    body: 'Catatan imunisasi beberapa kali menyusul. Coba lengkapi di tempat sebelum pulang, supaya puskesmas bisa memeriksanya hari itu.',
    ...{ kind: 'improve', behaviours: ['akuntabel'], workResultId: result('baso', 1) },
  });
  const leader = feedbackOf(stage, 'suryani', 'wayan', 4, {
    body: 'Rapat demam berdarah singkat dan jelas keputusannya. Teruskan.',
    ...{ kind: 'praise', behaviours: ['adaptif'], readAt: null },
  });
  const note = feedbackOf(stage, 'wayan', 'baso', 3, {
    body: 'Tanyakan beban kunjungan rumah pada dialog berikutnya.',
    ...{ kind: 'note', visibility: 'author', status: 'draft', sharedAt: null, readAt: null },
  });
  const at = praise.readAt! + 300_000;
  const body = 'Terima kasih, Pak. Peta lokasinya saya bagikan ke puskesmas juga.';
  const reply = { id: stage.dice.id(at), feedbackId: praise.id, authorId: stage.ids.andi, body, at };
  return [...[praise, suggestion, leader, note].map(insertFeedback), insertFeedbackReply(reply)];
}

/** One request that waits for the supervisor's answer. */
export async function requestWrites(stage: Stage, asked: PersonRow): Promise<Statement[]> {
  const { services, now, dice, ids } = stage;
  const createdAt = now - 7_200_000;
  const row: FeedbackRequestRow = {
    ...{ id: dice.id(createdAt), employeeId: ids.andi, askedId: asked.id, workResultId: null },
    about: 'Penyajian tren kasus pada rapat lintas sektor',
    ...{ status: 'open', feedbackId: null, revision: 1, createdAt, settledAt: null },
  };
  const timing = await requestTiming(services, asked, createdAt);
  return [insertFeedbackRequest(row), ...requestNotices(row, timing.at, now)];
}

function feedbackOf(
  stage: Stage,
  author: Player,
  employee: Player,
  daysAgo: number,
  said: Pick<FeedbackRow, 'body' | 'kind'> & Partial<FeedbackRow>,
): FeedbackRow {
  const date = workingDateUpTo(stage, author, addDays(todayOf(stage, employee), -daysAgo));
  const at = instantOf(date, 965, zoneOfPlayer(employee));
  return {
    ...{ id: stage.dice.id(at), authorId: stage.ids[author], employeeId: stage.ids[employee] },
    ...{ visibility: 'employee', relation: 'supervisor', status: 'shared', behaviours: [], localDate: date },
    ...{ workResultId: null, entryId: null, requestId: null, dialogueId: null, revision: 2 },
    ...{ createdAt: at, sharedAt: at, readAt: at + 1_800_000 },
    ...said,
  };
}
