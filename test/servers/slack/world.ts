import { createFeed } from '../shared/feed.ts';
import type { Recorder } from '../shared/recorder.ts';
import type { Json } from '../shared/values.ts';
import { SlackError } from './errors.ts';
import type { Conversation, Member, SeenMessage, SeenView, StoredFile, View } from './types.ts';

/** The fixed names of the test workspace. */
export const TEAM = { id: 'T0TESTTEAM', name: 'Tutur Test', domain: 'tutur-test' };
/** The fixed ids of the app under test. */
export const APP = { id: 'A0TESTAPP', botId: 'B0TESTBOT', userId: 'U0TESTBOT', name: 'tutur' };

/** How the app answered a delivery. */
export type Ack =
  | { ok: true; body: unknown }
  | { ok: false; reason: string; status?: number; noRetry: boolean };

/** The way from the workspace to the app. */
export interface Transport {
  /** Sends an event, with repetitions until it is acknowledged. */
  emit(event: Json): void;
  /** Sends a command or interaction, once. */
  interact(kind: 'interactive' | 'slash_commands', payload: Json): Promise<Ack>;
}

/** A permission to open one modal within three seconds. */
export interface Trigger {
  userId: string;
  at: number;
  used: boolean;
}

/** An address at which the app may answer an interaction later. */
export interface ResponseUrl {
  conversation: Conversation;
  userId: string;
  messageTs: string | undefined;
  at: number;
  uses: number;
}

/** Everything the workspace knows. */
export interface World {
  recorder: Recorder;
  /** The server's own address; known once it listens. */
  origin: string;
  transport: Transport;
  echo: boolean;
  members: Map<string, Member>;
  conversations: Map<string, Conversation>;
  files: Map<string, StoredFile>;
  views: Map<string, View>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
}

/** Makes a workspace without people. */
export function createWorld(recorder: Recorder, echo: boolean): World {
  const notYet = () => {
    throw new Error('the server has not started');
  };
  return {
    recorder,
    origin: '',
    transport: { emit: notYet, interact: notYet },
    echo,
    members: new Map(),
    conversations: new Map(),
    files: new Map(),
    views: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
  };
}

let lastId = 0;

/** Makes an id such as Slack's: a letter and capitals or digits. */
export function newId(prefix: string): string {
  lastId += 1;
  return `${prefix}0${lastId.toString(36).toUpperCase().padStart(8, '0')}`;
}

let lastMicros = 0;

/** Makes a message timestamp, larger than every one before it. */
export function newTs(): string {
  lastMicros = Math.max(Date.now() * 1000, lastMicros + 1);
  return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
}

/** Adds a conversation. */
export function addConversation(world: World, kind: 'im' | 'channel', name: string): Conversation {
  const lines: string[] = [];
  const conversation: Conversation = {
    id: newId(kind === 'im' ? 'D' : 'C'),
    kind,
    name,
    messages: [],
    feed: createFeed<SeenMessage>({
      name: `Slack ${kind === 'im' ? `conversation with ${name}` : `#${name}`}`,
      textOf: (message) => message.text,
      transcript: () => lines.join('\n'),
    }),
    lines,
  };
  world.conversations.set(conversation.id, conversation);
  return conversation;
}

/** Adds a person with their direct conversation. */
export function addMember(
  world: World,
  profile: { name: string; real_name?: string; email?: string; locale?: string },
): Member {
  const dm = addConversation(world, 'im', profile.name);
  const viewFeed = (what: string) =>
    createFeed<SeenView>({
      name: `${what} of ${profile.name}`,
      textOf: (view) => `${view.title}\n${view.text}`,
      transcript: () => dm.lines.join('\n'),
    });
  const member: Member = {
    id: newId('U'),
    name: profile.name,
    realName: profile.real_name ?? profile.name,
    email: profile.email,
    locale: profile.locale ?? 'id-ID',
    dm,
    modals: [],
    home: undefined,
    homeTs: '0',
    modalFeed: viewFeed('Slack modal'),
    homeFeed: viewFeed('Slack Home'),
  };
  dm.userId = member.id;
  world.members.set(member.id, member);
  return member;
}

/** Finds a conversation by its id, or the direct one with a person by theirs. */
export function conversationOf(world: World, id: unknown): Conversation {
  const found = world.conversations.get(String(id)) ?? world.members.get(String(id))?.dm;
  if (!found) throw new SlackError('channel_not_found');
  return found;
}

/** Finds a person by their id. */
export function memberOf(world: World, id: unknown): Member {
  const found = world.members.get(String(id));
  if (!found) throw new SlackError('user_not_found');
  return found;
}

/** Makes a trigger for the person's present action. */
export function newTrigger(world: World, userId: string): string {
  const id = `${newId('')}.${Date.now()}.trigger`;
  world.triggers.set(id, { userId, at: Date.now(), used: false });
  return id;
}

/** Makes an address for later answers to the person's present action. */
export function newResponseUrl(
  world: World,
  place: { conversation: Conversation; userId: string; messageTs?: string },
): string {
  const id = newId('R');
  world.responseUrls.set(id, { messageTs: undefined, ...place, at: Date.now(), uses: 0 });
  return `${world.origin}/response/${id}`;
}
