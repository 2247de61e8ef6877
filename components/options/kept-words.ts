import type { Kept } from '../../lib/services/keep-safe';

/** “12 sources, 3 names of yours and 1 correction”. */
export function keptInWords({ sources, names, corrections }: Pick<Kept, 'sources' | 'names' | 'corrections'>, locales: readonly string[]): string {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count.toLocaleString([...locales])} ${count === 1 ? one : many}`];
  const parts = [
    ...counted(sources, 'source', 'sources'),
    ...counted(names, 'name you changed or follow', 'names you changed or follow'),
    ...counted(corrections, 'correction', 'corrections'),
  ];
  return parts.length === 0 ? 'nothing' : listInWords(parts, locales);
}

export function listInWords(parts: readonly string[], locales: readonly string[]): string {
  return new Intl.ListFormat([...locales], { type: 'conjunction' }).format(parts);
}
