import type { PageReport, ShownEntity } from '../../lib/messaging/protocol';

type Annotated = Extract<PageReport, { state: 'annotated' }>;

export interface NameOnPage {
  readonly entity: ShownEntity;
  /** How often it is named, however it is written. */
  readonly count: number;
}

/** A page's annotations, one line for each entity, in the order in which the page first names them. */
export function groupNames(annotations: Annotated['annotations']): NameOnPage[] {
  const names = new Map<string, NameOnPage>();
  for (const { entity, count } of annotations) {
    names.set(entity.id, { entity, count: (names.get(entity.id)?.count ?? 0) + count });
  }
  return [...names.values()];
}
