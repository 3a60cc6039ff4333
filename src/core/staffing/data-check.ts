import type { PlanContent } from '../plan/content.ts';

/** What can be found before a cycle starts, in the order in which it is best mended. */
export const FINDINGS = [
  'unit_leader',
  'no_supervisor',
  'supervisor_left',
  'supervisor_loop',
  'supervisor_apart',
  'not_linked',
  'level',
  'no_plan',
  'no_results',
  'no_measures',
  'no_targets',
] as const;

/** Something that is missing or wrong before a cycle starts. */
export type Finding = (typeof FINDINGS)[number];

/** What is known about somebody before a cycle starts. */
export interface CheckedPerson {
  /** Whether a plan is expected: observers have none. */
  plans: boolean;
  linked: boolean;
  /** Leads a unit that stands above all others, so that the superior is outside the agency. */
  top: boolean;
  supervisor: { active: boolean; linked: boolean } | null;
  /** Supervises themselves over others. */
  inLoop: boolean;
  levelKnown: boolean;
  plan: PlanContent | null;
}

/** What is missing or wrong about one person. */
export function findingsOf(person: CheckedPerson): Finding[] {
  const { supervisor, plan } = person;
  const found: [Finding, boolean][] = [
    ['no_supervisor', person.plans && supervisor === null && !person.top],
    ['supervisor_left', supervisor !== null && !supervisor.active],
    ['supervisor_loop', person.inLoop],
    ['supervisor_apart', supervisor?.active === true && !supervisor.linked],
    ['not_linked', !person.linked],
    ['level', person.plans && !person.levelKnown],
    ['no_plan', person.plans && plan === null],
    ['no_results', plan !== null && plan.results.length === 0],
    ['no_measures', plan?.results.some((result) => result.indicators.length === 0) === true],
    ['no_targets', plan !== null && lacksTargets(plan)],
  ];
  return found.filter(([, is]) => is).map(([finding]) => finding);
}

/** In the qualitative approach the narrative of an indicator holds its target (PermenPANRB 6/2022). */
function lacksTargets({ approach, results }: PlanContent): boolean {
  if (approach === 'qualitative') return false;
  return results.some(({ indicators }) => indicators.some(({ target }) => (target ?? '').trim() === ''));
}
