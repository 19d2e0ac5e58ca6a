/** The known name that was most likely meant, or null if none is close. */
export function nearest(name: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.round(name.length / 3));
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter((each) => each.distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? null;
}

/** Levenshtein's: how many letters to add, drop or change. Long names are cut, they match nothing anyway. */
function distance(from: string, to: string): number {
  const source = from.slice(0, 50);
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...source].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? source.length;
}
