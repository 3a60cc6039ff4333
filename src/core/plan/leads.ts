import type { PositionLevel } from '../model.ts';

/** Whether somebody plans by perspectives: a JPT, or the head of an independent unit (PermenPANRB 6/2022). */
export function plansByPerspective(
  person: { id: string; level: PositionLevel | null },
  units: readonly { leaderId: string | null; independent: boolean | null }[],
): boolean {
  return (
    (person.level?.startsWith('jpt_') ?? false) ||
    units.some(({ leaderId, independent }) => leaderId === person.id && independent === true)
  );
}
