import { cpus } from 'node:os';
import { openGazetteer } from '../../lib/gazetteer/open-gazetteer';
import { TokenReader } from '../../lib/text/token-reader';
import { naiveMatcher } from '../support/naive-matcher';
import { corpus } from './matching/corpus';
import type { Matcher, Place } from './matching/matcher';
import { builders, type MatcherName } from './matching/matchers';
import { bytesInUse, interleaved, median, timed } from './matching/measure';
import { inWords, markdownTable } from './matching/tables';

/** For a quick look: `npm run bench -- matching 10000`. */
const nameCounts = process.argv.slice(2).map(Number).filter((count) => count > 0);
if (nameCounts.length === 0) nameCounts.push(10_000, 100_000, 1_000_000);
const articles = 20;
const articleLength = 30_000;
/**
 * The same article again and again says what computing costs; an article in between others, what waiting for memory adds:
 * each matcher then comes to caches that the ones before it have filled.
 */
const turns: readonly Turn[] = [
  { what: 'an article, ten times in a row', texts: articles, length: articleLength, calls: 10 },
  { what: 'an article, once', texts: articles, length: articleLength, calls: 1 },
  { what: '1,000,000 characters, once', texts: 2, length: 1_000_000, calls: 1 },
];
/** It takes from one to five minutes for 100,000 names, and for ten times as many more memory than most machines have. */
const mostForAhoCorasick = 10_000;
/** Trying a million names at each word takes longer than all else. */
const mostForAllReferences = 100_000;

/** What one matcher does before it is the next one's turn. */
interface Turn {
  readonly what: string;
  readonly texts: number;
  readonly length: number;
  readonly calls: number;
}

interface Built {
  readonly name: MatcherName;
  readonly matcher: Matcher;
  readonly ms: number;
  readonly bytes: number;
}

const { origin, names: namesOf, texts: textsOf } = corpus();
const builds: string[][] = [];
const speeds: string[][] = [];

for (const count of nameCounts) {
  const names = namesOf(count);
  console.error(`${count} names …`);
  const built = (Object.keys(builders) as MatcherName[])
    .filter((name) => name !== 'Aho-Corasick' || count <= mostForAhoCorasick)
    .map((name) => build(name, names));
  const shares = sharesFound(names, built);
  for (const { name, matcher, ms, bytes } of built) {
    const opening = matcher.buffer === undefined ? 'built anew' : `${openingMs(matcher.buffer).toFixed(3)} ms`;
    builds.push([inWords(count), name, `${(ms / 1000).toFixed(1)} s`, (bytes / count).toFixed(1), opening, shares.get(name) ?? '']);
  }
  for (const turn of turns) speeds.push(compare(count, turn, built));
}

const processor = cpus()[0]?.model ?? 'unknown processor';
console.log(`${processor}, ${cpus().length} cores, Node ${process.versions.node}; ${origin}\n`);
console.log(markdownTable(['names', 'matcher', 'built in', 'bytes a name', 'opened in', 'of the reference’s matches found'], builds));
console.log(
  markdownTable(['names', 'text', 'ours', 'MB/s', 'tokenising alone / ours', ...peerNames().map((name) => `${name} / ours`)], speeds),
);

function peerNames(): MatcherName[] {
  return (Object.keys(builders) as MatcherName[]).filter((name) => name !== 'ours');
}

function build(name: MatcherName, names: readonly string[]): Built {
  const before = bytesInUse();
  const { ms, value: matcher } = timed(() => builders[name](names));
  const bytes = matcher.buffer?.byteLength ?? bytesInUse() - before;
  console.error(`  ${name} built in ${(ms / 1000).toFixed(1)} s`);
  return { name, matcher, ms, bytes };
}

function openingMs(buffer: ArrayBuffer): number {
  return median(Array.from({ length: 101 }, () => timed(() => openGazetteer(buffer)).ms));
}

/** One row: our time, and everybody else's as a multiple of it. */
function compare(count: number, { what, texts: textCount, length, calls: callCount }: Turn, built: readonly Built[]): string[] {
  const texts = textsOf(textCount, length);
  const reader = new TokenReader();
  const repeated = (call: (text: string) => unknown) => (round: number): void => {
    for (let time = 0; time < callCount; time += 1) call(texts[round % texts.length] ?? '');
  };
  const calls: Record<string, (round: number) => unknown> = { tokenising: repeated((text) => reader.read(text)) };
  for (const { name, matcher } of built) calls[name] = repeated((text) => matcher.spotAndRead(text));
  const times = interleaved(calls, { ms: 12_000, least: 9 });
  const ours = times.ours ?? Number.NaN;
  const ratio = (name: string): string => (times[name] === undefined ? '–' : (times[name] / ours).toFixed(times[name] < ours * 10 ? 2 : 1));
  return [
    inWords(count),
    what,
    `${(ours / callCount).toFixed(2)} ms`,
    ((callCount * length) / ours / 1000).toFixed(0),
    ratio('tokenising'),
    ...peerNames().map(ratio),
  ];
}

/** Of each matcher the share of what a naive, independent matcher finds, and how many it finds that this does not. */
function sharesFound(names: readonly string[], built: readonly Built[]): Map<MatcherName, string> {
  const reference = naiveMatcher(names.map((alias, entity) => ({ alias, entity, form: 'name' as const })));
  const texts = textsOf(articles, articleLength).slice(0, names.length > mostForAllReferences ? 2 : 5);
  const expected = texts.map((text) => new Set(reference(text).map(placeKey)));
  return new Map(
    built.map(({ name, matcher }) => {
      const found = texts.map((text) => Array.from(matcher.spot(text), placeKey));
      const all = expected.reduce((sum, places) => sum + places.size, 0);
      const right = found.flatMap((places, index) => places.filter((place) => expected[index]?.has(place))).length;
      const wrong = found.flat().length - right;
      return [name, `${((100 * right) / all).toFixed(2)}%${wrong === 0 ? '' : `, ${wrong} more`}`];
    }),
  );
}

function placeKey({ start, end }: Place): string {
  return `${start}-${end}`;
}
