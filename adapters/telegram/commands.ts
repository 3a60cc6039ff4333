import type { Api } from 'grammy';
import type { Texts } from '../../src/i18n/texts.ts';

const NAMES = ['lapor', 'rekap', 'skp', 'cuti', 'tim', 'profil', 'bahasa', 'batal', 'bantuan'] as const;
const ENGLISH: Record<(typeof NAMES)[number], string> = {
  lapor: 'report',
  rekap: 'recap',
  skp: 'plan',
  cuti: 'leave',
  tim: 'team',
  profil: 'profile',
  bahasa: 'language',
  batal: 'cancel',
  bantuan: 'help',
};

/** Shows the commands in people's apps: Indonesian for everybody, English names where the app speaks English. */
export async function registerCommands(api: Api, id: Texts, en: Texts): Promise<void> {
  const scope = { type: 'all_private_chats' } as const;
  await api.setMyCommands(
    NAMES.map((command) => ({ command, description: id.command[command]() })),
    { scope },
  );
  await api.setMyCommands(
    NAMES.map((command) => ({ command: ENGLISH[command], description: en.command[command]() })),
    { scope, language_code: 'en' },
  );
}
