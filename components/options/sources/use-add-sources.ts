import { useState } from 'react';
import type { Failure } from '../../../lib/errors/failure';
import { parseOpml, type FeedList } from '../../../lib/feeds/opml';
import type { FeedPreview } from '../../../lib/messaging/source-protocol';
import { sentenceFor } from '../../failure-sentences';
import type { Notice } from '../../forms/Notice';
import type { NewSource } from '../../services';
import { useOptionsServices } from '../../services-context';
import { articlesInWords, sourcesInWords } from '../count-words';

/** A list of twenty thousand feeds takes less. */
const largestFile = 32 * 1024 * 1024;

type Shown =
  | { readonly kind: 'preview'; readonly preview: FeedPreview }
  | { readonly kind: 'list'; readonly fileName: string; readonly list: FeedList }
  | { readonly kind: 'suggestions' };

export interface AddingTells {
  readonly tell: (notice: Notice | null) => void;
  readonly tellFailure: (failure: Failure) => void;
  readonly remove: (ids: readonly string[], name: string) => Promise<void>;
}

/** All ways to add sources. Each shows first what will be added. */
export function useAddSources({ tell, tellFailure, remove }: AddingTells) {
  const { sources, locales } = useOptionsServices();
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [lastAdded, setLastAdded] = useState<readonly string[]>([]);

  // Nothing may be awaited before this: the browser asks for the host's permission only while the click is handled.
  const preview = async (address: string, alsoAllow?: string): Promise<boolean> => {
    setBusy(true);
    const looking = sources.preview(address, alsoAllow);
    setShown(null);
    tell({ tone: 'working', text: `Looking at ${address.trim()}…` });
    const seen = await looking;
    setBusy(false);
    if (seen.ok) {
      tell(null);
      setShown({ kind: 'preview', preview: seen.value });
      return true;
    }
    const { failure } = seen;
    const host = failure.kind === 'no-permission' ? failure.detail : undefined;
    tell({
      tone: 'failed',
      text: sentenceFor(failure),
      action: host === undefined ? undefined : { label: `Allow ${host}`, onPress: () => void preview(address, host) },
    });
    return false;
  };

  const addPreviewed = async ({ url }: FeedPreview) => {
    setBusy(true);
    const added = await sources.add(url);
    setBusy(false);
    if (!added.ok) {
      tellFailure(added.failure);
      return;
    }
    setShown(null);
    tell({ tone: 'done', text: `Added ${added.value.title} with ${articlesInWords(added.value.articles, locales)}.` });
  };

  const readFile = async (file: File) => {
    if (file.size > largestFile) {
      tellFailure({ kind: 'too-large' });
      return;
    }
    tell({ tone: 'working', text: `Reading ${file.name}…` });
    const list = parseOpml(new Uint8Array(await file.arrayBuffer()));
    tell(null);
    if (list.ok) setShown({ kind: 'list', fileName: file.name, list: list.value });
    else tell({ tone: 'failed', text: `${file.name}: ${sentenceFor(list.failure)}` });
  };

  /** Again with those that were added before, where only the permission was missing. */
  const addAll = async (chosen: readonly NewSource[], before: readonly string[] = []) => {
    setBusy(true);
    const adding = sources.addAll(chosen);
    tell({ tone: 'working', text: `Adding ${sourcesInWords(chosen.length, locales)}…` });
    const added = await adding;
    setBusy(false);
    if (!added.ok) {
      tellFailure(added.failure);
      return;
    }
    setShown(null);
    const ids = [...before, ...added.value.ids];
    setLastAdded(ids);
    const name = sourcesInWords(ids.length, locales);
    const { notAllowed } = added.value;
    if (notAllowed > 0) {
      const which = notAllowed < chosen.length ? `${notAllowed} of them` : chosen.length === 1 ? 'it' : 'them';
      const text = `Added ${name}, but Sidelight may not fetch ${which}: not allowed by your browser.`;
      tell({ tone: 'failed', text, action: { label: 'Allow', onPress: () => void addAll(chosen, ids) } });
      return;
    }
    tell({
      tone: 'done',
      text: `Added ${name}. Sidelight fetches them one after the other.`,
      action: { label: 'Undo', key: 'undo', onPress: () => void remove(ids, name) },
    });
  };

  return {
    isBusy, shown, lastAdded, preview, addPreviewed, readFile, addAll,
    close: () => setShown(null),
    toggleSuggestions: () => setShown((now) => (now?.kind === 'suggestions' ? null : { kind: 'suggestions' })),
  };
}
