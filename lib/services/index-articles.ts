import type { Match } from '../gazetteer/match';
import { linkDocument } from '../linking/link-document';
import type { Article } from '../model/article';
import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import { spotDocument } from './spot-document';

/** What is known at one moment. */
export interface Knowledge {
  /** Grows with every change of what is known. */
  readonly version: number;
  /** The version at which packs last changed: what was linked with an older one is to be linked anew. */
  readonly base: number;
  spot(text: string): Match[];
  /** Facts by number; undefined when newer knowledge has taken the place of this. */
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

/** Articles that are not linked with this base of knowledge yet. A batch goes back with its mentions, whole or not at all. */
export interface UnlinkedArticles<Batch extends { readonly articles: readonly Article[] }> {
  take(base: number): Promise<Batch | undefined>;
  /** Mentions of each of the batch's articles, in their order. What has changed since it was taken stays unlinked. */
  store(batch: Batch, mentions: readonly (readonly ArticleMention[])[], base: number): Promise<void>;
}

export interface IndexPorts<Batch extends { readonly articles: readonly Article[] }> {
  readonly unlinked: UnlinkedArticles<Batch>;
  /** Undefined while nothing is known. */
  readonly knowledge: () => Promise<Knowledge | undefined>;
  readonly corrections: () => Promise<readonly Correction[]>;
  /** Lets waiting requests be answered; called between batches. */
  readonly pause: () => Promise<void>;
}

/**
 * Links the articles that are new, and those that were linked with older knowledge, until none is left or `signal`
 * fires. It may be killed at any moment and started anew: each batch is stored in one step, and what it stores takes
 * the place of what the same articles had before. Returns how many were linked.
 */
export async function indexArticles<Batch extends { readonly articles: readonly Article[] }>(
  { unlinked, knowledge, corrections, pause }: IndexPorts<Batch>,
  signal?: AbortSignal,
): Promise<number> {
  let linked = 0;
  while (signal?.aborted !== true) {
    const known = await knowledge();
    const base = known?.base ?? 0;
    const batch = await unlinked.take(base);
    if (!batch) return linked;
    const said = await corrections();
    const mentions: ArticleMention[][] = [];
    for (const article of batch.articles) {
      const found = known ? await linkArticle(article, known, said) : [];
      if (!found) break;
      mentions.push(found);
    }
    // Newer knowledge came while these were linked: they are taken again, to be linked with that.
    if (mentions.length < batch.articles.length) continue;
    await unlinked.store(batch, mentions, base);
    linked += batch.articles.length;
    await pause();
  }
  return linked;
}

/** Undefined when the knowledge was replaced meanwhile. */
async function linkArticle(
  article: Article,
  knowledge: Knowledge,
  corrections: readonly Correction[],
): Promise<ArticleMention[] | undefined> {
  const spotted = await spotDocument(articleBlocks(article), knowledge);
  if (!spotted) return undefined;
  const mentions = new Map<string, ArticleMention>();
  for (const { entity, block, confidence } of linkDocument({ ...spotted, corrections, url: article.url })) {
    const id = spotted.entities.get(entity)?.id;
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

/** The title, then the paragraphs of the text, or of the summary where there is no text. */
function articleBlocks({ title, summary, text }: Article): string[] {
  return [title, ...(text ?? summary ?? '').split(/\n+/).filter((paragraph) => paragraph.trim() !== '')];
}
