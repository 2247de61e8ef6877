import type { Correction } from '../model/correction';
import { reading } from './native-base';

/** What the reader said of names, oldest first. */
export function readCorrections(database: IDBDatabase): Promise<Correction[]> {
  return reading(database, 'corrections').corrections.all();
}
