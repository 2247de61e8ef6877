import browser from 'webextension-polyfill';
import { fail, succeed, type Result } from '../errors/failure';
import type { Client } from '../messaging/client';
import type { BackgroundProtocol } from '../messaging/protocol';
import type { BaseState } from '../services/keep-safe';
import { fullDiskKey, isDiskFull } from './full-disk';
import { isPrivateWindow } from './private-window';
import { noteKey } from './second-copy';

/** What the background finds of the knowledge base: now, when the reader comes back, and after something was done about it. */
export function createBaseService(ask: Client<BackgroundProtocol>) {
  return {
    watch(listener: (state: Result<BaseState>) => void): () => void {
      let asked = 0;
      const look = async (): Promise<void> => {
        const own = ++asked;
        const [reply, isFull] = await Promise.all([ask('storage-state', {}), isDiskFull()]);
        if (own !== asked) return;
        if (reply.state === 'failed') listener({ ok: false, failure: reply.failure });
        else listener(succeed(reply.state === 'ready' ? { ...reply, isFull } : reply));
      };
      const onChanged = (changes: Record<string, unknown>) => {
        if (noteKey in changes || fullDiskKey in changes) void look();
      };
      const onVisible = () => {
        if (!document.hidden) void look();
      };
      browser.storage.local.onChanged.addListener(onChanged);
      browser.storage.session.onChanged.addListener(onChanged);
      document.addEventListener('visibilitychange', onVisible);
      void look();
      return () => {
        asked++;
        browser.storage.local.onChanged.removeListener(onChanged);
        browser.storage.session.onChanged.removeListener(onChanged);
        document.removeEventListener('visibilitychange', onVisible);
      };
    },
  };
}

/** The same for a page that opens the database itself, which in a private window is not the reader's. */
export function createOwnBaseService(ask: Client<BackgroundProtocol>) {
  if (!isPrivateWindow()) return createBaseService(ask);
  return {
    watch(listener: (state: Result<BaseState>) => void): () => void {
      listener(fail('database-private'));
      return () => undefined;
    },
  };
}
