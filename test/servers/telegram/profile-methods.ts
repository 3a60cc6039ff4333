import type { Recorder } from '../shared/recorder.ts';
import { asList, asText, codePoints, isJson, type Json } from '../shared/values.ts';
import { broken } from './errors.ts';
import type { Method } from './method.ts';
import { intOf, objectOf, textOf } from './parameters.ts';
import { type CommandSet, chatFor, type World } from './world.ts';

const SCOPES = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
];

/** The methods that describe the bot, its commands and the people it talks to. */
export const profileMethods: Record<string, Method> = {
  getMe: ({ world }) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  getChat({ world, params }) {
    const { id, first_name, username } = chatFor(world, intOf(params, 'chat_id'), false).person;
    return { id, type: 'private', first_name, ...(username ? { username } : {}), accent_color_id: 0 };
  },

  setMyCommands({ world, params }) {
    const commands = readCommands(world.recorder, params);
    const place = placeOf(world.recorder, params);
    forget(world, place);
    world.commandSets.push({ ...place, commands });
    return true;
  },
  getMyCommands: ({ world, params }) => find(world, placeOf(world.recorder, params))?.commands ?? [],
  deleteMyCommands({ world, params }) {
    forget(world, placeOf(world.recorder, params));
    return true;
  },

  setMyName: ({ world, params }) => setProfile(world, params, 'name', 64),
  setMyDescription: ({ world, params }) => setProfile(world, params, 'description', 512),
  setMyShortDescription: ({ world, params }) => setProfile(world, params, 'short_description', 120),
};

/** Gives the commands Telegram offers to a person with this language in a private chat. */
export function commandsFor(world: World, chatId: number, language: string): CommandSet['commands'] {
  for (const scope of [`chat:${chatId}`, 'all_private_chats', 'default'])
    for (const wanted of [language, '']) {
      const found = find(world, { scope, language: wanted });
      if (found) return found.commands;
    }
  return [];
}

function readCommands(recorder: Recorder, params: Json): CommandSet['commands'] {
  const list = objectOf(params, 'commands');
  if (!Array.isArray(list)) throw broken(recorder, 'commands', "can't parse commands: expected a list");
  if (list.length > 100) throw broken(recorder, 'commands', 'too many commands: at most 100');
  const commands = asList(list).map((entry) => {
    const command = isJson(entry) ? asText(entry.command) : '';
    const description = isJson(entry) ? asText(entry.description) : '';
    if (!/^[a-z0-9_]{1,32}$/.test(command))
      throw broken(recorder, 'commands', `BOT_COMMAND_INVALID "${command}"`);
    const length = codePoints(description);
    if (length < 1) throw broken(recorder, 'commands', `command description is empty: ${command}`);
    if (length > 256) throw broken(recorder, 'commands', `command description is too long: ${command}`);
    return { command, description };
  });
  if (new Set(commands.map((entry) => entry.command)).size < commands.length)
    recorder.violate('commands', 'the same command twice');
  return commands;
}

function placeOf(recorder: Recorder, params: Json): { scope: string; language: string } {
  const given = objectOf(params, 'scope') ?? { type: 'default' };
  const type = isJson(given) ? asText(given.type) : '';
  if (!isJson(given) || !SCOPES.includes(type)) throw broken(recorder, 'commands', `unknown scope "${type}"`);
  const ids = [given.chat_id, given.user_id].filter((id) => id !== undefined);
  return { scope: [type, ...ids].join(':'), language: languageOf(recorder, params) };
}

function languageOf(recorder: Recorder, params: Json): string {
  const language = textOf(params, 'language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language))
    throw broken(recorder, 'language_code', `invalid language code specified "${language}"`);
  return language;
}

function find(world: World, place: { scope: string; language: string }): CommandSet | undefined {
  return world.commandSets.find((set) => set.scope === place.scope && set.language === place.language);
}

function forget(world: World, place: { scope: string; language: string }): void {
  const set = find(world, place);
  if (set) world.commandSets.splice(world.commandSets.indexOf(set), 1);
}

function setProfile(world: World, params: Json, kind: string, most: number): true {
  const text = textOf(params, kind) ?? '';
  const language = languageOf(world.recorder, params);
  if (codePoints(text) > most)
    throw broken(world.recorder, 'profile', `bot's ${kind} is too long: at most ${most} characters`);
  world.profile.set(`${kind}:${language}`, text);
  return true;
}
