import { z } from 'zod';
import type { Answer, Event, InFile } from '../../src/core/inbound.ts';
import type { Upload, Uploads } from './uploads.ts';

const text = z.string().max(20_000);
const id = z.string().regex(/^[\w-]{1,80}$/);
const upload = z.object({ name: z.string().max(1000), mime: z.string().max(200), data: z.string() });

const schema = z.object({
  key: z.string().regex(/^playground:[\w-]{8,60}$/),
  account: z.string().min(1).max(200),
  event: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text, replyTo: id.nullable() }),
    z.object({ kind: z.literal('choice'), action: z.string().max(64), messageId: id.nullable() }),
    z.object({
      kind: z.literal('file'),
      file: upload,
      caption: text,
      album: id.nullable(),
      replyTo: id.nullable(),
    }),
    z.object({
      kind: z.literal('form'),
      token: z.string().max(500),
      answers: z.record(
        z.string().max(100),
        z.array(z.union([z.object({ text }), z.object({ choice: text }), z.object({ file: upload })])),
      ),
    }),
    z.object({ kind: z.literal('reaction'), messageId: id, emoji: z.string().min(1).max(16) }),
  ]),
});

/** What the page posts: one thing that one person did. */
export type Posted = z.infer<typeof schema>;

/** Reads what the page posted; null for anything else. */
export function readPosted(body: string): Posted | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** The same in neutral words, with its files kept; null when a file is too big. */
export async function toEvent({ key, account, event }: Posted, uploads: Uploads): Promise<Event | null> {
  const ref = key.slice('playground:'.length);
  const written = { messageId: ref, forwarded: false };
  switch (event.kind) {
    case 'text':
      return commandOf(event.text, account.startsWith('desk:'), event.replyTo) ?? { ...event, ...written };
    case 'file': {
      const file = await uploads.keep(ref, event.file);
      return file && { ...event, file, ...written };
    }
    case 'form': {
      const answers = await answersOf(event.answers, ref, uploads);
      return answers && { ...event, answers };
    }
    default:
      return event;
  }
}

/** `/lapor x`, and on a desk `/tutur lapor x`; as in Slack, a thread knows no commands. */
export function commandOf(text: string, desk: boolean, replyTo: string | null): Event | null {
  if (desk && replyTo !== null) return null;
  const said = desk ? text.trim().replace(/^\/tutur(?:\s+|$)/i, '/') : text.trim();
  const match = /^\/([a-z_]*)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(said);
  return match && { kind: 'command', name: match[1]!.toLowerCase(), args: match[2] ?? '' };
}

async function answersOf(
  posted: Record<string, ({ text: string } | { choice: string } | { file: Upload })[]>,
  ref: string,
  uploads: Uploads,
): Promise<Record<string, Answer[]> | null> {
  const answers: Record<string, Answer[]> = {};
  let count = 0;
  for (const [question, given] of Object.entries(posted)) {
    const list: Answer[] = [];
    for (const one of given) {
      if ('file' in one) {
        count += 1;
        const file: InFile | null = await uploads.keep(`${ref}-${count}`, one.file);
        if (file === null) return null;
        list.push({ file });
      } else if ('choice' in one ? one.choice !== '' : one.text.trim() !== '') list.push(one);
    }
    if (list.length > 0) answers[question] = list;
  }
  return answers;
}
