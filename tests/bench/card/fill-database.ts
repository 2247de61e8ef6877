import type { Page } from 'puppeteer-core';
import { articleKey } from '../../../lib/storage/article-key';
import { EvidenceTable, evidenceDelta } from '../../../lib/storage/evidence-table';
import type { ArticleRow, ArticleTextRow, QuoteRow } from '../../../lib/storage/rows';
import { makeArticles, type MadeArticle } from '../coverage/articles';

export interface Filling {
  readonly count: number;
  /** Id of the entity that one article in thirty names. */
  readonly subject: string;
  /** Entities that some of these name as well. */
  readonly others: readonly string[];
}

const everyNth = 30;
const rowsAtOnce = 2_000;
/** Beyond the numbers of what is stored already. */
const firstNumber = 10_000;
/** Of the subject: as many as a card looks through. */
const mostQuotes = 120;

/**
 * Puts articles into the knowledge base as they stand there when they have been linked and gathered, past all of that work:
 * it is not what is measured.
 */
export async function fillDatabase(options: Page, filling: Filling): Promise<void> {
  const base = await options.evaluate(knowledgeBase);
  let articles: ArticleRow[] = [];
  let texts: ArticleTextRow[] = [];
  let quotes: Omit<QuoteRow, 'number'>[] = [];
  let last = firstNumber;
  let quoted = 0;
  const evidence = EvidenceTable.empty();
  const flush = async (): Promise<void> => {
    evidence.add(evidenceDelta(articles.map(({ entities }) => ({ names: [], entities }))));
    await options.evaluate(putRows, JSON.stringify({ articles, articleTexts: texts, quotes, states: [{ name: 'articles', count: last }, { name: 'gathered', count: last }] }));
    [articles, texts, quotes] = [[], [], []];
  };
  for (const made of makeArticles(filling.count)) {
    last++;
    const row = rowOf(made, { number: last, base, filling });
    articles.push(row);
    if (row.entities.includes(filling.subject)) {
      texts.push({ article: row.id, text: made.article.text });
      if (quoted++ < mostQuotes) quotes.push(quoteIn(row, filling.subject));
    }
    if (articles.length >= rowsAtOnce) await flush();
  }
  await flush();
  await options.evaluate(putEvidence, base, Buffer.from(evidence.bytes).toString('base64'));
}

function rowOf({ article, entities }: MadeArticle, { number, base, filling: { subject, others } }: { number: number; base: number; filling: Filling }): ArticleRow {
  const { url, title, outlet, published, text } = article;
  const named = number % everyNth === 0 ? [subject, ...others.filter((_, at) => (number / everyNth) % (at + 2) === 0)] : [...entities];
  return {
    id: url, url, title, outlet, published, number, key: articleKey({ published, number }),
    origins: ['file:1'], guids: [], revision: 1, linked: base, counted: base,
    entities: named,
    mentions: named.map((entity) => ({ entity, count: 1, confidence: 1, inTitle: false })),
    size: title.length + text.length,
  };
}

function quoteIn({ id, published = '', outlet, url, title }: ArticleRow, speaker: string): Omit<QuoteRow, 'number'> {
  return { article: id, speaker, said: published, text: `I have said as much before, and say it again about ${title}.`, attributed: speaker, outlet, url, title };
}

function knowledgeBase(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => reject(new Error('The knowledge base could not be opened.'));
    opening.onsuccess = () => {
      const asked = opening.result.transaction('knowledge').objectStore('knowledge').get('current');
      asked.onsuccess = () => {
        opening.result.close();
        resolve((asked.result as { base: number }).base);
      };
    };
  });
}

/** In place of what was counted of the articles that were there. */
function putEvidence(base: number, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => reject(new Error('The knowledge base could not be opened.'));
    opening.onsuccess = () => {
      const putting = opening.result.transaction('evidence', 'readwrite');
      putting.objectStore('evidence').clear();
      putting.objectStore('evidence').add({ kind: 'table', base, bytes });
      putting.onerror = () => reject(new Error('What was counted could not be put there.'));
      putting.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

function putRows(json: string): Promise<void> {
  const tables = JSON.parse(json) as Record<string, object[]>;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => reject(new Error('The knowledge base could not be opened.'));
    opening.onsuccess = () => {
      const putting = opening.result.transaction(Object.keys(tables), 'readwrite');
      for (const [table, rows] of Object.entries(tables)) for (const row of rows) putting.objectStore(table).put(row);
      putting.onerror = () => reject(new Error('The articles could not be put there.'));
      putting.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
