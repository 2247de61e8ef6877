import type { LearningChange } from '../discovery/changes';
import type { LearningState } from '../discovery/learning-state';
import type { Matches } from '../gazetteer/match';
import type { CandidateFacts } from '../linking/candidate-facts';
import type { CoverageEvidence } from '../linking/coverage-evidence';
import type { Article } from '../model/article';
import type { Correction } from '../model/correction';
import type { Gathered, GatheredQuote, LinkedArticle, UngatheredArticle } from './gather-articles';

/** What is known at one moment. */
export interface Knowledge {
  /** Grows with every change of what is known. */
  readonly version: number;
  /** The version at which packs last changed: what was linked with an older one is to be linked anew. */
  readonly base: number;
  spot(text: string): Matches;
  /** Facts by number, links left out or not; undefined when newer knowledge has taken the place of this. */
  entities(numbers: Iterable<number>): Promise<CandidateFacts | undefined>;
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
  /** Of each of them: whether its quotes were found before, by the links that it had then. */
  readonly isGathered?: readonly boolean[];
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
  /** Of those whose quotes were found before. */
  readonly quotes?: readonly GatheredQuote[];
}

/** Articles that are not linked with this base of knowledge yet. A batch goes back whole or not at all. */
export interface UnlinkedArticles<Batch extends UnlinkedBatch> {
  take(base: number): Promise<Batch | undefined>;
  /** What comes next when this one will be stored, where that can be told before it is. */
  after(batch: Batch): Promise<Batch | undefined>;
  /**
   * What has changed since it was taken stays unlinked. False where nothing was stored, because somebody else has
   * indexed meanwhile: what the batch was linked and learned with is old by now. From when it is called, `IndexMemory`
   * gives evidence of this batch too.
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
  /** Of what `knowledge` would give; 0 while nothing is. A million names are not opened to find that nothing is to be linked. */
  readonly base: () => Promise<number>;
  /** What is known now, what was learned sooner or later included. Undefined while nothing is. */
  readonly knowledge: () => Promise<Knowledge | undefined>;
  /** Whether what is known will be brought up to date once these changes are stored, so that linking ahead would be in vain. */
  readonly isDue?: (changes: readonly LearningChange[]) => Promise<boolean>;
  readonly corrections: () => Promise<readonly Correction[]>;
  /** Quotes and stories of articles that are next, to be stored with them: rows that are written twice take twice as long. */
  readonly gathering?: {
    gather(articles: readonly UngatheredArticle[]): Promise<Gathered>;
    quotes(articles: readonly LinkedArticle[]): Promise<readonly GatheredQuote[]>;
    /** They were not stored. */
    forget(): void;
  };
  /** Lets waiting requests be answered; called every few articles. */
  readonly pause: () => Promise<void>;
}
