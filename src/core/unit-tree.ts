/** The ids of the unit with a name, whatever its case, and of all units below it; empty if there is none. */
export function unitsWithin(
  name: string,
  units: readonly { id: string; name: string; parentId: string | null }[],
): Set<string> {
  const wanted = name.trim().toLowerCase();
  return withUnitsBelow(
    units.filter((unit) => unit.name.toLowerCase() === wanted).map(({ id }) => id),
    units,
  );
}

/** Some units and all those below them, by id. */
export function withUnitsBelow(
  unitIds: readonly string[],
  units: readonly { id: string; parentId: string | null }[],
): Set<string> {
  const found = new Set(unitIds);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { id, parentId } of units) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}
