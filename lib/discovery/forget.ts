interface Ageing {
  readonly articles: number;
  readonly last: number;
  readonly entity?: string;
  readonly known?: true;
}

/** From so many articles on, a candidate is as safe as every other that is no entity. */
const safe = 8;

/**
 * Lets the map grow a quarter over its limit, then drops what was in fewest articles, and longest ago among these. A sort
 * for each quarter of the limit that came new costs each newcomer the same, however large the map is.
 */
export function forgetRecords(records: Map<string, Ageing>, limit: number): boolean {
  if (records.size <= limit * 1.25) return false;
  const order = [...records].sort(([, a], [, b]) => worth(a) - worth(b) || a.last - b.last);
  for (const [key] of order.slice(0, records.size - limit)) records.delete(key);
  return true;
}

/** The same for counts; of equal ones the oldest go. */
export function forgetCounts(counts: Map<string, number>, limit: number): void {
  if (counts.size <= limit * 1.25) return;
  const order = [...counts].sort(([, a], [, b]) => a - b);
  for (const [key] of order.slice(0, counts.size - limit)) counts.delete(key);
}

export function forgetOldest(seen: Set<number>, limit: number): void {
  for (const print of seen) {
    if (seen.size <= limit) return;
    seen.delete(print);
  }
}

function worth({ articles, entity, known }: Ageing): number {
  return entity !== undefined || known === true ? safe + articles : Math.min(articles, safe);
}
