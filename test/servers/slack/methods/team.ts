import { APP, TEAM } from '../world.ts';
import type { Method } from './method.ts';

/** Makes the methods about the app's own place; `openSocket` gives an address, or nothing without Socket Mode. */
export function teamMethods(openSocket: () => string | undefined): Record<string, Method> {
  return {
    'api.test': { args: 'error', run: () => ({}) },
    'auth.test': {
      args: '',
      run: ({ world }) => ({
        url: `${world.origin}/`,
        team: TEAM.name,
        user: APP.name,
        team_id: TEAM.id,
        user_id: APP.userId,
        bot_id: APP.botId,
        is_enterprise_install: false,
      }),
    },
    'team.info': {
      args: 'team domain',
      run: () => ({ team: { ...TEAM, email_domain: '', icon: {} } }),
    },
    'apps.connections.open': {
      args: '',
      run({ world }) {
        const url = openSocket();
        if (!url) world.recorder.violate('socket_mode', 'apps.connections.open in HTTP mode');
        return { url: url ?? '' };
      },
    },
  };
}
