import fc from 'fast-check';
import type { AliasEntry, AliasForm } from '../../lib/gazetteer/match';

/** Words that meet each rule, few enough that random texts hold random names. */
const words = [
  'Jeff', 'Sessions', 'sessions', 'JEFF', 'the', 'The', 'Hill', 'hill', 'al', 'Al', 'Qaeda', 'von', 'der', 'Leyen',
  'O’Brien', "O'Brien", "d'Estaing", 'l’Été', "McDonald's", 'McDonalds', 'U.S.', 'US', 'U. S.', 'J.', 'J', 'K.', 'JK', 'St.', 'St',
  'Inc.', 'Estaing', 'Été', 'AT&T', '&', 'and', 'C#', 'C', '+', '東', '京', '東京', 'の', 'カ\u3099', 'ガ', 'ｶﾞ', 'กรุง', 'กำ', 'กํา', 'ﬁ', 'fi', 'Straße',
  'STRASSE', 'Mu\u0308ller', 'Müller', 'İ', 'ı', 'Σίσυφος', 'ΣΊΣΥΦΟΣ', '한국', '한', 'हिन्दी', 'عَرَبِيّ', 'عربي', 'عـربي', 'ـ', 'ʿArabi', 'Arabi', 'צה״ל', 'צה"ל', 'ז׳', '𝐉eff', '😀', 'iPhone', 'x',
  's', 'S', '7', '½', 'ǅ', 'ß.', 'É.', 'a\u0301', '\u0301', 'ﷺ', '\ud800',
];
const gaps = [
  ' ', ' ', ' ', ' ', '', '', '-', '–', ' - ', '.', '. ', ', ', ',', "'", '’', "'s", '’S', "' ", '\n', '\n\n', '\r\n', '/', '·', '&', '…',
  '\u00ad', '\u200d', '\u200b', '-\u200b', '\u00ad-', '\u00a0', '“', '”', '(', '!', '.-', '+', '\ufe0f', '\udb40\udd00',
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 5, arbitrary: fc.constantFrom(...gaps) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);

export const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
export const aliases = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

const entity = fc.oneof(fc.nat(3), fc.constantFrom(2 ** 26 - 1, 5_000_000));
const form = fc.constantFrom<AliasForm>('name', 'alias', 'part', 'topic');
const firstEntries = fc.array(
  fc.record({ alias: fc.oneof(fc.constantFrom(...words), aliases), entity, form }),
  { maxLength: 15 },
);

/** Names, and some of them written in another way for the same or another entity. */
export const entries: fc.Arbitrary<AliasEntry[]> = firstEntries.chain((first) => {
  if (first.length === 0) return fc.constant(first);
  const more = fc.record({ alias: fc.constantFrom(...first).chain(({ alias }) => rewritten(alias)), entity, form });
  return fc.array(more, { maxLength: 10 }).map((rest) => [...first, ...rest]);
});

/** The same words with other case, other gaps, periods behind some. */
function rewritten(alias: string): fc.Arbitrary<string> {
  const parts = alias.split(/[\s.-]+/);
  const rewrites = parts.map((part) =>
    fc
      .tuple(fc.constantFrom<(word: string) => string>(same, same, upper, lower, capitalised), fc.constantFrom('', '', '.', "'s"))
      .map(([change, end]) => change(part) + end),
  );
  return fc
    .tuple(fc.tuple(...rewrites), fc.array(fc.constantFrom(' ', ' ', ' ', '-', '', ', '), { minLength: parts.length }))
    .map(([written, between]) => written.map((part, index) => (index === 0 ? part : (between[index] ?? '') + part)).join(''));
}

/** The names among other words, as they are or written otherwise. */
export function textsAround(names: readonly AliasEntry[]): fc.Arbitrary<string> {
  const known = names.length === 0 ? texts : fc.constantFrom(...names).chain(({ alias }) => rewritten(alias));
  const asWritten = names.length === 0 ? texts : fc.constantFrom(...names).map(({ alias }) => alias);
  return fc
    .array(fc.oneof(texts, known, known, asWritten, fc.constantFrom(' ', ', ', '. ')), { maxLength: 10 })
    .map((pieces) => pieces.join(''));
}

function same(word: string): string {
  return word;
}

function upper(word: string): string {
  return word.toUpperCase();
}

function lower(word: string): string {
  return word.toLowerCase();
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

export const removals = fc.array(
  fc.record({ entity: fc.nat(3), alias: fc.option(fc.constantFrom(...words), { nil: undefined }) }),
  { maxLength: 4 },
);
