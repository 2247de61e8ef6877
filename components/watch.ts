import type { Result } from '../lib/errors/failure';

/** Tells the listener what there is now and after every change, until the function that is returned is called. */
export type Watch<T> = (listener: (current: Result<T>) => void) => () => void;

/** What came of something that the reader asked for. */
export type Outcome<T = undefined> = Promise<Result<T>>;
