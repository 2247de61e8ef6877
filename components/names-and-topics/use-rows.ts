import { useEffect, useState } from 'react';
import type { Entity } from '../../lib/model/entity';
import type { FoundNames } from '../name-service';
import { useOptionsServices } from '../services-context';

export interface NameRow {
  readonly entity: Entity;
  /** Absent until it was counted. */
  readonly articles?: number;
}

interface Loaded {
  readonly from: number;
  readonly rows: readonly (NameRow | undefined)[];
}

/** The rows of a window over what was found. Those of before stay while they come, so that nobody loses the row that has the focus. */
export function useRows(found: FoundNames, from: number, to: number): (place: number) => NameRow | undefined {
  const { names } = useOptionsServices();
  const [loaded, setLoaded] = useState<Loaded>({ from, rows: [] });

  useEffect(() => {
    const over = new AbortController();
    const load = async () => {
      const read = await found.rows(from, to);
      if (isGone(over.signal) || !read.ok) return;
      const rows = read.value.map((entity) => entity && { entity });
      setLoaded({ from, rows });
      const present = rows.flatMap((row) => row ?? []);
      const counted = await names.articlesNaming(present.map(({ entity }) => entity.id));
      if (isGone(over.signal) || !counted.ok) return;
      const counts = new Map(present.map(({ entity }, at) => [entity.id, counted.value[at]]));
      setLoaded({ from, rows: rows.map((row) => row && { ...row, articles: counts.get(row.entity.id) }) });
    };
    void load();
    return () => over.abort();
  }, [names, found, from, to]);

  return (place) => loaded.rows[place - loaded.from];
}

function isGone(signal: AbortSignal): boolean {
  return signal.aborted;
}
