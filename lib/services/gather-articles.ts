import { Stories, type KeptStory, type StoryChanges } from '../coverage/stories';
import { packStoryMemory, type StoryMemory } from '../coverage/story-memory';
import { readTermTable, type TermTable } from '../coverage/term-table';
import type { Article } from '../model/article';
import type { Entity } from '../model/entity';
import { findQuotes } from '../quotes/find-quotes';
import { speakerEntity } from '../quotes/speaker-entity';

/** Linked articles whose quotes and stories are not gathered yet, in the order in which they came. */
export interface UngatheredBatch {
  readonly articles: readonly UngatheredArticle[];
  /** The number of the last of them; undefined where there are none. */
  readonly upTo?: number;
}

export interface LinkedArticle {
  readonly article: Article;
  /** Ids of those whom it mentions. */
  readonly entities: readonly string[];
}

export interface UngatheredArticle extends LinkedArticle {
  /** It has a story already: only its quotes are gathered anew. */
  readonly hasStory: boolean;
  /** The reader said that it reports the same event as others. */
  readonly isJoined?: boolean;
}

export interface GatheredQuote {
  readonly article: string;
  /** Id of the entity that speaks, where the article names it. */
  readonly speaker?: string;
  readonly attributed: string;
  readonly text: string;
}

export interface Gathered {
  readonly quotes: readonly GatheredQuote[];
  readonly stories: StoryChanges;
  /** The words' rarities. */
  readonly table: Uint8Array;
  /** What finding stories goes on with. */
  readonly memory: Uint8Array;
  /** All are to be looked at again when nothing more comes for now. */
  readonly isUnsettled: boolean;
}

/** What was kept of earlier runs: stories that may still go on, the rarities, and what else is remembered. */
export interface Remembered {
  readonly stories: readonly KeptStory[];
  readonly table: Uint8Array | undefined;
  readonly memory: StoryMemory;
}

export interface GatherPorts {
  /** Undefined when all are gathered. With newer knowledge all are taken again, for whom their speakers are. */
  take(base: number): Promise<UngatheredBatch | undefined>;
  /** All of it in one step, or nothing. */
  store(batch: UngatheredBatch, gathered: Gathered): Promise<void>;
  remembered(): Promise<Remembered>;
  /** As the last that was stored said. */
  isUnsettled(): Promise<boolean>;
  entities(ids: readonly string[]): Promise<readonly Entity[]>;
  /** The base of what is known; 0 while nothing is. */
  base(): Promise<number>;
  readonly pause: () => Promise<void>;
}

/** Quotes of one article; what is said at length is worth less than what is said by many. */
const mostQuotes = 60;
/** Articles between two pauses: whoever waits for an answer waits no longer than they take. */
const articlesAtOnce = 16;

/** What gathering remembers between its runs while the background lives. */
export interface GatherMemory {
  stories?: Stories;
  table?: TermTable;
}

/**
 * Finds who is quoted in the articles that were linked, and which articles report one event, until none is left or
 * `signal` fires. It may be killed at any moment: each batch is stored whole, with all that is remembered, so that the same
 * is found as if it had not been.
 */
export async function gatherArticles(ports: GatherPorts, memory: GatherMemory, signal?: AbortSignal): Promise<number> {
  let gathered = 0;
  while (signal?.aborted !== true) {
    const batch = await ports.take(await ports.base());
    if (!batch && !(await ports.isUnsettled())) return gathered;
    await forgettingWhatFails(memory, async () => {
      // Nothing more comes for now.
      if (!batch) (await remember(ports, memory)).stories.settle();
      await ports.store(batch ?? { articles: [] }, await gatherBatch(batch?.articles ?? [], ports, memory));
    });
    gathered += batch?.articles.length ?? 0;
    await ports.pause();
  }
  return gathered;
}

/** For articles that are stored together with what they bring. */
export function gatheringBeside(ports: Pick<GatherPorts, 'remembered' | 'entities' | 'pause'>, memory: GatherMemory) {
  return {
    gather: (articles: readonly UngatheredArticle[]) => gatherBatch(articles, ports, memory),
    quotes: (articles: readonly LinkedArticle[]) => gatherQuotes(articles, ports),
    forget: () => forget(memory),
  };
}

/** What articles bring, all of them counted as gathered from now on: whoever does not store it calls `forget`. */
async function gatherBatch(
  articles: readonly UngatheredArticle[],
  ports: Pick<GatherPorts, 'remembered' | 'entities' | 'pause'>,
  memory: GatherMemory,
): Promise<Gathered> {
  const { stories, table } = await remember(ports, memory);
  const quotes = await gatherQuotes(articles, ports, ({ article, hasStory }) => {
    if (!hasStory) stories.add(article.id, article, article.published);
  });
  const changes = stories.takeChanges();
  return { quotes, stories: changes, table: table.bytes(), memory: packStoryMemory(stories.memory()), isUnsettled: stories.isUnsettled };
}

/** @param beside what else is done with each article, in their order */
async function gatherQuotes<Linked extends LinkedArticle>(
  articles: readonly Linked[],
  ports: Pick<GatherPorts, 'entities' | 'pause'>,
  beside: (article: Linked) => void = () => undefined,
): Promise<GatheredQuote[]> {
  const known = new Map((await ports.entities([...new Set(articles.flatMap(({ entities }) => entities))])).map((entity) => [entity.id, entity]));
  const quotes: GatheredQuote[] = [];
  for (const [at, linked] of articles.entries()) {
    if (at % articlesAtOnce === articlesAtOnce - 1) await ports.pause();
    quotes.push(...quotesOf(linked.article, linked.entities.flatMap((id) => known.get(id) ?? [])));
    beside(linked);
  }
  return quotes;
}

/** What is in memory was not stored: it is read again. */
function forget(memory: GatherMemory): void {
  memory.stories = undefined;
}

async function forgettingWhatFails(memory: GatherMemory, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    forget(memory);
    throw error;
  }
}

async function remember(ports: Pick<GatherPorts, 'remembered'>, memory: GatherMemory): Promise<{ stories: Stories; table: TermTable }> {
  if (memory.stories && memory.table) return { stories: memory.stories, table: memory.table };
  const kept = await ports.remembered();
  const table = readTermTable(kept.table);
  const stories = Stories.from(kept.stories, { memory: kept.memory, table });
  memory.stories = stories;
  memory.table = table;
  return { stories, table };
}

function quotesOf({ id, text }: Article, entities: readonly Entity[]): GatheredQuote[] {
  if (text === undefined) return [];
  return findQuotes(text)
    .slice(0, mostQuotes)
    .map((quote) => {
      const attributed = text.slice(quote.speaker.start, quote.speaker.end);
      return { article: id, speaker: speakerEntity(attributed, entities, text), attributed, text: quote.text };
    });
}
