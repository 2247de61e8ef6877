import { learn } from '../discovery/learn';
import type { LearningState } from '../discovery/learning-state';
import type { Gathered, GatheredQuote } from './gather-articles';
import type { IndexedBatch, IndexPorts, Knowledge, UnlinkedBatch } from './index-ports';
import { knowsName } from './knows-name';
import { linkBatch, type LinkedBatch } from './link-batch';

/**
 * Links the articles that are new, and those that were linked with older knowledge, until none is left or `signal`
 * fires, and learns names and topics from them on the way. It may be killed at any moment and started anew: each batch
 * is stored in one step with all that follows from it. While one is stored the next is linked already, with all that
 * the one before has brought; should that not be stored, or change what is known, it is linked again. Returns how many
 * were linked.
 */
export async function indexArticles<Batch extends UnlinkedBatch>(
  ports: IndexPorts<Batch>,
  signal?: AbortSignal,
): Promise<number> {
  const { pause } = ports;
  let linked = 0;
  let ahead: Ahead<Batch> | undefined;
  try {
    while (signal?.aborted !== true) {
      const next: ReadBatch<Batch> | 'again' | undefined = await (ahead ? wanted(ahead, ports) : takeAndRead(ports));
      ahead = undefined;
      if (!next) return linked;
      if (next === 'again') continue;
      const following = followingOf(next, ports);
      const gathered = await gather(next, ports);
      const quotes = await quotesAnew(next, ports);
      const after = await following;
      // Begun before, so that what it reads first does not wait behind all that is written; it goes on when storing has begun.
      if (after && next.known) ahead = readAhead(after, { known: next.known, learning: next.learning }, ports);
      if (!(await store(next, { gathered, quotes }, ports))) {
        ahead?.stop();
        ahead = undefined;
        continue;
      }
      linked += next.batch.articles.length;
      await pause();
    }
    return linked;
  } finally {
    ahead?.stop();
  }
}

/** A batch that was linked and learned from. */
interface ReadBatch<Batch> extends LinkedBatch, Pick<IndexedBatch, 'learning' | 'changes'> {
  readonly batch: Batch;
  readonly known: Knowledge | undefined;
}

/** What a batch is read in the light of. */
interface Light {
  readonly known: Knowledge | undefined;
  readonly learning: LearningState;
  /** Nobody wants it any more. */
  readonly isOver?: () => boolean;
}

/** `again`: newer knowledge came while these were linked, they are taken again to be linked with that. */
async function takeAndRead<Batch extends UnlinkedBatch>(ports: IndexPorts<Batch>): Promise<ReadBatch<Batch> | 'again' | undefined> {
  const { unlinked, knowledge, memory } = ports;
  const base = await ports.base();
  const batch = await unlinked.take(base);
  if (!batch) return undefined;
  // Taking it may have brought what is known up to date.
  const known = await knowledge();
  if ((known?.base ?? 0) !== base) return 'again';
  return (await readBatch(batch, { known, learning: await memory.learning() }, ports)) ?? 'again';
}

async function readBatch<Batch extends UnlinkedBatch>(
  batch: Batch,
  { known, learning, isOver = () => false }: Light,
  ports: IndexPorts<Batch>,
): Promise<ReadBatch<Batch> | undefined> {
  const read = known ? await linkBatch(batch, { knowledge: known, isOver }, ports) : { mentions: batch.articles.map(() => []), evidence: [] };
  if (!read) return undefined;
  const fresh = batch.articles.filter((_, at) => batch.isNew[at] === true);
  const learned = fresh.length === 0 ? { state: learning, changes: [] } : learn(learning, fresh, { isKnown: knowsName(known) });
  return { batch, known, ...read, learning: learned.state, changes: learned.changes };
}

/** What is to be read while this one is being stored, unless it would have to be read again with what this one brings. */
async function followingOf<Batch extends UnlinkedBatch>({ batch, changes }: ReadBatch<Batch>, { unlinked, isDue }: IndexPorts<Batch>): Promise<Batch | undefined> {
  return (await isDue?.(changes)) === true ? undefined : unlinked.after(batch);
}

/** A batch that is being read while the one before is being stored. */
interface Ahead<Batch> {
  readonly batch: Batch;
  readonly known: Knowledge;
  readonly reading: Promise<ReadBatch<Batch> | undefined>;
  /** Nobody waits for it any more. */
  stop(): void;
}

function readAhead<Batch extends UnlinkedBatch>(batch: Batch, light: Light & { readonly known: Knowledge }, ports: IndexPorts<Batch>): Ahead<Batch> {
  let isOver = false;
  const reading = readBatch(batch, { ...light, isOver: () => isOver }, ports);
  // Its failure is for whoever waits for it.
  reading.catch(() => undefined);
  return { batch, known: light.known, reading, stop: () => void (isOver = true) };
}

/** What was read ahead, with what is known now: the batch before may have changed that. */
async function wanted<Batch extends UnlinkedBatch>({ batch, known, reading, stop }: Ahead<Batch>, ports: IndexPorts<Batch>): Promise<ReadBatch<Batch> | 'again'> {
  const now = await ports.knowledge();
  if (now?.version === known.version) return (await reading) ?? 'again';
  stop();
  if (now?.base !== known.base) return 'again';
  return (await readBatch(batch, { known: now, learning: await ports.memory.learning() }, ports)) ?? 'again';
}

/** Quotes and stories, where it is time for them. */
async function gather<Batch extends UnlinkedBatch>({ batch, mentions }: ReadBatch<Batch>, { gathering }: IndexPorts<Batch>): Promise<Gathered | undefined> {
  if (!gathering || batch.isNext !== true) return undefined;
  try {
    return await gathering.gather(
      batch.articles.map((article, at) => ({ article, entities: (mentions[at] ?? []).map(({ entity }) => entity), hasStory: false })),
    );
  } catch (error) {
    gathering.forget();
    throw error;
  }
}

/** Who is quoted is one of those whom an article mentions: linked anew, it may be another. */
async function quotesAnew<Batch extends UnlinkedBatch>({ batch, mentions }: ReadBatch<Batch>, { gathering }: IndexPorts<Batch>): Promise<readonly GatheredQuote[] | undefined> {
  if (!gathering || batch.isGathered?.includes(true) !== true) return undefined;
  const linked = batch.articles.map((article, at) => ({ article, entities: (mentions[at] ?? []).map(({ entity }) => entity) }));
  return gathering.quotes(linked.filter((_, at) => batch.isGathered?.[at] === true));
}

async function store<Batch extends UnlinkedBatch>(
  { batch, known, mentions, evidence, learning, changes }: ReadBatch<Batch>,
  { gathered, quotes }: Pick<IndexedBatch, 'gathered' | 'quotes'>,
  { unlinked, gathering }: IndexPorts<Batch>,
): Promise<boolean> {
  let isStored = false;
  try {
    isStored = await unlinked.store(batch, { base: known?.base ?? 0, mentions, evidence, learning, changes, gathered, quotes });
    return isStored;
  } finally {
    if (!isStored && gathered) gathering?.forget();
  }
}
