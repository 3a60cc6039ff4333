import { insertAudit } from '../../../db/queries/calendar.ts';
import { type CommitmentRow, insertCommitments } from '../../../db/queries/commitments.ts';
import { answersId, type DialogueRow, insertAnswers, insertDialogue } from '../../../db/queries/dialogues.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { addDays, instantOf } from '../../core/local-time.ts';
import { commitmentReminders } from '../dialogue/commitment-writes.ts';
import { laterNotices } from '../dialogue/writes.ts';
import type { Player } from './agency.ts';
import { type Stage, todayOf, workingDateFrom, workingDateUpTo, zoneOfPlayer } from './stage.ts';

const HOUR = 3_600_000;
const LEADER = 'wayan';
/** What the employee has prepared for the dialogue that is ahead, and shared. */
const PREPARED = {
  progress: 'Imunisasi kejar selesai di empat dari enam desa.',
  hindered_by: 'Kunjungan rumah memakan dua hari setiap pekan.',
  help_wanted: 'Jadwal kader, supaya kunjungan bisa dibagi.',
};

/** A dialogue that was held, with confirmed minutes and what was agreed upon; and one for the next working day. */
export async function dialogueWrites(stage: Stage, person: (who: Player) => PersonRow): Promise<Statement[]> {
  return [...(await held(stage, person)), ...(await ahead(stage, person))];
}

async function held(stage: Stage, person: (who: Player) => PersonRow): Promise<Statement[]> {
  const who = 'andi';
  const date = workingDateUpTo(stage, who, addDays(todayOf(stage, who), -8));
  const startsAt = instantOf(date, 600, zoneOfPlayer(who));
  const written = startsAt + 2 * HOUR;
  const row: DialogueRow = {
    ...dialogueOf(stage, who, startsAt, 'Ruang rapat bidang'),
    ...{ kind: 'feedback', status: 'confirmed', heldOn: date, revision: 5, updatedAt: written + 3 * HOUR },
    minutes: [
      'Surveilans berjalan sesuai rencana; laporan mingguan selalu tepat waktu.',
      'Kendala: data tiga puskesmas terlambat dua hari.',
      'Pak Wayan menghubungi kepala puskesmas; format pengiriman disederhanakan.',
    ],
    ...{ minutesRevision: 1, minutesBy: stage.ids[LEADER] },
    ...{ leaderConfirmedAt: written, employeeConfirmedAt: written + 3 * HOUR },
  };
  const commitment = (more: Partial<CommitmentRow>): CommitmentRow => ({
    ...{ id: stage.dice.id(written), employeeId: row.employeeId, leaderId: row.leaderId, dialogueId: row.id },
    ...{ ownerId: row.employeeId, what: '', dueOn: date, status: 'open', note: null, revision: 1 },
    ...{ createdAt: written, closedAt: null },
    ...more,
  });
  const open = commitment({
    what: 'Menyusun format pengiriman data satu halaman untuk puskesmas',
    dueOn: workingDateFrom(stage, who, addDays(todayOf(stage, who), 4)),
  });
  const done = commitment({
    ...{ ownerId: row.leaderId, what: 'Menghubungi kepala puskesmas tentang jadwal pengiriman data' },
    ...{ dueOn: addDays(date, 3), status: 'done', revision: 2, closedAt: written + 40 * HOUR },
  });
  return [
    insertDialogue(row),
    trace(stage, row, 'minutes_confirmed', row.updatedAt),
    insertCommitments([open, done]),
    ...(await commitmentReminders(stage.services, open, person(who), stage.now)),
  ];
}

async function ahead(stage: Stage, person: (who: Player) => PersonRow): Promise<Statement[]> {
  const who = 'baso';
  const date = workingDateFrom(stage, who, addDays(todayOf(stage, who), 1));
  const row: DialogueRow = {
    ...dialogueOf(stage, who, instantOf(date, 570, zoneOfPlayer(who)), 'Ruang kepala bidang'),
    ...{ kind: 'guidance', status: 'agreed', revision: 2, reason: 'Beban kunjungan rumah' },
  };
  const prepared = {
    ...{ id: answersId(row.id, row.employeeId), dialogueId: row.id, personId: row.employeeId },
    answers: PREPARED,
    ...{ shared: true, revision: 2, updatedAt: stage.now - HOUR },
  };
  return [
    insertDialogue(row),
    insertAnswers(prepared),
    trace(stage, row, 'agreed', row.updatedAt),
    ...(await laterNotices(
      stage.services,
      { employee: person(who), leader: person(LEADER) },
      row,
      stage.now,
    )),
  ];
}

function dialogueOf(stage: Stage, who: Player, startsAt: number, place: string): DialogueRow {
  const createdAt = Math.min(startsAt, stage.now) - 26 * HOUR;
  return {
    ...{ id: stage.dice.id(createdAt), employeeId: stage.ids[who], leaderId: stage.ids[LEADER] },
    ...{ kind: 'guidance', status: 'agreed', startsAt, proposedBy: stage.ids[LEADER], place, reason: null },
    ...{ workResultId: null, minutes: null, minutesRevision: 0, minutesBy: null, heldOn: null },
    ...{ employeeConfirmedAt: null, leaderConfirmedAt: null },
    ...{ revision: 1, createdAt, updatedAt: createdAt + HOUR },
  };
}

function trace(stage: Stage, row: DialogueRow, event: string, at: number): Statement {
  return insertAudit({
    ...{ id: stage.dice.id(at), at, actorId: row.employeeId, action: `dialogue.${event}`, subject: row.id },
    detail: { revision: row.revision },
  });
}
