import type { Result } from '../errors/failure';
import type { Sender } from '../messaging/transport';
import type { Settings } from '../settings/settings';
import type { Installed } from '../services/greet-reader';
import type { ReadPage } from '../services/read-article';
import type { MenuChoice, MenuClick } from './context-menu';

/*
 * The background is two scripts in one world. What pages wait for is in the one that the browser runs whenever it wakes
 * the background; the other, four times as large, is brought in when something is to be done that only it can do.
 */

/** What the browser tells the background beside messages. */
export type BackgroundEvent =
  | { readonly kind: 'alarm'; readonly name: string }
  | { readonly kind: 'browser-started' }
  | { readonly kind: 'installed'; readonly installed: Installed }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }
  | { readonly kind: 'permissions-changed' }
  | { readonly kind: 'menu'; readonly choice: MenuChoice; readonly click: MenuClick }
  /** A page was annotated whose article may be kept. */
  | { readonly kind: 'page-read'; readonly page: ReadPage }
  /** What is known does not open. Over when it was compiled anew. */
  | { readonly kind: 'knowledge-damaged' };

export interface BackgroundWork {
  /** As a router does. */
  answer(message: unknown, sender: Sender): Promise<unknown> | undefined;
  handle(event: BackgroundEvent): Promise<void>;
  /** Makes the database or brings its schema up to date, for who only reads it. */
  prepare(): Promise<Result<undefined>>;
}

type Start<Ports> = (ports: Ports) => BackgroundWork;

const slotKey: unique symbol = Symbol.for('sidelight.work') as never;
const slot = globalThis as { [slotKey]?: Start<never> };
const file = 'work.js';

/** Of a worker's scope, which the types of a page do not know. */
interface WorkerScope {
  importScripts?: (...files: readonly string[]) => void;
  addEventListener(type: 'install', listener: () => void): void;
}

/** Leaves what the other script finds. */
export function putWork(start: Start<never>): void {
  slot[slotKey] = start;
}

/**
 * Starts the work once, when it is first asked for. Call this while the background's script is first run: a service
 * worker may later bring in only what it brought in while it was installed.
 *
 * @param ports what the start that is put takes
 */
export function workOnDemand(ports: unknown): () => Promise<BackgroundWork> {
  const scope = globalThis as unknown as WorkerScope;
  let started: Promise<BackgroundWork> | undefined;
  if (scope.importScripts) scope.addEventListener('install', () => scope.importScripts?.(file));

  async function start(): Promise<BackgroundWork> {
    if (!slot[slotKey]) await bringIn(scope);
    const found = slot[slotKey] as Start<unknown> | undefined;
    if (!found) throw new Error(`${file} has left nothing`);
    return found(ports);
  }

  return () =>
    (started ??= start().catch((error: unknown) => {
      started = undefined;
      throw error;
    }));
}

/** Into a worker at once, into Firefox's page of the background as a script element. */
function bringIn({ importScripts }: WorkerScope): Promise<void> {
  if (importScripts) {
    importScripts(file);
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${file} could not be read`));
    document.head.append(script);
  });
}
