export const sectionNames = ['sources', 'names', 'sites', 'reading', 'data', 'about'] as const;

export type SectionName = (typeof sectionNames)[number];

export interface Place {
  readonly section: SectionName;
  /** What stands behind the section's name in the address: a part of the section, an entity, a filter. */
  readonly rest: string;
}

/** `#reading/dwell`: a section, and what in it is meant. */
export function placeFrom(hash: string): Place {
  const [, name = '', rest = ''] = /^#([a-z]+)(.*)$/s.exec(hash) ?? [];
  const section = sectionNames.find((one) => one === name);
  return section ? { section, rest } : { section: 'sources', rest: '' };
}
