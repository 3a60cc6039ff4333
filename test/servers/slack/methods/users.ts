import { asText, type Json } from '../../shared/values.ts';
import { SlackError } from '../errors.ts';
import type { Member } from '../types.ts';
import { APP, memberOf, TEAM } from '../world.ts';
import type { Method } from './method.ts';
import { readPage } from './page.ts';

/** Makes the methods about people; `pageSize` is the largest page of `users.list`. */
export function userMethods(pageSize: number): Record<string, Method> {
  return {
    'users.info': {
      args: 'user include_locale',
      run: ({ world, args }) => ({ user: memberJson(memberOf(world, args.user), args.include_locale) }),
    },
    'users.lookupByEmail': {
      args: 'email',
      run({ world, args }) {
        const email = asText(args.email).toLowerCase();
        const found = [...world.members.values()].find((member) => member.email?.toLowerCase() === email);
        if (!found) throw new SlackError('users_not_found');
        return { user: memberJson(found, false) };
      },
    },
    'users.list': {
      args: 'cursor limit include_locale',
      run({ world, args }) {
        const people = [...world.members.values()].map((member) => memberJson(member, args.include_locale));
        const { items, response_metadata } = readPage(world, args, [...people, botJson()], pageSize);
        return { members: items, response_metadata, cache_ts: Math.floor(Date.now() / 1000) };
      },
    },
  };
}

function memberJson(member: Member, withLocale: unknown): Json {
  return {
    id: member.id,
    team_id: TEAM.id,
    name: member.name,
    deleted: false,
    real_name: member.realName,
    tz: 'Asia/Jakarta',
    tz_label: 'Western Indonesia Time',
    tz_offset: 25_200,
    is_bot: false,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    profile: {
      real_name: member.realName,
      display_name: member.name,
      team: TEAM.id,
      ...(member.email ? { email: member.email } : {}),
    },
    ...(withLocale === true || withLocale === 'true' ? { locale: member.locale } : {}),
  };
}

function botJson(): Json {
  return {
    id: APP.userId,
    team_id: TEAM.id,
    name: APP.name,
    deleted: false,
    real_name: APP.name,
    is_bot: true,
    profile: { real_name: APP.name, bot_id: APP.botId, api_app_id: APP.id },
  };
}
