import type { LostBaseService } from '../../components/services';
import { succeed } from '../../lib/errors/failure';
import { createOwnBaseService } from '../../lib/platform/base-service';
import { deleteDatabase } from '../../lib/storage/open-database';
import type { OptionsWiring } from './wiring';

export function createLostBaseService({ ask }: OptionsWiring): LostBaseService {
  return {
    ...createOwnBaseService(ask),

    async restore() {
      const reply = await ask('restore-lost', {});
      return reply.state === 'restored' ? succeed(reply.kept) : { ok: false, failure: reply.failure };
    },

    async startFresh() {
      const reply = await ask('start-fresh', {});
      return reply.state === 'done' ? succeed(undefined) : { ok: false, failure: reply.failure };
    },

    async beginAnew() {
      const deleted = await deleteDatabase();
      if (deleted.ok) location.reload();
      return deleted;
    },

    tryAgain: () => location.reload(),
  };
}
