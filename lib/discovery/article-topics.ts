import { generalWords, topicBreakers } from './topic-words';
import { functionWords } from './plain-words';
import type { Example } from './article-names';
import { longestWord } from './longest-word';
import type { Word } from '../text/read-words';
import type { Block } from './read-article';

/** What one article says of one row of lower-case words. */
export interface ArticleTopic {
  readonly key: string;
  readonly mentions: number;
  readonly inTitle: boolean;
  /** Somewhere it is written small: in a headline of capitals alone it may be a name. */
  readonly isLower: boolean;
  /** At least once it stands by itself, not within a longer row of content words. */
  readonly free: boolean;
  readonly example: Omit<Example, 'article'>;
}

type Found = { -readonly [K in keyof ArticleTopic]: ArticleTopic[K] };

const longest = 3;

/** Rows of two and three content words between function words and punctuation, which is where English has its terms. */
export function articleTopics(blocks: readonly Block[]): Map<string, ArticleTopic> {
  const topics = new Map<string, Found>();
  for (const block of blocks) {
    let from = 0;
    for (let at = 0; at <= block.words.length; at += 1) {
      const word = block.words[at];
      const content = word !== undefined && word.gap !== 'hyphen' && block.words[at + 1]?.gap !== 'hyphen' && isContent(word, block);
      if (content && (at === from || word.gap === 'space')) continue;
      if (at - from > 1) addRow(topics, block, [from, at]);
      from = content ? at : at + 1;
    }
  }
  for (const [key, { isLower }] of topics) if (!isLower) topics.delete(key);
  return topics;
}

function addRow(topics: Map<string, Found>, block: Block, [from, to]: readonly [number, number]): void {
  const free = to - from;
  for (let start = from; start < to - 1; start += 1) {
    for (let size = 2; size <= longest && start + size <= to; size += 1) addTopic(topics, block, { start, size, free: free === size });
  }
}

function addTopic(topics: Map<string, Found>, block: Block, { start, size, free }: { start: number; size: number; free: boolean }): void {
  const words = block.words.slice(start, start + size);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || !mayBeTerm(words)) return;
  const key = words.map((word) => word.key).join(' ');
  const inTitle = block.field === 'title';
  const isLower = !block.titled;
  const found = topics.get(key);
  if (found === undefined) {
    const example = { field: block.field, start: first.start, end: last.end };
    topics.set(key, { key, mentions: 1, inTitle, isLower, free, example });
    return;
  }
  found.mentions += 1;
  found.inTitle ||= inTitle;
  found.isLower ||= isLower;
  found.free ||= free;
}

function isContent({ key, shape }: Word, { titled }: Block): boolean {
  return (shape === 'lower' || titled) && key.length > 2 && key.length <= longestWord && !key.endsWith('ly') && !functionWords.has(key) && !topicBreakers.has(key);
}

/** A term has a word of its own, and ends in what may be a noun. */
function mayBeTerm(words: readonly Word[]): boolean {
  const last = words.at(-1)?.key ?? '';
  if (last.endsWith('ed') && last !== 'speed' && last !== 'breed' && last !== 'seed') return false;
  return words.some(({ key }) => !generalWords.has(key));
}
