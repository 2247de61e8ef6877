import type { Entity } from '../../../lib/model/entity';

const person = { kind: 'person' } as const;

/** A small knowledge base with three people of one surname, as politics packs have them. */
export const politics: readonly Entity[] = [
  { ...person, id: 'Jeff Sessions', name: 'Jeff Sessions', aliases: ['Jefferson B. Sessions'], description: 'former U.S. Senator from AL (Republican)', popularity: 0.3 },
  { ...person, id: 'Pete Sessions', name: 'Pete Sessions', aliases: ['Pete A. Sessions'], description: 'U.S. Representative from TX (Republican)', popularity: 0.8 },
  { ...person, id: 'Walter L. Sessions', name: 'Walter L. Sessions', aliases: ['Walter Sessions'], description: 'former U.S. Representative from NY (Republican)', popularity: 0.3 },
  { ...person, id: 'Donald Trump', name: 'Donald Trump', aliases: ['Donald J. Trump'], description: 'President of the United States', popularity: 0.7 },
  { ...person, id: 'Sergey Kislyak', name: 'Sergey Kislyak', aliases: ['Sergei Kislyak'], description: 'Russian diplomat', popularity: 0.5 },
  { id: 'fbi', name: 'Federal Bureau of Investigation', kind: 'organisation', aliases: ['FBI'], description: 'U.S. federal agency', popularity: 0.6 },
  { id: 'security', name: 'election security', kind: 'topic', aliases: [], popularity: 0.5 },
  { id: 'turkey', name: 'Turkey', kind: 'place', aliases: ['Turkish'], description: 'country in Western Asia', popularity: 0.9 },
  { id: 'michigan', name: 'University of Michigan', kind: 'organisation', aliases: [], description: 'university', popularity: 0.6 },
];
