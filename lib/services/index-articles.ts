import type { LearningChange } from '../discovery/changes';
import { learn } from '../discovery/learn';
import type { LearningState } from '../discovery/learning-state';
import type { Matches } from '../gazetteer/match';
import { articleEvidence } from '../linking/article-evidence';
import type { CoverageEvidence } from '../linking/coverage-evidence';
import { linkAndJudge } from '../linking/link-document';
import type { Article } from '../model/article';
import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import type { Gathered, UngatheredArticle } from './gather-articles';
import { knowsName } from './knows-name';
import { spotDocument } from './spot-document';

/** What is known at one moment. */
export interface Knowledge {
  /** Grows with every change of what is known. */
  readonly version: number;
  /** The version at which packs last changed: what was linked with an older one is to be linked anew. */
  readonly base: number;
  spot(text: string): Matches;
  /** Facts by number, links left out or not; undefined when newer knowledge has taken the place of this. */
  entities(numbers: Iterable<number>): Promise<ReadonlyMap<number, Entity> | undefined>;
}

/** One entity in one article. */
export interface ArticleMention {
  readonly entity: string;
  /** How often it is named, and how sure the surest of these is. */
  readonly count: number;
  readonly confidence: number;
  readonly inTitle: boolean;
}

/** What an article says of names, by ids: each name with whom it surely meant, and whom the article surely mentions. */
export interface NamedEvidence {
  readonly names: readonly (readonly [string, readonly string[]])[];
  readonly entities: readonly string[];
}

export interface UnlinkedBatch {
  readonly articles: readonly Article[];
  /** Of each of them: whether this base has not counted it as evidence yet. */
  readonly isNew: readonly boolean[];
  /** None of them is there yet, and nothing that is waits for its quotes and stories: theirs can be stored with them. */
  readonly isNext?: boolean;
}

/** What came of a batch, to be stored as one. */
export interface IndexedBatch {
  readonly base: number;
  /** Of each article, in their order. */
  readonly mentions: readonly (readonly ArticleMention[])[];
  /** Of those that are new. */
  readonly evidence: readonly NamedEvidence[];
  readonly learning: LearningState;
  readonly changes: readonly LearningChange[];
  /** Their quotes and stories, where they are next. */
  readonly gathered?: Gathered;
}

/** Articles that are not linked with this base of knowledge yet. A batch goes back whole or not at all. */
export interface UnlinkedArticles<Batch extends UnlinkedBatch> {
  take(base: number): Promise<Batch | undefined>;
  /**
   * What has changed since it was taken stays unlinked. False where nothing was stored, because somebody else has
   * indexed meanwhile: what the batch was linked and learned with is old by now.
   */
  store(batch: Batch, indexed: IndexedBatch): Promise<boolean>;
}

/** What earlier articles left behind. */
export interface IndexMemory {
  /** Of one base, for entities by the numbers that stand for these ids. */
  evidence(base: number): Promise<(idOf: (entity: number) => string | undefined) => CoverageEvidence>;
  learning(): Promise<LearningState>;
}

export interface IndexPorts<Batch extends UnlinkedBatch> {
  readonly unlinked: UnlinkedArticles<Batch>;
  readonly memory: IndexMemory;
  /** What is known now, what was learned sooner or later included. Undefined while nothing is. */
  readonly knowledge: () => Promise<Knowledge | undefined>;
  readonly corrections: () => Promise<readonly Correction[]>;
  /** Quotes and stories of articles that are next, to be stored with them: rows that are written twice take twice as long. */
  readonly gathering?: {
    gather(articles: readonly UngatheredArticle[]): Promise<Gathered>;
    /** They were not stored. */
    forget(): void;
  };
  /** Lets waiting requests be answered; called every few articles. */
  readonly pause: () => Promise<void>;
}

/**
 * Links the articles that are new, and those that were linked with older knowledge, until none is left or `signal`
 * fires, and learns names and topics from them on the way. It may be killed at any moment and started anew: each batch
 * is stored in one step with all that follows from it. Returns how many were linked.
 */
export async function indexArticles<Batch extends UnlinkedBatch>(
  ports: IndexPorts<Batch>,
  signal?: AbortSignal,
): Promise<number> {
  const { unlinked, memory, knowledge, pause } = ports;
  let linked = 0;
  while (signal?.aborted !== true) {
    const base = (await knowledge())?.base ?? 0;
    const batch = await unlinked.take(base);
    if (!batch) return linked;
    // Taking it may have brought what is known up to date.
    const known = await knowledge();
    if ((known?.base ?? 0) !== base) continue;
    const read = known ? await linkBatch(batch, known, ports) : { mentions: batch.articles.map(() => []), evidence: [] };
    // Newer knowledge came while these were linked: they are taken again, to be linked with that.
    if (!read) continue;
    const fresh = batch.articles.filter((_, at) => batch.isNew[at] === true);
    const before = await memory.learning();
    const learned = fresh.length === 0 ? { state: before, changes: [] } : learn(before, fresh, { isKnown: knowsName(known) });
    const indexed = { base, ...read, learning: learned.state, changes: learned.changes };
    if (!(await storeGathered(batch, indexed, ports))) continue;
    linked += batch.articles.length;
    await pause();
  }
  return linked;
}

/** With quotes and stories, where it is time for them. */
async function storeGathered<Batch extends UnlinkedBatch>(batch: Batch, indexed: IndexedBatch, { unlinked, gathering }: IndexPorts<Batch>): Promise<boolean> {
  if (!gathering || batch.isNext !== true) return unlinked.store(batch, indexed);
  let isStored = false;
  try {
    const mentioned = batch.articles.map((article, at) => ({ article, entities: (indexed.mentions[at] ?? []).map(({ entity }) => entity), hasStory: false }));
    isStored = await unlinked.store(batch, { ...indexed, gathered: await gathering.gather(mentioned) });
    return isStored;
  } finally {
    if (!isStored) gathering.forget();
  }
}

/** Articles that are linked without a pause: whoever waits for an answer waits no longer than they take. */
const articlesAtOnce = 16;

/** Undefined when the knowledge was replaced meanwhile. */
async function linkBatch<Batch extends UnlinkedBatch>(
  { articles, isNew }: Batch,
  knowledge: Knowledge,
  { memory, corrections, pause }: IndexPorts<Batch>,
): Promise<Pick<IndexedBatch, 'mentions' | 'evidence'> | undefined> {
  const [said, evidenceOf] = await Promise.all([corrections(), memory.evidence(knowledge.base)]);
  const mentions: ArticleMention[][] = [];
  const evidence: NamedEvidence[] = [];
  for (const [at, article] of articles.entries()) {
    if (at % articlesAtOnce === articlesAtOnce - 1) await pause();
    const spotted = await spotDocument(articleBlocks(article), knowledge);
    if (!spotted) return undefined;
    const idOf = (entity: number): string | undefined => spotted.entities.get(entity)?.id;
    const found = linkAndJudge({ ...spotted, corrections: said, url: article.url, coverage: evidenceOf(idOf) });
    mentions.push(mentionsByEntity(found.mentions, idOf));
    if (isNew[at] === true) evidence.push(namedEvidence(articleEvidence(found.judgements), idOf));
  }
  return { mentions, evidence };
}

type IdOf = (entity: number) => string | undefined;

function mentionsByEntity(
  found: readonly { readonly entity: number; readonly block: number; readonly confidence: number }[],
  idOf: IdOf,
): ArticleMention[] {
  const mentions = new Map<string, ArticleMention>();
  for (const { entity, block, confidence } of found) {
    const id = idOf(entity);
    if (id === undefined) continue;
    const before = mentions.get(id) ?? { entity: id, count: 0, confidence: 0, inTitle: false };
    mentions.set(id, {
      entity: id,
      count: before.count + 1,
      confidence: Math.max(before.confidence, confidence),
      inTitle: before.inTitle || block === 0,
    });
  }
  return [...mentions.values()];
}

function namedEvidence({ names, entities }: ReturnType<typeof articleEvidence>, idOf: IdOf): NamedEvidence {
  return {
    names: [...names].map(([name, meanings]) => [name, meanings.flatMap((entity) => idOf(entity) ?? [])] as const),
    entities: entities.flatMap((entity) => idOf(entity) ?? []),
  };
}

/** The title, then the paragraphs of the text, or of the summary where there is no text. */
function articleBlocks({ title, summary, text }: Article): string[] {
  return [title, ...(text ?? summary ?? '').split(/\n+/).filter((paragraph) => paragraph.trim() !== '')];
}
