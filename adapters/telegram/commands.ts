import type { Api } from 'grammy';
import { SHOWN_COMMANDS } from '../../src/core/command-names.ts';
import type { Texts } from '../../src/i18n/texts.ts';

/** Shows the commands in people's apps: Indonesian for everybody, English names where the app speaks English. */
export async function registerCommands(api: Api, id: Texts, en: Texts): Promise<void> {
  const scope = { type: 'all_private_chats' } as const;
  await api.setMyCommands(
    SHOWN_COMMANDS.map((name) => ({ command: id.commandName[name], description: id.command[name] })),
    { scope },
  );
  await api.setMyCommands(
    SHOWN_COMMANDS.map((name) => ({ command: en.commandName[name], description: en.command[name] })),
    { scope, language_code: 'en' },
  );
}
