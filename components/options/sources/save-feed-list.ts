import { writeOpml } from '../../../lib/feeds/opml';
import type { ListedSource } from '../../services';

/** Gives the reader's sources to the browser as a file to save. */
export function saveFeedList(sources: readonly ListedSource[], now: Date): void {
  const file = new Blob([writeOpml(sources, now.toISOString())], { type: 'text/x-opml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `sidelight-sources-${now.toISOString().slice(0, 10)}.opml`;
  link.click();
  URL.revokeObjectURL(link.href);
}
