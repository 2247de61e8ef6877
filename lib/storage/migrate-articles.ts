import type { Transaction } from 'dexie';
import { articleKey } from './article-key';

/** Of the rows of version 1, what this step reads. */
interface OldRow {
  readonly key: string;
  readonly published?: string;
  readonly title: string;
  readonly summary?: string;
}

const rowsAtOnce = 500;

/** Version 2: articles get numbers, in the order of time, and keys made of them; knowledge tells its base. */
export async function numberArticles(transaction: Transaction): Promise<void> {
  const articles = transaction.table<OldRow>('articles');
  let last = 0;
  let characters = 0;
  for (;;) {
    // Keys that are numbers stand before all that are texts, so what is done is not seen again.
    const rows = await articles.where('key').aboveOrEqual('').limit(rowsAtOnce).toArray();
    if (rows.length === 0) break;
    await articles.bulkDelete(rows.map(({ key }) => key));
    const numbered = rows.map((row) => {
      const number = ++last;
      const size = row.title.length + (row.summary?.length ?? 0);
      characters += size;
      return { ...row, number, key: articleKey({ published: row.published, number }), counted: 0, size };
    });
    await transaction.table('articles').bulkAdd(numbered);
  }
  await transaction.table('states').bulkPut([{ name: 'articles', count: last }, { name: 'characters', count: characters }]);
  await transaction.table<{ version: number }>('knowledge').toCollection().modify((row) => {
    Object.assign(row, { base: row.version, overlay: 0 });
  });
}
