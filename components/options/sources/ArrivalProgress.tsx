import type { ListedSource } from '../../services';

/** How far the sources that were just added have come in. Gone when all were asked. */
export function ArrivalProgress({ ids, sources }: { readonly ids: readonly string[]; readonly sources: readonly ListedSource[] }) {
  const wanted = new Set(ids);
  const added = sources.filter(({ id }) => wanted.has(id));
  const asked = added.filter(({ fetching }) => fetching?.lastSuccess !== undefined || fetching?.lastFailure !== undefined).length;
  if (asked === added.length) return null;
  return (
    <p className="notice" data-tone="working">
      <span>{`${asked} of ${added.length} fetched so far. You can leave this page; they go on coming in.`}</span>
      <progress aria-label="Sources fetched" value={asked} max={added.length} />
    </p>
  );
}
