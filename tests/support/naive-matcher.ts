import type { Removal } from '../../lib/gazetteer/compile-gazetteer';
import type { AliasEntry, AliasForm, Match, MatchCandidate } from '../../lib/gazetteer/match';
import { naiveTokens, type NaiveToken } from './naive-tokens';

interface Way {
  norms: string[];
  entity: number;
  form: AliasForm;
  /** How the text's tokens must be written. */
  allows: (tokens: readonly NaiveToken[]) => boolean;
}

/** Finds what a gazetteer should, by trying every alias at every word. */
export function naiveMatcher(entries: readonly AliasEntry[]): (text: string) => Match[] {
  return matcherOf(entries.flatMap(waysToWrite));
}

export function naiveOverlay(
  base: readonly AliasEntry[],
  { added, removed }: { added: readonly AliasEntry[]; removed: readonly Removal[] },
): (text: string) => Match[] {
  const ways = base.flatMap(waysToWrite).filter((way) => !removed.some((removal) => takesAway(removal, way)));
  return matcherOf([...ways, ...added.flatMap(waysToWrite)]);
}

function takesAway({ entity, alias }: Removal, way: Way): boolean {
  if (entity !== way.entity) return false;
  if (alias === undefined) return true;
  return waysToWrite({ alias, entity, form: 'name' }).some((gone) => gone.norms.join(' ') === way.norms.join(' '));
}

function matcherOf(ways: readonly Way[]): (text: string) => Match[] {
  const byFirst = new Map<string, Way[]>();
  for (const way of ways) {
    const same = byFirst.get(way.norms[0]!);
    if (same === undefined) byFirst.set(way.norms[0]!, [way]);
    else same.push(way);
  }
  return (text) => {
    const tokens = naiveTokens(text);
    const matches: Match[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      const { kind, norm, start } = tokens[from]!;
      const longest = kind === 'word' ? longestAt(byFirst.get(norm) ?? [], tokens, from) : undefined;
      if (longest === undefined) continue;
      matches.push({ start, end: tokens[longest.last]!.end, candidates: longest.candidates });
      from = longest.last;
    }
    return matches;
  };
}

function longestAt(ways: readonly Way[], tokens: readonly NaiveToken[], from: number) {
  const fitting = ways.filter(({ norms, allows }) => {
    const part = tokens.slice(from, from + norms.length);
    return part.length === norms.length && part.every(({ norm }, index) => norm === norms[index]) && allows(part);
  });
  if (fitting.length === 0) return undefined;
  const length = Math.max(...fitting.map(({ norms }) => norms.length));
  return { last: from + length - 1, candidates: candidatesOf(fitting.filter(({ norms }) => norms.length === length)) };
}

const strength: AliasForm[] = ['name', 'alias', 'part', 'topic'];

function candidatesOf(ways: readonly Way[]): MatchCandidate[] {
  const entities = [...new Set(ways.map(({ entity }) => entity))].sort((a, b) => a - b);
  return entities.map((entity) => {
    const forms = ways.filter((way) => way.entity === entity).map(({ form }) => form);
    return { entity, form: strength.find((form) => forms.includes(form))! };
  });
}

function waysToWrite({ alias, entity, form }: AliasEntry): Way[] {
  const all = naiveTokens(alias);
  const first = all.findIndex(({ kind }) => kind !== 'break');
  if (first < 0) return [];
  let last = all.findLastIndex(({ kind }) => kind !== 'break');
  const lastWord = last;
  while (all[last + 1] !== undefined && /^[+#]$/.test(all[last + 1]!.norm) && all[last + 1]!.start === all[last]!.end) last += 1;
  const whole = all.slice(first, last + 1);
  const innerSign = new Set(all.slice(first, lastWord + 1).filter((token) => token.kind === 'break'));
  const unsigned = whole.filter((token, index) => !innerSign.has(token) || keepsMeaning(whole, index));
  return [whole, unsigned, joined(unsigned)].map((tokens) => ({
    norms: tokens.map(({ norm }) => norm),
    entity,
    form,
    allows: form === 'topic' ? () => true : gate(tokens),
  }));
}

/** A plus or number sign directly behind a word belongs to it ("C# Corner"). */
function keepsMeaning(tokens: readonly NaiveToken[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (before === undefined || token === undefined || !/^[+#]$/.test(token.norm) || before.end !== token.start) return false;
  return before.kind !== 'break' || keepsMeaning(tokens, index - 1);
}

function joined(tokens: readonly NaiveToken[]): NaiveToken[] {
  return tokens.reduce<NaiveToken[]>((done, token) => {
    const before = done.at(-1);
    if (token.kind !== 'possessive' || before === undefined) return [...done, token];
    return [...done.slice(0, -1), { ...before, norm: `${before.norm}s` }];
  }, []);
}

function gate(alias: readonly NaiveToken[]): Way['allows'] {
  if (alias[0]?.small !== true) return ([first]) => first?.small !== true;
  const capital = alias.findIndex((token) => token.capital);
  if (capital < 0 || capital > 11) return () => true;
  return (tokens) => tokens[capital]?.capital === true;
}
