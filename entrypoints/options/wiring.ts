import type { Result } from '../../lib/errors/failure';
import { succeed } from '../../lib/errors/failure';
import type { Client } from '../../lib/messaging/client';
import type { BackgroundProtocol } from '../../lib/messaging/protocol';
import type { Database } from '../../lib/storage/database';
import { storageFailure } from '../../lib/storage/storage-failure';
import { watchQuery } from '../../lib/storage/watch-query';

export interface OptionsWiring {
  readonly database: Promise<Result<Database>>;
  readonly ask: Client<BackgroundProtocol>;
}

/** Watches what a query finds in a database that may still be opening, or cannot be opened. */
export function watchDatabase<T>(wiring: OptionsWiring, query: (database: Database) => Promise<T>) {
  return watchOpened<T>(wiring, (database, listener) => watchQuery(() => query(database), listener));
}

/** The same for other ways to watch it. */
export function watchOpened<T>({ database }: OptionsWiring, watch: (database: Database, listener: (current: Result<T>) => void) => () => void) {
  return (listener: (current: Result<T>) => void): (() => void) => {
    let stop: (() => void) | undefined;
    let isOver = false;
    void database.then((opened) => {
      if (isOver) return;
      if (opened.ok) stop = watch(opened.value, listener);
      else listener(opened);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  };
}

/** Does something with the database, and turns what goes wrong into what the reader is told. */
export async function inDatabase<T>({ database }: OptionsWiring, use: (database: Database) => Promise<T>): Promise<Result<T>> {
  const opened = await database;
  if (!opened.ok) return opened;
  try {
    return succeed(await use(opened.value));
  } catch (error) {
    return { ok: false, failure: storageFailure(error) };
  }
}
