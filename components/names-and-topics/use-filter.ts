import { useEffect, useState } from 'react';
import type { NameFilter } from '../name-service';
import { placeFrom } from '../options/sections';
import { addressOfFilter, readNamePlace } from './name-address';

/** The filter, which stands in the page's address as well. What the reader or a link writes there is the filter from then on. */
export function useFilter(initial: NameFilter): readonly [NameFilter, (filter: NameFilter) => void] {
  const [filter, setFilter] = useState(initial);

  useEffect(() => {
    const follow = (): void => {
      const { section, rest } = placeFrom(location.hash);
      const place = readNamePlace(rest);
      if (section === 'names' && place.at === 'list') setFilter(place.filter);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const narrow = (next: NameFilter): void => {
    setFilter(next);
    // So that a reload, a bookmark and the way back from an entity find the list as it was. Tells nobody that the address changed.
    history.replaceState(null, '', addressOfFilter(next));
  };
  return [filter, narrow];
}
