import type { ImportRequest, KnowledgeService } from '../../components/services';
import type { Result } from '../../lib/errors/failure';
import { succeed } from '../../lib/errors/failure';
import type { Database } from '../../lib/storage/database';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { createPackRepository } from '../../lib/storage/packs';
import type { ImportFile, ImportOptions } from '../../lib/storage/read-file';
import { inDatabase, watchDatabase } from './wiring';
import type { OptionsWiring } from './wiring';

export function createKnowledgeService(wiring: OptionsWiring): KnowledgeService {
  /** The background links articles anew. That may take long, and nobody needs to wait for it. */
  function tellBackground(): void {
    void wiring.ask('knowledge-changed', {});
  }

  async function importFile<T>(
    { file, onProgress, signal }: ImportRequest,
    run: (database: Database, input: ImportFile, options: ImportOptions) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const opened = await wiring.database;
    if (!opened.ok) return opened;
    const imported = await run(opened.value, { stream: file.stream(), size: file.size }, { onProgress, signal, now });
    if (imported.ok) tellBackground();
    return imported;
  }

  return {
    watch: watchDatabase(wiring, (database) => createPackRepository(database).list()),

    async importPack(request) {
      const imported = await importFile(request, importPack);
      if (!imported.ok) return imported;
      const { title, entities, badLines } = imported.value;
      return succeed({ title, items: entities, badLines });
    },

    async importCoverage(request) {
      const imported = await importFile(request, importCoverage);
      if (!imported.ok) return imported;
      const { articles, badLines } = imported.value;
      return succeed({ title: request.file.name, items: articles, badLines });
    },

    removePack: (key) =>
      inDatabase(wiring, async (database) => {
        await createPackRepository(database).remove(key, now());
        tellBackground();
        return undefined;
      }),

    restorePack: (key) =>
      inDatabase(wiring, async (database) => {
        const isBack = await createPackRepository(database).restore(key, now());
        tellBackground();
        return isBack;
      }),
  };
}

function now(): string {
  return new Date().toISOString();
}
