/** A piece of a line; text that people typed is always plain data and never becomes markup. */
export type Inline =
  | string
  | { bold: string }
  | { italic: string }
  | { code: string }
  | { link: string; url: string };

/** A block of a neutral message. */
export type Block =
  | { kind: 'line'; parts: Inline[] }
  | { kind: 'title'; text: string }
  | { kind: 'fields'; rows: [label: string, value: string | Inline][] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'quote'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'gap' };

/** A button; `action` is at most 64 bytes, the tightest platform's limit. */
export interface Button {
  label: string;
  action: string;
  style?: 'primary' | 'danger';
}

/** A message as every platform can show it: blocks of text, then rows of buttons. */
export interface Message {
  blocks: Block[];
  buttons: Button[][];
  /** Files to show with the message. */
  files: OutFile[];
}

/** A file that goes out with a message. */
export type OutFile = StoredOutFile | DrawnOutFile;

/** A stored file; `path` lies below EVIDENCE_DIR. */
export interface StoredOutFile {
  path: string;
  name: string;
  mime: string;
}

/** A picture that is drawn when it is sent, from an SVG of our own. */
export interface DrawnOutFile {
  svg: string;
  name: string;
  mime: 'image/png';
}

/** How a question wants to be answered; platforms with forms make an input element of it. */
export type InputKind =
  | { kind: 'text'; multiline: boolean; placeholder: string }
  | { kind: 'choice'; options: Option[] }
  /** Free text, with some answers that need no typing. */
  | { kind: 'suggest'; options: Option[]; placeholder: string }
  | { kind: 'files'; count: number; linkLabel: string; linkPlaceholder: string };

/** One of the answers that a question offers; `short` fits a button. */
export interface Option {
  value: string;
  label: string;
  short: string;
}

/** A form as platforms with modals show it: all questions of a conversation at once. */
export interface FormView {
  title: string;
  submit: string;
  close: string;
  /** Names the draft and its revision; comes back with the answers. */
  token: string;
  fields: FormField[];
  /** Shown instead when the form can no longer be opened. */
  fallback: Message;
}

/** One question in a form, with what has been answered already. */
export interface FormField {
  id: string;
  label: string;
  hint: string | null;
  optional: boolean;
  input: InputKind;
  initial: string | null;
}

/** What the sender of an inbound message gets back. */
export interface Reply {
  messages: Message[];
  /** Replaces the message whose button was pressed. */
  edit: Message | null;
  /** A short notice at the pressed button. */
  toast: string | null;
  form: FormView | null;
  /** Problems by question id; the form stays open with what was typed. */
  formErrors: Record<string, string> | null;
  /** Answer inside this thread (the message that was replied to). */
  thread: string | null;
  /** The day that a reply to these messages is a remark about. */
  about: { subject: string; entryId: string | null } | null;
}

/** A message of plain lines, without buttons. */
export function say(...lines: (string | Block)[]): Message {
  return {
    blocks: lines.map((line) => (typeof line === 'string' ? { kind: 'line', parts: [line] } : line)),
    buttons: [],
    files: [],
  };
}

/** The same message with rows of buttons. */
export function withButtons(message: Message, ...rows: Button[][]): Message {
  return { ...message, buttons: [...message.buttons, ...rows.filter((row) => row.length > 0)] };
}

/** A reply that consists of nothing; the sender needs no answer. */
export const silence: Reply = {
  messages: [],
  edit: null,
  toast: null,
  form: null,
  formErrors: null,
  thread: null,
  about: null,
};

/** A reply of messages only. */
export function replyWith(...messages: Message[]): Reply {
  return { ...silence, messages };
}
