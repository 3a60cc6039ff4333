import { MAX_FILE_BYTES } from '../src/core/adapter.ts';
import type { InFile } from '../src/core/inbound.ts';
import { clockTime } from '../src/core/local-time.ts';
import type { Option } from '../src/core/message.ts';
import type { EntryKind, EvidenceKind, Locale } from '../src/core/model.ts';
import { formatQuantity, parseQuantity, type Quantity } from '../src/core/quantity.ts';
import type { ReportDate } from '../src/core/report-dates.ts';
import { parseTimeSpan, type TimeSpan } from '../src/core/time-span.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { carriesOut, type OfferedAction } from './activity-action.ts';
import { lateReason, reportedDate } from './activity-date.ts';
import type { Form, Question } from './form.ts';
import { obstacleQuestion } from './obstacle.ts';

/** What the questions about an activity need to know. */
export interface ActivityContext {
  t: Texts;
  locale: Locale;
  today: string;
  /** Dates that can be reported now, in order. */
  dates: readonly ReportDate[];
  /** The date of the stored activity that is being changed; it stays possible. */
  ownDate: string | null;
  /** Dates whose lateness has been explained before. */
  explained: ReadonlySet<string>;
  /** Whom people ask about dates that are not possible. */
  contact: string;
  /** Work results of the person's plan of that year. */
  workResults: { number: number; title: string; additional: boolean }[];
  /** Units in which those are measured; a message that ends with one of them tells a quantity. */
  units: readonly string[];
  /** Action plans (rencana aksi) that an activity may carry out. */
  actionPlans: readonly OfferedAction[];
  newId(): string;
}

/** What an activity contributes to, by the number that the plan gives a work result. */
export interface Contribution {
  kind: EntryKind;
  number: number | null;
}

/** A piece of evidence in a draft. */
export interface DraftEvidence {
  id: string;
  kind: EvidenceKind;
  name: string;
  mime: string | null;
  size: number | null;
  url: string | null;
  ref: string | null;
}

/** All evidence of a draft, and whether the person has said that this is all. */
export interface EvidenceList {
  items: DraftEvidence[];
  done: boolean;
}

/** At most this many pieces of evidence belong to an activity. */
const MAX_EVIDENCE = 10;
/** Characters of a description at most. */
export const MAX_WHAT = 1000;
const LINK = /^https?:\/\/[^\s]+\.[^\s]+$/i;
const MIMES =
  /^(image\/(jpeg|png|webp|heic|heif)|(audio|video)\/(ogg|mpeg|mp4|aac|webm|x-m4a)|application\/pdf|text\/(plain|csv)|application\/(msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.[\w.-]+|vnd\.oasis\.opendocument\.[\w.-]+|zip))$/;

/** How people say that an activity supports no work result. */
const SYNONYMS: Record<string, string> = {
  tambahan: 'additional',
  additional: 'additional',
  tanpa: 'none',
  'tidak ada': 'none',
  none: 'none',
};

type Q = Question<ActivityContext>;
const always = () => true;

const what: Q = {
  id: 'what',
  optional: false,
  when: always,
  label: ({ t }) => t.field.what(),
  ask: ({ t }) => ({
    text: t.ask.what(),
    hint: t.ask.whatHint(),
    input: { kind: 'text', multiline: true, placeholder: t.ask.whatExample() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim() : '';
    if (!/\p{L}{2}/u.test(text)) return { problem: t.problem.whatUnclear() };
    if (text.length > MAX_WHAT) return { problem: t.problem.tooLong(text.length, MAX_WHAT) };
    return { value: text };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: always,
  show: (value) => String(value),
  initial: (value) => String(value),
};

const contribution: Q = {
  id: 'rhk',
  optional: false,
  when: always,
  label: ({ t }) => t.field.workResult(),
  ask: (context) => ({
    text: context.t.ask.workResult(),
    hint: context.workResults.length === 0 ? context.t.ask.noPlan() : null,
    input: { kind: 'choice', options: contributionOptions(context) },
  }),
  parse(answer, context) {
    const options = contributionOptions(context);
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
      .trim()
      .toLowerCase();
    const number = /^(?:rhk\s*)?(\d{1,3})$/.exec(said)?.[1];
    const hit =
      options.find((o) => o.value === SYNONYMS[said]) ??
      options.find((o) => o.value === said || (number !== undefined && o.value === `n${number}`)) ??
      options.find((o) => said.length >= 4 && o.label.toLowerCase().startsWith(said));
    if (!hit) return { problem: context.t.problem.chooseOne() };
    if (hit.value === 'additional' || hit.value === 'none')
      return { value: { kind: hit.value, number: null } };
    return { value: { kind: 'work_result', number: Number(hit.value.slice(1)) } };
  },
  accepts(value, { workResults }) {
    const { kind, number } = value as Contribution;
    return kind !== 'work_result' || workResults.some((r) => r.number === number);
  },
  complete: always,
  show(value, { t, workResults }) {
    const { kind, number } = value as Contribution;
    if (kind === 'additional') return t.workResult.additional();
    if (kind === 'none') return t.workResult.none();
    const found = workResults.find((r) => r.number === number);
    return found ? t.workResult.inField(found.number, found.title) : t.workResult.none();
  },
  initial(value) {
    const { kind, number } = value as Contribution;
    return kind === 'work_result' ? `n${number}` : kind;
  },
};

const time: Q = {
  id: 'time',
  optional: true,
  when: always,
  label: ({ t }) => t.field.time(),
  ask: ({ t }) => ({
    text: t.ask.time(),
    hint: t.ask.timeHint(),
    input: { kind: 'text', multiline: false, placeholder: '08.00-10.00' },
  }),
  parse(answer, { t }) {
    const span = parseTimeSpan('text' in answer ? answer.text : '');
    if (!('problem' in span)) return { value: span };
    if (span.problem === 'across_midnight') return { problem: t.problem.acrossMidnight() };
    return { problem: span.problem === 'empty' ? t.problem.emptySpan() : t.problem.timeUnclear() };
  },
  accepts: (value) => typeof (value as TimeSpan).start === 'number',
  complete: always,
  show(value, { t, locale }) {
    const { start, end } = value as TimeSpan;
    return `${clockTime(start, locale)}–${clockTime(end, locale)} (${t.duration(end - start)})`;
  },
  initial(value) {
    const { start, end } = value as TimeSpan;
    return `${clockTime(start, 'id')}-${clockTime(end, 'id')}`;
  },
};

const quantity: Q = {
  id: 'qty',
  optional: true,
  when: always,
  label: ({ t }) => t.field.quantity(),
  ask: ({ t }) => ({
    text: t.ask.quantity(),
    hint: t.ask.quantityHint(),
    input: { kind: 'text', multiline: false, placeholder: t.ask.quantityExample() },
  }),
  parse(answer, { t }) {
    const result = parseQuantity('text' in answer ? answer.text : '');
    if (!('problem' in result)) return { value: result };
    if (result.problem === 'no_unit') return { problem: t.problem.noUnit() };
    return { problem: result.problem === 'too_large' ? t.problem.tooLarge() : t.problem.quantityUnclear() };
  },
  accepts: (value) => typeof (value as Quantity).milli === 'number',
  complete: always,
  show: (value, { locale }) => formatQuantity((value as Quantity).milli, (value as Quantity).unit, locale),
  initial: (value) => formatQuantity((value as Quantity).milli, (value as Quantity).unit, 'id'),
};

const evidence: Q = {
  id: 'proof',
  optional: true,
  when: always,
  label: ({ t }) => t.field.evidence(),
  ask: ({ t }, answers) => {
    const count = (answers.proof as EvidenceList | null | undefined)?.items.length ?? 0;
    return {
      text: count > 0 ? t.ask.moreEvidence(count) : t.ask.evidence(),
      hint: t.ask.evidenceHint(),
      input: {
        kind: 'files',
        count,
        linkLabel: t.ask.evidenceLink(),
        linkPlaceholder: 'https://drive.google.com/…',
      },
    };
  },
  parse(answer, context, previous) {
    const list = (previous as EvidenceList | null) ?? { items: [], done: false };
    const added = 'file' in answer ? fileEvidence(answer.file, context) : linkEvidence(answer, context);
    if ('problem' in added) return added;
    const items = [
      ...list.items,
      ...added.items.filter((a) => !list.items.some((i) => i.url && i.url === a.url)),
    ];
    if (items.length > MAX_EVIDENCE) return { problem: context.t.problem.tooMuchEvidence(MAX_EVIDENCE) };
    return { value: { items, done: list.done } };
  },
  accepts: (value) => Array.isArray((value as EvidenceList).items),
  complete: (value) => (value as EvidenceList).done,
  show: (value) => (value as EvidenceList).items.map((item) => item.name).join(', '),
  initial: (value) =>
    (value as EvidenceList).items
      .filter((item) => item.url)
      .map((item) => item.url)
      .join(' '),
};

const obstacle: Q = {
  id: 'obstacle',
  optional: true,
  // Nobody is asked every day; whoever has said it can change it.
  when: ({ obstacle: said }) => said !== undefined && said !== null,
  ...obstacleQuestion,
};

/**
 * The daily activity: five questions, the action plan where there is one for its work result and date, what stood in the
 * way if something did, its date, which the person may change, and for a late one the reason.
 */
export const activityForm: Form<ActivityContext> = {
  id: 'activity',
  questions: [what, contribution, carriesOut, time, quantity, evidence, obstacle, reportedDate, lateReason],
  review: true,
  title: ({ t }) => t.form.activity(),
  submit: ({ t }) => t.button.review(),
};

/** A file as evidence, or why it cannot be one. */
export function fileEvidence(
  file: InFile,
  { t, newId }: Pick<ActivityContext, 't' | 'newId'>,
): { items: DraftEvidence[] } | { problem: string } {
  if (file.size !== null && file.size > MAX_FILE_BYTES) return { problem: t.problem.fileTooLarge(file.name) };
  if (!MIMES.test(file.mime)) return { problem: t.problem.fileKind(file.name) };
  const { kind, name, mime, size, ref } = file;
  return { items: [{ id: newId(), kind, name, mime, size, url: null, ref }] };
}

function linkEvidence(
  answer: { text: string } | { choice: string } | { file: InFile },
  { t, newId }: ActivityContext,
): { items: DraftEvidence[] } | { problem: string } {
  const words = 'text' in answer ? answer.text.trim().split(/[\s,]+/) : [];
  if (words.length === 0 || !words.every((word) => LINK.test(word)))
    return { problem: t.problem.evidenceUnclear() };
  return { items: words.map((url) => linkItem(url, newId())) };
}

/** A link as evidence. */
export function linkItem(url: string, id: string): DraftEvidence {
  return { id, kind: 'link', name: url, mime: null, size: null, url, ref: null };
}

function contributionOptions({ t, workResults }: ActivityContext): Option[] {
  return [
    ...workResults.map((r) => ({
      value: `n${r.number}`,
      label: t.workResult.named(r.number, r.title),
      short: t.workResult.short(r.number),
    })),
    { value: 'additional', label: t.workResult.additional(), short: t.workResult.additional() },
    { value: 'none', label: t.workResult.none(), short: t.workResult.none() },
  ];
}
