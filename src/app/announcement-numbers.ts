import type { AudienceFilter } from '../core/announcement.ts';
import type { Message } from '../core/message.ts';
import { PLATFORM_NAMES, type Platform } from '../core/model.ts';
import { expectedSeconds } from '../core/pace.ts';
import { audienceOf, nextAddressees } from './audience.ts';
import type { Services } from './services.ts';

/** Whom an announcement would reach now, and how long that takes. */
export interface AudienceNumbers {
  audience: number;
  /** People who would get it, by platform. */
  linked: Partial<Record<Platform, number>>;
  notLinked: number;
  unreachable: number;
  /** How many messages each platform in use makes of it. */
  pages: Partial<Record<Platform, number>>;
  seconds: number;
}

/** The platforms that somebody is reached on, always in the same order. */
export function platformsIn(linked: AudienceNumbers['linked']): Platform[] {
  return (Object.keys(PLATFORM_NAMES) as Platform[]).filter((platform) => (linked[platform] ?? 0) > 0);
}

/** Counts an audience exactly, in chunks. */
export async function audienceNumbers(
  services: Pick<Services, 'store' | 'agency' | 'now' | 'pages'>,
  filter: AudienceFilter,
  message: Message,
): Promise<AudienceNumbers> {
  const audience = await audienceOf(services, filter);
  const linked: AudienceNumbers['linked'] = {};
  let [people, notLinked, unreachable] = [0, 0, 0];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const next = await nextAddressees(services, audience, cursor);
    cursor = next.cursor;
    people += next.addressees.length;
    for (const { account } of next.addressees) {
      if (account === 'not_linked') notLinked += 1;
      else if (account === 'unreachable') unreachable += 1;
      else linked[account.platform] = (linked[account.platform] ?? 0) + 1;
    }
  }
  const pages: AudienceNumbers['pages'] = {};
  for (const platform of platformsIn(linked)) pages[platform] = services.pages(platform, message);
  return { audience: people, linked, notLinked, unreachable, pages, seconds: expectedSeconds(linked, pages) };
}
