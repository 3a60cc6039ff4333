import type { Platform } from './model.ts';

/** Who sent something, as the platform knows them. */
export interface Sender {
  platform: Platform;
  /** The platform's id of the person. */
  id: string;
  /** Where private messages to them go. */
  address: string;
  /** Shown to them only, before they are linked. */
  name: string;
  /** Language of their app, two letters, if known. */
  language: string | null;
  /** E-mail that the platform vouches for; null where it has none. */
  email: () => Promise<string | null>;
  /** True where a form of several questions can be opened. */
  forms: boolean;
}

/** A file that arrived and is not downloaded yet. */
export interface InFile {
  kind: 'photo' | 'document';
  name: string;
  mime: string;
  /** Bytes, null when the platform does not say. */
  size: number | null;
  /** What the adapter needs to fetch it. */
  ref: string;
}

/** One answer to one question. */
export type Answer = { text: string } | { choice: string } | { file: InFile };

/** What is known of every message that somebody wrote or sent. */
export interface Written {
  /** The platform's id of the message itself; the files of one album may share one. */
  messageId: string;
  /** The message that it answers. */
  replyTo: string | null;
  /** Somebody else's words, such as an order that was passed on. */
  forwarded: boolean;
}

/** What happened, in the same words for every platform. */
export type Event =
  | ({ kind: 'text'; text: string } & Written)
  /** A message that was sent before has a new text or caption. */
  | { kind: 'edited'; messageId: string; text: string }
  | { kind: 'command'; name: string; args: string }
  | { kind: 'choice'; action: string; messageId: string | null }
  | ({ kind: 'file'; file: InFile; caption: string; album: string | null } & Written)
  | { kind: 'form'; token: string; answers: Record<string, Answer[]> }
  | { kind: 'reaction'; messageId: string; emoji: string }
  | { kind: 'reachable'; reachable: boolean }
  | { kind: 'unsupported' };

/** The name under which a person's message is remembered as what something was read from. */
export function messageSource(sender: Pick<Sender, 'platform' | 'address'>, messageId: string): string {
  return `${sender.platform}:${sender.address}:${messageId}`;
}

/** One thing that a platform delivered; the same `key` again is a redelivery. */
export interface Inbound {
  key: string;
  from: Sender;
  event: Event;
}
