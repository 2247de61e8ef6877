import type { Article } from '../model/article';
import { articleNames } from './article-names';
import { articleTopics } from './article-topics';
import { countName, countTopic } from './count-article';
import { fingerprints } from './fingerprint';
import { forgetCounts, forgetOldest, forgetRecords } from './forget';
import { limits, type LearningState, type NameRecord, type TopicRecord } from './learning-state';
import { longestWord } from './longest-word';
import { readArticle, type Block } from './read-article';
import { variantKey } from './spelling-variants';

/** Which names and topics an article had. */
export interface Touched {
  readonly names: Iterable<string>;
  readonly topics: Iterable<string>;
}

/** A state that is being worked on. It copies the maps of the state it is made from, not what they hold. */
export class Tallies {
  readonly names: Map<string, NameRecord>;
  readonly topics: Map<string, TopicRecord>;
  readonly outlets: string[];
  articles: number;
  private readonly seen: Set<number>;
  private readonly lowerCounts: Map<string, number>;
  private readonly capitalCounts: Map<string, number>;
  private people: Map<string, readonly string[]>;

  constructor(state: LearningState) {
    this.names = new Map(state.names);
    this.topics = new Map(state.topics);
    this.outlets = [...state.outlets];
    this.articles = state.articles;
    this.seen = new Set(state.seen);
    this.lowerCounts = new Map(state.lower);
    this.capitalCounts = new Map(state.capital);
    this.people = new Map(state.people);
  }

  state(): LearningState {
    const { articles, outlets, seen, names, topics, lowerCounts: lower, capitalCounts: capital, people } = this;
    return { version: 1, articles, outlets, seen, names, topics, lower, capital, people };
  }

  /** Counts an article, once. What it does not say in sentences is not counted. */
  add(article: Article): Touched | undefined {
    const prints = fingerprints(article);
    if (prints.some((print) => this.seen.has(print))) return undefined;
    for (const print of prints) this.seen.add(print);
    const blocks = readArticle(article);
    if (blocks === undefined) return undefined;
    this.articles += 1;
    const arrival = { tick: this.articles, id: article.id, outlet: this.outletNumber(article.outlet) };
    const names = articleNames(blocks, (word) => this.isPlain(word));
    const topics = articleTopics(blocks);
    this.countWords(blocks);
    for (const name of names.values()) {
      // A single word that only begins sentences may be any word.
      if (name.firm || name.key.includes(' ')) this.names.set(name.key, countName(this.names.get(name.key), name, arrival));
    }
    for (const topic of topics.values()) {
      const record = this.topics.get(topic.key);
      // What no article repeats becomes no topic; leaving it out keeps a hundred times fewer.
      if (record !== undefined || topic.mentions > 1) this.topics.set(topic.key, countTopic(record, topic, arrival));
    }
    return { names: names.keys(), topics: topics.keys() };
  }

  /** Afterwards, so that an article's own names are not forgotten before they were looked at. */
  age(): void {
    if (forgetRecords(this.names, limits.names)) this.forgetPeople();
    forgetRecords(this.topics, limits.topics);
    forgetCounts(this.lowerCounts, limits.words);
    forgetCounts(this.capitalCounts, limits.words);
    forgetOldest(this.seen, limits.seen);
  }

  lower(word: string): number {
    return this.lowerCounts.get(word) ?? 0;
  }

  /** People's names that may be variants of this one. */
  alike(key: string): readonly string[] {
    return this.people.get(variantKey(key)) ?? [];
  }

  addPerson(key: string): void {
    this.people.set(variantKey(key), [...this.alike(key), key]);
  }

  outletNames(numbers: readonly number[]): string[] {
    return numbers.map((number) => this.outlets[number] ?? '');
  }

  /** The last number stands for all outlets beyond the limit: they count as one. */
  private outletNumber(outlet: string): number {
    const at = this.outlets.indexOf(outlet);
    if (at >= 0) return at;
    if (this.outlets.length < limits.outlets) this.outlets.push(outlet);
    return this.outlets.length - 1;
  }

  private isPlain(word: string): boolean {
    const lower = this.lower(word);
    return lower > 0 && lower > 2 * (this.capitalCounts.get(word) ?? 0);
  }

  private countWords(blocks: readonly Block[]): void {
    const lower = new Set<string>();
    const capital = new Set<string>();
    for (const { words, titled } of blocks) {
      for (const { key, shape, opens } of words) {
        if (key.length > longestWord) continue;
        if (shape === 'lower') lower.add(key);
        else if (shape === 'capital' && !opens && !titled) capital.add(key);
      }
    }
    for (const key of lower) this.lowerCounts.set(key, (this.lowerCounts.get(key) ?? 0) + 1);
    for (const key of capital) this.capitalCounts.set(key, (this.capitalCounts.get(key) ?? 0) + 1);
  }

  private forgetPeople(): void {
    const left = [...this.people].map(([sound, keys]): [string, string[]] => [sound, keys.filter((key) => this.names.has(key))]);
    this.people = new Map(left.filter(([, keys]) => keys.length > 0));
  }
}
