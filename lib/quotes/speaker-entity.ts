import type { Entity } from '../model/entity';

/**
 * Which of an article's entities a quote's speaker is, by name: the one that is called just so, else the only person whose
 * name ends with it. Undefined where two might be meant.
 */
export function speakerEntity(speaker: string, entities: readonly Entity[]): string | undefined {
  const written = folded(speaker);
  const called = entities.filter(({ name, aliases }) => [name, ...aliases].some((each) => folded(each) === written));
  if (called.length > 0) return onlyOne(called.length > 1 ? called.filter(({ kind }) => kind === 'person') : called);
  if (written === '') return undefined;
  return onlyOne(entities.filter(({ name, kind }) => (kind ?? 'person') === 'person' && folded(name).endsWith(` ${written}`)));
}

function onlyOne(entities: readonly Entity[]): string | undefined {
  const [first, second] = entities;
  return second ? undefined : first?.id;
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
