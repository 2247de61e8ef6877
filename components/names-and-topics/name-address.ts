import type { NameFilter } from '../name-service';
import { allKinds } from './kind-words';

/** `#names`, `#names?text=sess&kind=person`, or `#names/ID` for one entity. */
export type NamePlace =
  | { readonly at: 'list'; readonly filter: NameFilter }
  | { readonly at: 'entity'; readonly id: string }
  | { readonly at: 'suggestions' }
  | { readonly at: 'forgotten' };

/** @param rest what stands behind `#names` */
export function readNamePlace(rest: string): NamePlace {
  if (rest === '/merges') return { at: 'suggestions' };
  if (rest === '/forgotten') return { at: 'forgotten' };
  if (rest.startsWith('/e/')) return { at: 'entity', id: decoded(rest.slice(3)) };
  const search = new URLSearchParams(rest.replace(/^\?/, ''));
  const origins = ['pack', 'learned', 'reader'] as const;
  const attentions = ['followed', 'muted'] as const;
  return {
    at: 'list',
    filter: {
      text: search.get('text') ?? '',
      kind: allKinds.find((kind) => kind === search.get('kind')),
      origin: origins.find((origin) => origin === search.get('from')),
      pack: search.get('pack') ?? undefined,
      attention: attentions.find((attention) => attention === search.get('show')),
    },
  };
}

export function addressOfEntity(id: string): string {
  // Half a surrogate pair, which a broken source may bring, would make `encodeURIComponent` throw, and the list with it.
  return `#names/e/${encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}'))}`;
}

export function addressOfFilter({ text, kind, origin, pack, attention }: NameFilter): string {
  const search = new URLSearchParams();
  if (text !== '') search.set('text', text);
  if (kind) search.set('kind', kind);
  if (origin) search.set('from', origin);
  if (pack !== undefined) search.set('pack', pack);
  if (attention) search.set('show', attention);
  const query = search.toString();
  return query === '' ? '#names' : `#names?${query}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
