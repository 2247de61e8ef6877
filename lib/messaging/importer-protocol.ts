import type { Result } from '../errors/failure';

/*
 * What the options page and its importing worker say to each other. Both are one build of ours and nobody else can reach
 * the channel between them, so nothing is parsed.
 */

/** Page: begin this import; in another worker: run it, or go on with it; then perhaps: stop. */
export type ImporterRequest = { readonly say: 'begin' | 'run'; readonly job: string } | { readonly say: 'stop' };

export interface ImporterProgress {
  /** From 0 to 1; absent where the file's size is not known. */
  readonly share?: number;
  readonly items: number;
}

export interface ImporterReport {
  readonly title: string;
  readonly items: number;
  readonly badLines: { readonly total: number; readonly listed: readonly { readonly line: number; readonly reason: string }[] };
  /** Of a restored base, as they were stored there. */
  readonly settings?: unknown;
}

export type ImporterReply =
  | { readonly say: 'progress'; readonly progress: ImporterProgress }
  | { readonly say: 'begun' }
  | { readonly say: 'over'; readonly result: Result<ImporterReport> };
