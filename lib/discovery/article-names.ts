import { nameParticles, nameSuffixes } from '../text/person-words';
import { cuesOf } from './kind-cues';
import { givenNames, isHead } from './name-kinds';
import { nameRuns, type IsPlain, type NameRun } from './name-runs';
import type { Block } from './read-article';

/** Where an article has a name or topic: UTF-16 offsets into the field. */
export interface Example {
  readonly article: string;
  readonly field: Block['field'];
  readonly start: number;
  readonly end: number;
}

/** What one article says of one name. */
export interface ArticleName {
  readonly key: string;
  readonly written: string;
  readonly mentions: number;
  readonly role: boolean;
  readonly firm: boolean;
  readonly inside: boolean;
  readonly inTitle: boolean;
  /** Bits of `cuesOf` over its mentions. */
  readonly cues: number;
  readonly parts?: readonly string[];
  /** The longer names of this article that it may be short for: "Kislyak" beside "Sergey Kislyak". */
  readonly shortFor: readonly string[];
  /** An acronym that stands in brackets behind it: "American Civil Liberties Union (ACLU)". */
  readonly acronym?: string;
  readonly example: Omit<Example, 'article'>;
}

type Found = { -readonly [K in keyof ArticleName]: ArticleName[K] };

/** The names of one article, by key, in order of their first mention. */
export function articleNames(blocks: readonly Block[], isPlain: IsPlain): Map<string, ArticleName> {
  const names = new Map<string, Found>();
  for (const block of blocks) for (const run of nameRuns(block, isPlain)) addRun(names, run);
  findShortForms(names);
  return names;
}

function addRun(names: Map<string, Found>, run: NameRun): void {
  const { block, from, to } = run;
  const start = block.words[from]?.start ?? 0;
  const end = block.words[to - 1]?.end ?? 0;
  const found = names.get(run.key);
  const inTitle = block.field === 'title';
  const acronym = acronymBehind(run);
  if (found === undefined) {
    names.set(run.key, {
      key: run.key,
      written: block.text.slice(start, end).replace(/\s+/g, ' '),
      mentions: 1,
      role: run.role,
      firm: run.firm,
      inside: run.inside,
      inTitle,
      cues: cuesOf(run),
      shortFor: [],
      example: { field: block.field, start, end },
      ...(run.parts && { parts: run.parts }),
      ...(acronym !== undefined && { acronym }),
    });
    return;
  }
  found.mentions += 1;
  found.role ||= run.role;
  found.firm ||= run.firm;
  found.inside &&= run.inside;
  found.inTitle ||= inTitle;
  found.cues |= cuesOf(run);
  if (acronym !== undefined) found.acronym ??= acronym;
}

/** "(ACLU)" behind a name whose words begin with these letters. */
function acronymBehind({ block, from, to }: NameRun): string | undefined {
  if (to - from < 2) return undefined;
  const next = block.words[to];
  const last = block.words[to - 1];
  if (next?.shape !== 'caps' || last === undefined || next.key.length > 8) return undefined;
  if (!/^\s*\(["“]?(?:the )?$/.test(block.text.slice(last.end, next.start)) || block.text[next.end] !== ')') return undefined;
  return isAcronymOf(next.key, block.words.slice(from, to).map(({ key }) => key)) ? block.text.slice(next.start, next.end) : undefined;
}

const small = /^(?:of|and|the|for|on|in|de)$/;

function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  const all = words.map((word) => word[0] ?? '').join('');
  const counting = words.filter((word) => !small.test(word)).map((word) => word[0] ?? '').join('');
  return acronym.length > 1 && (acronym === counting || acronym === all);
}

/** Tells for each short name which longer ones of the article it may stand for. */
function findShortForms(names: Map<string, Found>): void {
  const longer = new Map<string, string[]>();
  const add = (short: string, key: string): void => {
    const keys = longer.get(short);
    if (keys === undefined) longer.set(short, [key]);
    else if (!keys.includes(key)) keys.push(key);
  };
  for (const { key, written, inside } of names.values()) {
    const words = key.split(' ');
    if (words.length < 2 || inside) continue;
    for (const short of shortForms(words, written)) add(short, key);
  }
  for (const name of names.values()) {
    const keys = longer.get(name.key);
    if (keys !== undefined) name.shortFor = keys;
  }
}

/** The surname with and without its particles, a given name, an organisation's first or last words, initials. */
function shortForms(words: readonly string[], written: string): string[] {
  const bare = words.filter((word) => !nameSuffixes.has(word));
  const last = bare.length - 1;
  const forms = [bare[last] ?? ''];
  if (nameParticles.has(bare[last - 1] ?? '')) forms.push(bare.slice(last - 1).join(' '));
  if (bare.length > 2) {
    if (givenNames.has(bare[0] ?? '') || /[-‐‑]\S+$/.test(written)) forms.push(bare.slice(-2).join(' '));
    forms.push(bare.map((word) => word[0]).join(''), bare.filter((word) => !small.test(word)).map((word) => word[0]).join(''));
    if (givenNames.has(bare[0] ?? '')) forms.push(`${bare[0] ?? ''} ${bare[last] ?? ''}`);
  }
  const isHeaded = isHead(bare[last] ?? '');
  if (isHeaded) for (let from = 1; from < last; from += 1) forms.push(bare.slice(from).join(' '));
  if (isHeaded || givenNames.has(bare[0] ?? '')) forms.push(bare[0] ?? '');
  return forms;
}
