import { articleEvidence } from '../linking/article-evidence';
import { linkAndJudge } from '../linking/link-document';
import type { Article } from '../model/article';
import type { ArticleMention, IndexPorts, Knowledge, NamedEvidence, UnlinkedBatch } from './index-ports';
import { spotDocument } from './spot-document';

export interface LinkedBatch {
  readonly mentions: readonly (readonly ArticleMention[])[];
  readonly evidence: readonly NamedEvidence[];
}

/** Articles that are linked without a pause: whoever waits for an answer waits no longer than they take. */
const articlesAtOnce = 16;

/** Undefined when the knowledge was replaced meanwhile, or nobody wants it any more. */
export async function linkBatch<Batch extends UnlinkedBatch>(
  { articles, isNew }: Batch,
  { knowledge, isOver }: { readonly knowledge: Knowledge; readonly isOver: () => boolean },
  { memory, corrections, pause }: IndexPorts<Batch>,
): Promise<LinkedBatch | undefined> {
  const [said, evidenceOf] = await Promise.all([corrections(), memory.evidence(knowledge.base)]);
  const mentions: ArticleMention[][] = [];
  const evidence: NamedEvidence[] = [];
  for (const [at, article] of articles.entries()) {
    if (at % articlesAtOnce === articlesAtOnce - 1) await pause();
    if (isOver()) return undefined;
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
