import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

export interface VirtualRows {
  /** The rows in and near sight, with where each begins. */
  readonly rows: readonly { readonly index: number; readonly start: number }[];
  readonly totalSize: number;
  readonly scrollTo: (index: number) => void;
}

/** How far down a list was left. */
export interface Scrolled {
  readonly list: string;
  readonly px: number;
}

/** A window over rows of one height. */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): VirtualRows {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // Until the element has been measured.
    initialRect: { width: 800, height: 600 },
  });
  return {
    rows: virtual.getVirtualItems(),
    totalSize: virtual.getTotalSize(),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
