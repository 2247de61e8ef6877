export interface CatalogueOutlet {
  readonly outlet: string;
  readonly site?: string;
  readonly feed: string;
  readonly language?: string;
}

export interface CatalogueGroup {
  readonly kind: string;
  readonly name: string;
  readonly outlets: readonly CatalogueOutlet[];
}

/** The group of the reader's own country, by the first locale that names one; else news of the world, else the first. */
export function groupFor(groups: readonly CatalogueGroup[], locales: readonly string[]): CatalogueGroup | undefined {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const locale of locales) {
    const region = new Intl.Locale(locale).maximize().region;
    const name = region === undefined ? undefined : names.of(region)?.replace(/ SAR China$/, '');
    const group = groups.find((one) => one.name === name);
    if (group) return group;
  }
  return groups.find(({ kind, name }) => kind === 'subject' && name === 'News') ?? groups[0];
}
