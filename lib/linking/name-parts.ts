import type { Entity } from '../model/entity';

const particles = new Set(['van', 'von', 'de', 'der', 'den', 'del', 'della', 'di', 'da', 'dos', 'du', 'la', 'le', 'bin', 'ibn', 'al', 'el', 'ter', 'ten']);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** The surname by which news calls a person after the first mention, particles included, or undefined. */
export function surnameOf(entity: Entity): string | undefined {
  if (entity.kind !== 'person') return undefined;
  const words = entity.name.replace(/,.*$/, '').split(/\s+/);
  while (words.length > 1 && suffixes.has((words.at(-1) ?? '').toLowerCase().replace('.', ''))) words.pop();
  let from = words.length - 1;
  while (from > 1 && particles.has((words[from - 1] ?? '').toLowerCase())) from--;
  const surname = words.slice(from).join(' ');
  return from > 0 && surname.length > 2 && /^\p{L}/u.test(surname) ? surname : undefined;
}
