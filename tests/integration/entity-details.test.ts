// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import type { Database } from '../../lib/storage/database';
import { readEntityDetails, type EntityDetails } from '../../lib/storage/entity-details';
import { saveChanges } from '../../lib/storage/entity-edits';
import { importPack } from '../../lib/storage/import-pack';
import { updateOverlay } from '../../lib/storage/update-overlay';
import { watchQuery } from '../../lib/storage/watch-query';
import { reopen, useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';
import { listen } from '../support/listen';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: ['Lindqvist'] };
const bruno = { id: 'bruno', name: 'Bruno Castell', kind: 'person', aliases: [] };

/** What the page of an entity shows, and the background, which changes it. */
async function watchAda() {
  await importPack(database(), asFile(packLines('people', [ada, bruno])), { now });
  const background = await reopen();
  const page = listen<EntityDetails | undefined>((listener) => watchQuery(() => readEntityDetails(database(), 'ada'), listener));
  const shows = (isShown: (details: EntityDetails) => boolean) => page.until((found) => found.ok && found.value !== undefined && isShown(found.value));
  await shows(({ entity }) => entity.name === 'Ada Lindqvist');
  const change = async (...changes: KnowledgeChange[]) => {
    expect(await saveChanges(background, changes, now())).toMatchObject({ ok: true });
    await updateOverlay(background);
  };
  return {
    background,
    shows,
    change,
    over() {
      page.stop();
      background.close();
    },
  };
}

function report(background: Database, number: number): Promise<unknown> {
  const url = `https://gazette.test/${number}`;
  const article = { id: url, url, title: `Report ${number}`, outlet: 'Gazette', published: '2019-05-01T00:00:00Z' };
  const links = { base: 1, mentions: [{ entity: 'ada', count: 1, confidence: 1, inTitle: false }] };
  return background.transaction('rw', articleTables(background), () => upsertArticles(background, [{ article, origin: 'source:s', links }]));
}

describe('readEntityDetails, watched', () => {
  it('follows the articles that the background brings, and what is said of them', async () => {
    const { background, shows, change, over } = await watchAda();
    await report(background, 1);
    await shows(({ articles, newest, months }) => articles === 1 && newest[0]?.title === 'Report 1' && months[0]?.month === '2019-05');
    await report(background, 2);
    await shows(({ articles }) => articles === 2);
    await change({ does: 'keep', article: 'https://gazette.test/1', isKept: true });
    await shows(({ newest }) => newest.some(({ isKept }) => isKept));
    over();
  });

  it.each<[string, KnowledgeChange, (details: EntityDetails) => boolean]>([
    ['whom the reader follows', { does: 'attend', entity: 'ada', as: 'followed' }, ({ edit }) => edit?.followed === 1],
    ['another name', { does: 'name', entity: 'ada', name: 'Ada Berg' }, ({ entity }) => entity.name === 'Ada Berg'],
    ['who was merged', { does: 'merge', entity: 'bruno', into: 'ada' }, ({ members }) => members[0]?.name === 'Bruno Castell'],
    ['what a name is said to mean', { does: 'correct', correction: { text: 'Lindqvist', not: 'ada' } }, ({ corrections }) => corrections.length === 1],
  ])('follows %s', async (_, said, isShown) => {
    const { shows, change, over } = await watchAda();
    await change(said);
    await shows(isShown);
    over();
  });

  it('follows packs', async () => {
    const { background, shows, over } = await watchAda();
    await importPack(background, asFile(packLines('people', [{ ...ada, aliases: ['Countess Ada'] }])), { now });
    await shows(({ entity }) => entity.aliases.includes('Countess Ada'));
    over();
  });
});
