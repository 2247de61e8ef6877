import type { Correction } from '../model/correction';
import type { Database } from './database';

export interface CorrectionRepository {
  list(): Promise<Correction[]>;
}

export function createCorrectionRepository(database: Database): CorrectionRepository {
  return { list: () => database.corrections.toArray() };
}
