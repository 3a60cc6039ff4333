import { expect } from 'vitest';
import type { SlackPerson } from '../../servers/slack.ts';
import type { TelegramPerson } from '../../servers/telegram.ts';
import type { Diary } from './diary.ts';

type Seen = string | RegExp;

/** What somebody reads after a step. */
export interface Reading {
  text: string;
  buttons: readonly string[];
}

/** Somebody of the year, on whichever platform: each act waits for what is read then, and is written down. */
export interface Actor {
  /** Presses the newest button that fits. */
  presses(button: Seen, seen: Seen): Promise<Reading>;
  /** Writes to the bot; `/` begins a command. */
  says(text: string, seen: Seen): Promise<Reading>;
  /** Reads what somebody else has caused, or what time has brought. */
  reads(seen: Seen): Promise<Reading>;
  /** Acts one after the other: a button in `[brackets]`, or words. */
  does(...acts: [string, Seen][]): Promise<Reading>;
}

/** An employee, who is asked one question after the other. */
export interface TelegramActor extends Actor {
  person: TelegramPerson;
  /** Presses a button that is answered with a line that goes away by itself. */
  toast(button: Seen, text: string): Promise<void>;
}

/** Somebody who supervises, or personnel; questions come as one modal. */
export interface SlackActor extends Actor {
  person: SlackPerson;
  /** Fills the modal that opens, by the words of its questions. */
  fills(title: string, answers: Record<string, string>, seen: Seen): Promise<Reading>;
  /** Presses a button that opens a modal, and fills it. */
  opens(button: Seen, title: string, answers: Record<string, string>, seen: Seen): Promise<Reading>;
}

/** Machines that are busy with other tests are waited for. */
const PATIENT = { timeout: 15_000 };

/** An actor in Telegram. */
export function onTelegram(name: string, person: TelegramPerson, diary: Diary): TelegramActor {
  const waits = async (act: string | null, seen: Seen) => {
    const { text, buttons } = await person.waitFor(seen, PATIENT);
    return diary.write(name, act, { text, buttons: buttons.flat() });
  };
  const actor: TelegramActor = {
    person,
    presses(button, seen) {
      person.press(exactly(button));
      return waits(`[${label(button)}]`, seen);
    },
    says(text, seen) {
      if (text.startsWith('/')) person.command(text);
      else person.say(text);
      return waits(text, seen);
    },
    reads: (seen) => waits(null, seen),
    does: (...acts) => oneByOne(actor, acts),
    async toast(button, text) {
      const answered = await person.press(exactly(button)).answered;
      expect(answered.text).toBe(text);
      diary.write(name, `[${label(button)}]`, { text: `(${text})`, buttons: [] });
    },
  };
  return actor;
}

/** An actor in Slack. */
export function onSlack(name: string, person: SlackPerson, diary: Diary): SlackActor {
  const waits = async (act: string | null, seen: Seen) => {
    const { text, buttons } = await person.waitFor(seen, PATIENT);
    return diary.write(name, act, { text, buttons });
  };
  const actor: SlackActor = {
    person,
    async presses(button, seen) {
      await person.click(exactly(button));
      return waits(`[${label(button)}]`, seen);
    },
    async says(text, seen) {
      if (text.startsWith('/')) await person.slash('/tutur', text.slice(1));
      else person.dm(text);
      return waits(text, seen);
    },
    reads: (seen) => waits(null, seen),
    does: (...acts) => oneByOne(actor, acts),
    async fills(title, answers, seen) {
      await person.waitForModal((modal) => modal.title === title, PATIENT);
      expect(await person.submit(answers)).toEqual({ closed: true });
      return waits(`{${title}: ${Object.values(answers).join(' | ')}}`, seen);
    },
    async opens(button, title, answers, seen) {
      await person.click(exactly(button));
      diary.write(name, `[${label(button)}]`, null);
      return actor.fills(title, answers, seen);
    },
  };
  return actor;
}

async function oneByOne(actor: Actor, acts: readonly [string, Seen][]): Promise<Reading> {
  let read: Reading = { text: '', buttons: [] };
  for (const [act, seen] of acts) {
    const button = /^\[(.*)\]$/.exec(act)?.[1];
    read = await (button === undefined ? actor.says(act, seen) : actor.presses(button, seen));
  }
  return read;
}

/** A button that says just this, and not one whose words begin alike. */
const exactly = (button: Seen) =>
  typeof button === 'string' ? new RegExp(`^${button.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : button;

const label = (button: Seen) => (typeof button === 'string' ? button : button.source.replace(/^\^|\$$/g, ''));
