import type { Feed } from '../shared/feed.ts';
import type { Json } from '../shared/values.ts';

/** A file kept in the workspace. */
export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  bytes: Buffer;
  /** True once the bytes have arrived. */
  uploaded: boolean;
  user: string;
  title: string;
}

/** A message in a conversation, by a person or by the app. */
export interface StoredMessage {
  ts: string;
  user: string;
  /** True for messages of the app. */
  bot: boolean;
  text: string;
  blocks?: Json[];
  thread_ts?: string;
  files: StoredFile[];
  /** The only person who sees it. */
  ephemeralFor?: string;
  edited: boolean;
  metadata?: Json;
  reactions: { name: string; user: string }[];
  /** What people have chosen in the inputs of its blocks. */
  state: FormState;
}

/** A message of the app as people see it at one moment. */
export interface SeenMessage {
  ts: string;
  thread_ts?: string;
  /** The text of the blocks, or of the message when it has none. */
  text: string;
  /** The text for notifications and screen readers. */
  fallback: string;
  buttons: string[];
  ephemeral: boolean;
  edited: boolean;
  files: { name: string; bytes: Buffer }[];
  raw: Json;
}

/** The values of inputs as Slack reports them, by block_id and action_id. */
export type FormState = Map<string, Json>;

/** A modal or Home view that the app has shown to a person. */
export interface View {
  id: string;
  userId: string;
  type: 'modal' | 'home';
  /** What the app sent, with every block_id and action_id filled in. */
  content: Json;
  blocks: Json[];
  hash: string;
  state: FormState;
  rootId: string;
  previousId: string | null;
  /** The app's complaints about the last submission, by block_id. */
  errors: Record<string, string>;
}

/** A view as the person sees it at one moment. */
export interface SeenView {
  id: string;
  title: string;
  /** The text of all blocks. */
  text: string;
  buttons: string[];
  /** The labels of the inputs, in order. */
  labels: string[];
  submit: string;
  errors: Record<string, string>;
  blocks: Json[];
  /** The view as the app gets it in payloads. */
  raw: Json;
}

/** A direct conversation or a channel. */
export interface Conversation {
  id: string;
  kind: 'im' | 'channel';
  name: string;
  /** The person on the other side of a direct conversation. */
  userId?: string;
  messages: StoredMessage[];
  feed: Feed<SeenMessage>;
  lines: string[];
}

/** A person of the workspace. */
export interface Member {
  id: string;
  name: string;
  realName: string;
  email: string | undefined;
  locale: string;
  dm: Conversation;
  /** Open modals, the visible one last. */
  modals: View[];
  home: View | undefined;
  /** When Home was last published, to compare with messages. */
  homeTs: string;
  modalFeed: Feed<SeenView>;
  homeFeed: Feed<SeenView>;
}
