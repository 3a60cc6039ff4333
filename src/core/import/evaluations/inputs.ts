import type { Fraction } from '../../rulebooks/fraction.ts';
import type { P2022Input } from '../../rulebooks/p2022.ts';
import type { Pp30Input, Pp30Settings } from '../../rulebooks/pp30.ts';
import type { Pp46Input } from '../../rulebooks/pp46.ts';
import type { BehaviourName } from './columns.ts';
import type { EvaluationGroupProblem } from './problems.ts';
import type { PartContent, PartRow } from './row.ts';

type Of<P extends PartContent['part']> = PartRow & { content: Extract<PartContent, { part: P }> };

/** What a rule book needs, or what is wrong with the rows of a period taken together. */
export type Assembled<I> = { input: I; problems: [] } | { input: null; problems: EvaluationGroupProblem[] };

const PP46_BEHAVIOURS = ['service', 'integrity', 'commitment', 'discipline', 'cooperation'] as const;
const PP30_BEHAVIOURS = ['service', 'commitment', 'initiative', 'cooperation'] as const;

/** Rows of one part, in the order of the file. */
export function rowsOf<P extends PartContent['part']>(rows: readonly PartRow[], ...parts: P[]): Of<P>[] {
  return rows.filter((row): row is Of<P> => parts.some((part) => part === row.content.part));
}

/** Parts of which one row is the most; a second one is a problem. */
export function repeats(rows: readonly PartRow[]): EvaluationGroupProblem[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap((row): EvaluationGroupProblem[] => {
    const key = singleKey(row.content);
    if (key === null) return [];
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) {
      firstLines.set(key, row.line);
      return [];
    }
    return [{ line: row.line, column: 'bagian', code: 'duplicate_part', value: row.word, firstLine }];
  });
}

/** The input of PP 46/2011. */
export function pp46Input(rows: readonly PartRow[]): Assembled<Pp46Input> {
  const activities = rowsOf(rows, 'activity');
  const known = rowsOf(rows, 'plan')[0];
  const tasks = rowsOf(rows, 'tasks');
  const creativity = rowsOf(rows, 'creativity')[0];
  const behaviour = behaviourOf(rows, PP46_BEHAVIOURS);
  const problems = [
    ...mixed([known ? [known] : [], [...activities, ...tasks, ...(creativity ? [creativity] : [])]]),
    ...(known || activities.length > 0 ? [] : [missing(rows, 'kegiatan')]),
    ...behaviour.problems,
  ];
  if (problems.length > 0 || behaviour.input === null) return { input: null, problems };
  const plan = known
    ? { value: known.content.value }
    : {
        activities: activities.map(({ content }) => content.activity),
        additionalTasks: tasks.reduce((sum, { content }) => sum + content.count, 0),
        creativity: creativity?.content.creativity ?? ('none' as const),
      };
  return { input: { plan, behaviour: behaviour.input }, problems: [] };
}

/** The input of PP 30/2019. */
export function pp30Input(rows: readonly PartRow[], settings: Pp30Settings): Assembled<Pp30Input> {
  const known = rowsOf(rows, 'plan');
  const results = rowsOf(rows, 'result');
  const [agreement, initiatives] = [rowsOf(rows, 'agreement'), rowsOf(rows, 'initiative')];
  const leader = [...agreement, ...initiatives];
  const additionals = rowsOf(rows, 'additional');
  const behaviour = behaviourOf(rows, PP30_BEHAVIOURS);
  const none = known.length + results.length + leader.length === 0;
  const problems = [
    ...mixed([known, results, leader]),
    ...(results.length + leader.length > 0 ? [] : mixed([known, additionals])),
    ...(none ? [missing(rows, 'rencana')] : []),
    ...behaviour.problems,
  ];
  if (problems.length > 0 || behaviour.input === null) return { input: null, problems };
  const additional = additionals.map(({ content }) => content.additional);
  const indicators = (list: typeof leader) => list.map(({ content }) => content.indicator);
  const plan: Pp30Input['plan'] = known[0]
    ? { kind: 'value', value: known[0].content.value }
    : results.length > 0
      ? { kind: 'staff', results: results.map(({ content }) => content.result), additional }
      : {
          ...{ kind: 'leader', agreement: indicators(agreement), initiatives: indicators(initiatives) },
          additional,
        };
  return { input: { plan, behaviour: behaviour.input, newIdea: hasIdea(rows), settings }, problems: [] };
}

/** The input of PermenPANRB 6/2022. */
export function p2022Input(rows: readonly PartRow[]): Assembled<P2022Input> {
  const result = rowsOf(rows, 'result_rating')[0];
  const behaviour = rowsOf(rows, 'behaviour_rating')[0];
  if (result && behaviour) {
    const input = { resultRating: result.content.rating, behaviourRating: behaviour.content.rating };
    return { input, problems: [] };
  }
  const problems = [
    ...(result ? [] : [missing(rows, 'hasil_kerja')]),
    ...(behaviour ? [] : [missing(rows, 'perilaku')]),
  ];
  return { input: null, problems };
}

/** Whether a new idea is among the rows. */
export function hasIdea(rows: readonly PartRow[]): boolean {
  return rowsOf(rows, 'new_idea').some(({ content }) => content.given);
}

/** Says that a part is missing, at the first row of its period. */
export function missing(rows: readonly PartRow[], value: string): EvaluationGroupProblem {
  return { line: rows[0]!.line, column: 'bagian', code: 'missing_part', value };
}

const BEHAVIOUR_WORDS: Record<BehaviourName, string> = {
  service: 'orientasi pelayanan',
  integrity: 'integritas',
  commitment: 'komitmen',
  discipline: 'disiplin',
  initiative: 'inisiatif kerja',
  cooperation: 'kerja sama',
  leadership: 'kepemimpinan',
};

type BehaviourInput<B extends BehaviourName> =
  | { mean: Fraction }
  | (Record<B, Fraction> & { leadership: Fraction | null });

/** Every behaviour of a rule book, and leadership where it is there; or one row without a name, the mean. */
function behaviourOf<B extends BehaviourName>(
  rows: readonly PartRow[],
  wanted: readonly B[],
): Assembled<BehaviourInput<B>> {
  const given = rowsOf(rows, 'behaviour');
  const known = given.find(({ content }) => content.name === null);
  const named = given.filter(({ content }) => content.name !== null);
  if (known && named.length > 0) return { input: null, problems: mixed([[known], named]) };
  if (known) return { input: { mean: known.content.value }, problems: [] };
  if (named.length === 0) return { input: null, problems: [missing(rows, 'perilaku')] };
  const values = new Map(named.map(({ content }) => [content.name, content.value]));
  const lacking = wanted.filter((name) => !values.has(name));
  if (lacking.length > 0)
    return {
      input: null,
      problems: lacking.map((name) => missing(named, `perilaku: ${BEHAVIOUR_WORDS[name]}`)),
    };
  const found = Object.fromEntries(wanted.map((name) => [name, values.get(name)!])) as Record<B, Fraction>;
  return { input: { ...found, leadership: values.get('leadership') ?? null }, problems: [] };
}

/** Where rows of more than one of these lists are there, the first of each further one is a problem. */
function mixed(lists: readonly (readonly PartRow[])[]): EvaluationGroupProblem[] {
  const [first, ...others] = lists.flatMap((list) => list[0] ?? []).toSorted((a, b) => a.line - b.line);
  return others.map(({ line, word }) => ({
    ...{ line, column: 'bagian', code: 'mixed_plan', value: word },
    ...{ other: first!.word, firstLine: first!.line },
  }));
}

function singleKey(content: PartContent): string | null {
  switch (content.part) {
    case 'activity':
    case 'tasks':
    case 'result':
    case 'agreement':
    case 'initiative':
    case 'additional':
      return null;
    case 'behaviour':
      return `behaviour ${content.name}`;
    default:
      return content.part;
  }
}
