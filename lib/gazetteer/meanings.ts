import type { AliasForm } from './match';

/** Forms by strength: of several for one entity, the first counts. */
export const forms: readonly AliasForm[] = ['name', 'alias', 'part', 'topic'];
export const topicCode = forms.indexOf('topic');

/** A meaning in one word: entity (26 bits), gate (4 bits), form (2 bits). */
export const largestEntity = 2 ** 26 - 1;

/** A gate that no text passes: this alias of this entity is no more. */
export const removedGate = 15;

export function packMeaning(entity: number, gate: number, formCode: number): number {
  return ((entity << 6) | (gate << 2) | formCode) >>> 0;
}

export function entityOf(meaning: number): number {
  return meaning >>> 6;
}

export function gateOf(meaning: number): number {
  return (meaning >>> 2) & 15;
}

export function formCodeOf(meaning: number): number {
  return meaning & 3;
}

export function entityOfPlain(plain: number): number {
  return plain >>> 2;
}

export function plainOf(meaning: number): number {
  return plainMeaning(entityOf(meaning), formCodeOf(meaning));
}

/** A meaning without its gate, which is then the usual one of its form. */
export function plainMeaning(entity: number, formCode: number): number {
  return entity * 4 + formCode;
}
