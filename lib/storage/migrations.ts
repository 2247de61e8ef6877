/** One step of the schema. Steps are only ever added: a reader may come from any of them. */
interface Migration {
  readonly version: number;
  readonly why: string;
  /** As Dexie writes a schema: the primary key, then the indexes; `*` one entry for each item, `++` counted up. */
  readonly stores: Readonly<Record<string, string>>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    why: 'The first whole path: sources, their articles, packs, and what is known from them.',
    stores: {
      sources: 'id, &url',
      sourceStates: 'sourceId',
      articles: 'key, &id, *entities, *origins, *guids, linked',
      articleTexts: 'article',
      packs: '++key',
      entityPages: '++number, pack',
      knowledge: 'name',
      knowledgeParts: 'name',
      coverageFiles: '++key, state',
      stagedPages: '++number, file',
      corrections: '++number',
    },
  },
];

export const newestVersion = Math.max(...migrations.map(({ version }) => version));
