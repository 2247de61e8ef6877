import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

const few = 100;

export interface PageRows {
  /** The rows in and near sight and the one to keep, each with the pixels between it and the one before it here. */
  readonly rows: readonly { readonly place: number; readonly gap: number }[];
  /** Pixels below the last of them. */
  readonly after: number;
  /** For each row's element, which has its place as `data-index`. */
  readonly measure: (row: Element | null) => void;
}

export interface PageRowsRequest {
  readonly list: RefObject<HTMLElement | null>;
  /** What each row is known by. */
  readonly keys: readonly string[];
  /** Pixels of a row that was not seen yet. */
  readonly usualHeight: number;
  /** The key of a row that stays in the page wherever it is, as the one that has the focus. */
  readonly kept?: string;
}

/** A window over rows of any height that scroll with the page. */
export function usePageRows({ list, keys, usualHeight, kept }: PageRowsRequest): PageRows {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    // What stands above the list comes and goes.
    const look = (): void => setTop((list.current?.getBoundingClientRect().top ?? 0) + scrollY);
    look();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  const keptPlace = kept === undefined ? -1 : keys.indexOf(kept);
  const virtual = useWindowVirtualizer({
    count: keys.length,
    getItemKey: (place) => keys[place] ?? place,
    estimateSize: () => usualHeight,
    // One that is not laid out has no height to tell.
    measureElement: (row) => row.getBoundingClientRect().height || usualHeight,
    scrollMargin: top,
    // Few enough are all there, to be found by the browser's own search and printed.
    overscan: keys.length <= few ? few : 8,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return keptPlace < 0 || near.includes(keptPlace) ? near : [...near, keptPlace].sort((one, other) => one - other);
    },
  });
  const items = virtual.getVirtualItems();
  return {
    rows: items.map(({ index, start }, at) => ({ place: index, gap: start - (items[at - 1]?.end ?? top) })),
    after: virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top),
    measure: virtual.measureElement,
  };
}
