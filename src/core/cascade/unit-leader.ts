/** The part of a person that shows who leads a unit. */
interface Member {
  id: string;
  supervisorId: string | null;
}

/**
 * Who leads a unit: whoever is recorded as its leader, else the only one of its people who supervises somebody and
 * whose own supervisor is not in the unit.
 */
export function leaderOf(
  unit: { leaderId: string | null },
  members: readonly Member[],
  supervisors: ReadonlySet<string | null>,
): string | null {
  if (unit.leaderId !== null) return unit.leaderId;
  const ids = new Set(members.map(({ id }) => id));
  const heads = members.filter(
    ({ id, supervisorId }) => supervisors.has(id) && (supervisorId === null || !ids.has(supervisorId)),
  );
  return heads.length === 1 ? heads[0]!.id : null;
}
