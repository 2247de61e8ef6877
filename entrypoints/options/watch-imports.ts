import type { ListedImport } from '../../components/services';
import type { Watch } from '../../components/watch';
import { succeed, type Result } from '../../lib/errors/failure';
import { isHeld } from '../../lib/storage/alone';
import { importLock } from '../../lib/storage/import-jobs';
import type { JobRow } from '../../lib/storage/rows';
import { watchDatabase, type OptionsWiring } from './wiring';

/** Whoever dies lets go of the lock and says nothing, so that it is looked at again. */
const lookAgainMs = 2_000;

/** What is being imported or was left behind, without what `isShown` elsewhere on this page. */
export function watchImports(wiring: OptionsWiring, isShown: (id: string) => boolean): Watch<readonly ListedImport[]> {
  const watchJobs = watchDatabase(wiring, ({ jobs }) => jobs.toArray());
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    const look = async (found: Result<readonly JobRow[]>): Promise<void> => {
      const own = ++turn;
      clearTimeout(timer);
      if (!found.ok) {
        listener(found);
        return;
      }
      const others = found.value.filter(({ id }) => !isShown(id));
      const listed = await Promise.all(
        others.map(async ({ id, kind, title, items }) => ({ id, kind, title, items, isRunning: await isHeld(importLock(id)) })),
      );
      if (own !== turn) return;
      listener(succeed(listed));
      if (found.value.length > 0) timer = setTimeout(() => void look(found), lookAgainMs);
    };
    const stop = watchJobs((found) => void look(found));
    return () => {
      turn++;
      clearTimeout(timer);
      stop();
    };
  };
}
