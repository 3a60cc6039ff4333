import { PEOPLE, type World } from '../support.ts';
import { onSlack, onTelegram, type SlackActor, type TelegramActor } from './actor.ts';
import type { Staff } from './agency.ts';
import type { Diary } from './diary.ts';

/** Everybody of the year: employees in Telegram, those who supervise and personnel in Slack. */
export type Cast = { world: World; diary: Diary } & Record<Leader, SlackActor> & Record<Staff, TelegramActor>;

type Leader = 'wulan' | 'budi' | 'agus' | 'hera';

/** Links everybody. */
export async function gather(world: World, diary: Diary): Promise<Cast> {
  const slack = async (who: Leader) => onSlack(nameOf(who), await world.onSlack(who), diary);
  const telegram = async (who: Staff) => onTelegram(nameOf(who), await world.onTelegram(who), diary);
  const leaders = Promise.all([slack('wulan'), slack('budi'), slack('agus'), slack('hera')]);
  const employees = Promise.all([telegram('siti'), telegram('dewi'), telegram('rina'), telegram('joko')]);
  const [[wulan, budi, agus, hera], [siti, dewi, rina, joko]] = [await leaders, await employees];
  return { world, diary, wulan, budi, agus, hera, siti, dewi, rina, joko };
}

/** Somebody's name as everybody reads it. */
export const nameOf = (who: keyof typeof PEOPLE): string => PEOPLE[who].name;
