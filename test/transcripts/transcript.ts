import { join } from 'node:path';
import { expect } from 'vitest';
import type { Locale } from '../../src/core/model.ts';
import { type Texts, textsOf } from '../../src/i18n/texts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** What a scene has at hand: a small agency, and the pen that writes everything down. */
export interface Scene {
  world: World;
  t: Texts;
  /** An employee in Telegram, in WITA, with a plan of two work results. */
  siti: TestPerson;
  /** Her supervisor in Slack. */
  budi: TestPerson;
  unit: string;
  says(who: [string, TestPerson], text: string, replyTo?: string): Promise<void>;
  presses(who: [string, TestPerson], label: string): Promise<void>;
  does(who: string, what: string, answer: string): void;
  /** Writes down what somebody has in front of them now. */
  sees(who: [string, TestPerson]): void;
}

/** Plays a scene and compares everything that was said with the transcript beside this file. */
export async function play(name: string, locale: Locale, scene: (s: Scene) => Promise<void>): Promise<void> {
  const world = await createWorld('2026-11-23T08:00:00Z');
  const unit = await world.unit('Bidang Perencanaan', { zone: 'Asia/Makassar' });
  const budi = await world.person('Budi Santoso', { unit, platform: 'slack', locale });
  const siti = await world.person('Siti Aminah', { unit, supervisor: budi.id, locale });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan kinerja', 'Terlaksananya rapat koordinasi']);
  const lines: string[] = [];
  const write = (who: string, what: string, answer: string) => {
    lines.push(`${who}: ${what}`, ...answer.split('\n').map((line) => `    ${line}`.trimEnd()), '');
  };
  await scene({
    world,
    t: textsOf(locale),
    siti,
    budi,
    unit,
    says: async ([who, person], text, replyTo) => write(who, text, await person.say(text, replyTo)),
    presses: async ([who, person], label) => write(who, `[${label}]`, await person.press(label)),
    does: write,
    sees([who, person]) {
      const { text, buttons, thread } = person.last();
      write(
        `(${who}${thread ? ', in the thread' : ''})`,
        '',
        `${text}${buttons.length > 0 ? `\n[${buttons.join('] [')}]` : ''}`,
      );
    },
  });
  await world.close();
  await expect(lines.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, `${name}.${locale}.txt`));
}
