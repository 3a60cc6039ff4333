import { randomBytes } from 'node:crypto';
import { createBackoff } from './shared/backoff.ts';
import { createFaults, type Faults } from './shared/faults.ts';
import type { Matcher } from './shared/feed.ts';
import { listen } from './shared/http.ts';
import { type Call, createRecorder } from './shared/recorder.ts';
import type { Json } from './shared/values.ts';
import { createDispatch } from './slack/dispatch.ts';
import { createEvents } from './slack/events.ts';
import { createHandler } from './slack/http.ts';
import { createHttpDelivery, type HttpDelivery } from './slack/http-delivery.ts';
import { seenMessage } from './slack/messages.ts';
import { chatMethods } from './slack/methods/chat.ts';
import { conversationMethods } from './slack/methods/conversations.ts';
import { type ExpectedLengths, fileMethods } from './slack/methods/files.ts';
import { teamMethods } from './slack/methods/team.ts';
import { userMethods } from './slack/methods/users.ts';
import { viewMethods } from './slack/methods/views.ts';
import { createPerson, type SlackPerson } from './slack/person.ts';
import { createSocketDelivery, type SocketDelivery } from './slack/socket-delivery.ts';
import type { SeenMessage } from './slack/types.ts';
import { addConversation, addMember, createWorld, newTs } from './slack/world.ts';

export type { SlackPerson } from './slack/person.ts';
export type { SeenMessage, SeenView } from './slack/types.ts';

/** How a Slack test server behaves; everything but the mode has a default. */
export interface SlackServerOptions {
  mode: 'http' | 'socket';
  /** Where the app takes requests in HTTP mode; may also be set later. */
  eventsUrl?: string;
  signingSecret?: string;
  /** Pauses before an event is sent again, in milliseconds; three short ones unless told. */
  retryDelays?: number[];
  /** Whether the app gets its own direct messages as events; true unless told. */
  echo?: boolean;
  /** The largest page of `users.list`; 200 unless told. */
  usersPageSize?: number;
}

/** A channel as a test sees it. */
export interface SlackChannel {
  id: string;
  readonly messages: SeenMessage[];
  waitFor(matcher: Matcher<SeenMessage>, options?: { timeout?: number }): Promise<SeenMessage>;
  silence(ms: number): Promise<void>;
}

/** A running Slack test server. */
export interface SlackServer {
  /** The address of the Web API, ending in `/api/`. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Rules of the platform that the app broke. */
  violations: string[];
  /** Every call of a method, oldest first. */
  calls: Call[];
  faults: Omit<Faults, 'take'>;
  /** All events sent to the app, oldest first. */
  events: readonly Json[];
  setEventsUrl(url: string): void;
  user(profile: { name: string; real_name?: string; email?: string; locale?: string }): SlackPerson;
  channel(name: string): SlackChannel;
  /** Sends an event once more with the same `event_id`; the latest one unless told. */
  redeliverEvent(eventId?: string): Promise<void>;
  /** Sends an event signed with another secret or of another age, and gives the HTTP status. */
  forge(options?: { secret?: string; ageSeconds?: number; body?: Json }): Promise<number>;
  /** Asks for new Socket Mode connections, as Slack does from time to time. */
  refresh(): void;
  /** Cuts all Socket Mode connections. */
  dropConnections(): void;
  /** How many Socket Mode connections are open. */
  connections(): number;
  stop(): Promise<void>;
}

/** Starts a Slack workspace with its Web API on a free loopback port. */
export async function startSlackServer(options: SlackServerOptions): Promise<SlackServer> {
  const recorder = createRecorder();
  const faults = createFaults();
  const world = createWorld(recorder, options.echo ?? true);
  const secret = () => randomBytes(16).toString('hex');
  const botToken = `xoxb-test-${secret()}`;
  const appToken = `xapp-1-test-${secret()}`;
  const signingSecret = options.signingSecret ?? secret();
  const expected: ExpectedLengths = new Map();

  const socket: SocketDelivery | undefined =
    options.mode === 'socket' ? createSocketDelivery(recorder, () => world.origin) : undefined;
  const web: HttpDelivery = createHttpDelivery(recorder, { url: options.eventsUrl, signingSecret });
  const events = createEvents(socket ?? web, options.retryDelays ?? [20, 100, 500]);
  world.transport = events;

  const dispatch = createDispatch({
    world,
    methods: {
      ...chatMethods,
      ...conversationMethods,
      ...userMethods(options.usersPageSize ?? 200),
      ...viewMethods,
      ...fileMethods(expected),
      ...teamMethods(() => socket?.ticket()),
    },
    tokens: { bot: botToken, app: appToken },
    faults,
    backoff: createBackoff(recorder),
  });
  const http = await listen(createHandler({ world, dispatch, expected, botToken }));
  world.origin = http.origin;
  socket?.listen(http.server);

  return {
    apiUrl: `${http.origin}/api/`,
    botToken,
    appToken,
    signingSecret,
    violations: recorder.violations,
    calls: recorder.calls,
    faults,
    events: events.history,
    setEventsUrl: web.setUrl,
    user: (profile) => createPerson(world, addMember(world, profile)),
    channel(name) {
      const place = addConversation(world, 'channel', name);
      return {
        id: place.id,
        get messages() {
          return place.messages.map((message) => seenMessage(world, message));
        },
        waitFor: place.feed.waitFor,
        silence: place.feed.silence,
      };
    },
    redeliverEvent: events.redeliver,
    forge: ({ body = forgedBody(), ...how } = {}) => web.forge(body, how),
    refresh: () => socket?.refresh(),
    dropConnections: () => socket?.drop(),
    connections: () => socket?.connections() ?? 0,
    async stop() {
      events.close();
      web.close();
      for (const place of world.conversations.values()) place.feed.close();
      for (const member of world.members.values()) {
        member.modalFeed.close();
        member.homeFeed.close();
      }
      await http.close();
    },
  };
}

function forgedBody(): Json {
  const event = {
    type: 'message',
    channel: 'D0FORGED',
    channel_type: 'im',
    user: 'U0FORGED',
    text: 'forged',
    ts: newTs(),
  };
  return { type: 'event_callback', event_id: 'Ev0FORGED', event_time: 0, team_id: 'T0TESTTEAM', event };
}
