export const sectionNames = ['sources', 'data', 'sites', 'about'] as const;

export type SectionName = (typeof sectionNames)[number];

export function sectionFrom(hash: string): SectionName {
  return sectionNames.find((name) => `#${name}` === hash) ?? 'sources';
}
