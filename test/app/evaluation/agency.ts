import { insertEntry } from '../../../db/queries/entries.ts';
import { evaluationOf } from '../../../db/queries/evaluations.ts';
import { updatePerson, updateUnit } from '../../../db/queries/people.ts';
import { insertIndicator, insertPlan, insertWorkResult } from '../../../db/queries/plans.ts';
import { first, type Store } from '../../../db/store.ts';
import type { Rating } from '../../../src/core/evaluation/content.ts';
import type { Answer } from '../../../src/core/inbound.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

/** A small agency in January 2027: a head, a leader below, two employees with plans, and HR. */
export interface Agency {
  world: World;
  secretariat: string;
  unit: string;
  /** Leads the agency's top unit, in Slack. */
  head: TestPerson;
  /** Leads the unit and supervises the employees, in Slack. */
  budi: TestPerson;
  siti: TestPerson;
  tono: TestPerson;
  hana: TestPerson;
  /** Ids of Siti's work results. */
  results: string[];
}

/** Founds the agency; everybody is in service since July 2026. */
export async function foundAgency(
  locale: 'id' | 'en' = 'id',
  start = '2027-01-04T02:00:00Z',
  store?: Store,
): Promise<Agency> {
  const world = await createWorld(start, store);
  const secretariat = await world.unit('Sekretariat');
  const unit = await world.unit('Bidang Perencanaan', { parentId: secretariat });
  const head = await world.person('Rina Kepala', { unit: secretariat, platform: 'slack', locale });
  const budi = await world.person('Budi Santoso', { unit, platform: 'slack', supervisor: head.id, locale });
  const siti = await world.person('Siti Aminah', { unit, supervisor: budi.id, locale });
  const tono = await world.person('Tono', { unit, supervisor: budi.id, locale });
  const hana = await world.person('Hana', { unit: secretariat, roles: ['pegawai', 'hr'], locale });
  await world.store.commit([
    updateUnit(secretariat, { leaderId: head.id }),
    updateUnit(unit, { leaderId: budi.id }),
    ...[head, budi, siti, tono, hana].map(({ id }) => updatePerson(id, { activeFrom: '2026-07-01' })),
  ]);
  const results = await planFor(world, siti.id);
  for (const { id } of [budi, tono]) await planFor(world, id);
  return { world, secretariat, unit, head, budi, siti, tono, hana, results };
}

/** A plan of two work results with an indicator each; the ids of the results. */
export async function planFor(world: World, personId: string, year = 2026): Promise<string[]> {
  const { newId } = world.services;
  const [planId, first_, second] = [newId(), newId(), newId()];
  const result = (id: string, number: number, title: string) =>
    insertWorkResult({ id, planId, number, additional: false, title, superiorNumber: null, current: true });
  const indicator = (workResultId: string, title: string, target: string, unit: string | null) =>
    insertIndicator({
      ...{ id: newId(), workResultId, position: 0, aspect: 'kuantitas' },
      title,
      target,
      unit,
    });
  await world.store.commit([
    insertPlan({ id: planId, personId, year }),
    result(first_, 1, 'Tersusunnya laporan kinerja'),
    result(second, 2, 'Terlaksananya rapat koordinasi'),
    indicator(first_, 'Jumlah laporan', '12', 'laporan'),
    indicator(second, 'Rapat terlaksana', '4 kegiatan', null),
  ]);
  return [first_, second];
}

/** Stores activities of a person for a work result. */
export async function entriesFor(
  world: World,
  personId: string,
  workResultId: string,
  entries: readonly [date: string, amount: number, unit: string][],
): Promise<void> {
  await world.store.commit(
    entries.map(([localDate, amount, unit]) => {
      const id = world.services.newId();
      return insertEntry({
        ...{
          id,
          number: id,
          personId,
          localDate,
          what: `Menyusun ${unit}`,
          kind: 'work_result',
          workResultId,
        },
        ...{ actionPlanId: null, startMinute: 480, endMinute: 600, quantityMilli: amount * 1000, unit },
        ...{ status: 'approved', revision: 1, submittedAt: world.now, zone: 'Asia/Jakarta', source: null },
      });
    }),
  );
}

/** A person's evaluation of a period, as it is stored. */
export const stored = (world: World, person: TestPerson, period = '2026-Q4') =>
  first(world.store, evaluationOf({ personId: person.id, period }));

/** Sends a form that is open in Slack. */
export async function fill(person: TestPerson, answers: Record<string, Answer>): Promise<string> {
  const reply = await person.send({
    kind: 'form',
    token: person.form?.token ?? '',
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, [answer]])),
  });
  if (reply.formErrors) return JSON.stringify(reply.formErrors);
  return person.last().text;
}

/** Opens the evaluation of a period and submits it unchanged. */
export async function submitted(person: TestPerson, period = '2026-Q4'): Promise<void> {
  await person.say(`/evaluasi ${period}`);
  const label = person.last().buttons.find((one) => one.startsWith('Ajukan ke'));
  await person.press(label ?? 'Ajukan', person.last());
}

/** Gives the ratings of the evaluation that was submitted last. */
export async function rate(person: TestPerson, result: Rating | null, behaviour: Rating): Promise<string> {
  await person.press('Beri rating');
  const review = await fill(person, {
    ...(result && { result: { choice: result } }),
    behaviour: { choice: behaviour },
    ...((result === 'below' || behaviour === 'below') && { remark: { text: 'Perlu pembinaan.' } }),
  });
  await person.press('Simpan', person.last());
  return review;
}
