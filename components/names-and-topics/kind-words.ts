import type { EntityKind } from '../../lib/model/entity';

export const kindWords: Readonly<Record<EntityKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
  event: 'Event',
  work: 'Work',
  topic: 'Topic',
};

export const kindPlurals: Readonly<Record<EntityKind, string>> = {
  person: 'People',
  organisation: 'Organisations',
  place: 'Places',
  event: 'Events',
  work: 'Works',
  topic: 'Topics',
};

export const allKinds = Object.keys(kindWords) as EntityKind[];
