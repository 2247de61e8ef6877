import type { ImportRequest, KnowledgeService } from '../../components/services';
import type { Outcome } from '../../components/watch';
import type { ImporterReport } from '../../lib/messaging/importer-protocol';
import { createSettingsStore } from '../../lib/platform/settings-store';
import { keepFirst } from '../../lib/platform/storage-use';
import { alone } from '../../lib/storage/alone';
import { giveUpImport, keepImport, type NewImport } from '../../lib/storage/import-jobs';
import { createPackRepository } from '../../lib/storage/packs';
import { coverageSize } from '../../lib/storage/retention';
import { runInWorker } from './run-in-worker';
import { saveCoverage } from './save-coverage';
import { saveEverything } from './save-everything';
import { watchImports } from './watch-imports';
import { inDatabase, watchDatabase } from './wiring';
import type { OptionsWiring } from './wiring';

export function createKnowledgeService(wiring: OptionsWiring): KnowledgeService {
  /** The background links articles anew. That may take long, and nobody needs to wait for it. */
  function tellBackground(): void {
    void wiring.ask('knowledge-changed', {});
  }

  /** Those that a form of this page shows. */
  const shown = new Set<string>();
  const running = new Map<string, AbortController>();

  async function run(id: string, onProgress: ImportRequest['onProgress'], signal: AbortSignal): Outcome<ImporterReport> {
    const own = new AbortController();
    running.set(id, own);
    const imported = await runInWorker({ job: id, onProgress, signal: AbortSignal.any([signal, own.signal]) });
    running.delete(id);
    if (!imported.ok) return imported;
    if (imported.value.settings !== undefined) await createSettingsStore().restore(imported.value.settings);
    tellBackground();
    await keepFirst();
    return imported;
  }

  async function importFile(kind: NewImport['kind'], { file, onProgress, signal, away }: ImportRequest): Outcome<ImporterReport> {
    const opened = await wiring.database;
    if (!opened.ok) return opened;
    const id = crypto.randomUUID();
    shown.add(id);
    away.addEventListener('abort', () => shown.delete(id));
    const kept = await keepImport(opened.value, { id, kind, title: file.name, file }, now());
    return kept.ok ? run(id, onProgress, signal) : kept;
  }

  return {
    watch: watchDatabase(wiring, (database) => createPackRepository(database).list()),

    watchCoverage: watchDatabase(wiring, coverageSize),
    watchImports: watchImports(wiring, (id) => shown.has(id)),

    goOn: (id) => run(id, () => undefined, new AbortController().signal),

    giveUp(id) {
      running.get(id)?.abort();
      return inDatabase(wiring, async (database) => {
        await giveUpImport(database, id, alone);
        return undefined;
      });
    },

    importPack: (request) => importFile('pack', request),
    importCoverage: (request) => importFile('coverage', request),

    async saveCoverage(request) {
      const opened = await wiring.database;
      return opened.ok ? saveCoverage(opened.value, request) : opened;
    },

    async saveEverything() {
      const opened = await wiring.database;
      return opened.ok ? saveEverything(opened.value) : opened;
    },

    restoreEverything: (request) => importFile('everything', request),

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
