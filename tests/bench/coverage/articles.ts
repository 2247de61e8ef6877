import type { Article } from '../../../lib/model/article';

/** An article of made-up news, and the entities that it names. */
export interface MadeArticle {
  readonly article: Article & { readonly text: string; readonly published: string };
  readonly entities: readonly string[];
}

const vocabulary = 40_000;
const events = 6_000;
const people = 3_000;
const outlets = 40;
const days = 6 * 365;
const firstDay = Date.UTC(2012, 0, 1);
const wordsPerArticle = 220;

/**
 * News with the shape of real news: words as often as Zipf has it, events of some days with words, names and reports of their
 * own, a few people who are in the news always. The same seed makes the same articles; they come in the order of time.
 */
export function* makeArticles(count: number, seed = 1): Generator<MadeArticle> {
  const chance = mulberry32(seed);
  const zipf = (size: number): number => Math.min(size - 1, Math.floor(size ** chance()) - 1);
  const told = Array.from({ length: events }, (_, at) => ({
    day: (at / events) * days,
    words: Array.from({ length: 14 }, () => word(Math.floor(chance() * vocabulary))),
    people: [zipf(people), Math.floor(chance() * people), Math.floor(chance() * people)],
  }));
  for (let number = 0; number < count; number++) {
    const day = (number / count) * days;
    const near = Math.floor((day / days) * events) + Math.floor(chance() * 12) - 6;
    const event = told[Math.min(events - 1, Math.max(0, near))] ?? told[0];
    const own = event?.words ?? [];
    const names = (event?.people ?? []).map((each) => `Person ${word(each)}`);
    const pick = (share: number): string => (chance() < share ? (own[Math.floor(chance() * own.length)] ?? '') : word(zipf(vocabulary)));
    const text = Array.from({ length: wordsPerArticle }, (_, at) => (at % 40 === 7 ? (names[at % 3] ?? '') : pick(0.18))).join(' ');
    const title = [names[0], ...Array.from({ length: 6 }, () => pick(0.6))].join(' ');
    const published = new Date(firstDay + day * 86_400_000).toISOString();
    yield {
      article: { id: String(number), url: `https://outlet${number % outlets}.example/${number}`, title, outlet: `Outlet ${number % outlets}`, published, text },
      entities: [...new Set((event?.people ?? []).map((each) => `p${each}`))],
    };
  }
}

const syllables = ['ba', 'ko', 'ri', 'tu', 'ne', 'la', 'mi', 'so', 'da', 've', 'pu', 'gan', 'tor', 'lin', 'mar', 'sel'];

/** A pronounceable word for each number. */
function word(number: number): string {
  let rest = number + 17;
  let made = '';
  while (rest > 0) {
    made += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return made;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
