import type { ChangeEvent } from 'react';
import { sentenceFor } from '../failure-sentences';
import { BadLineList } from './BadLineList';
import type { ImportState } from './use-import';

export interface ImportFormProps {
  readonly label: string;
  readonly state: ImportState;
  readonly countInWords: (items: number) => string;
  /** What the reader can expect after a success. */
  readonly next: string;
  /** What was read before it was stopped, or before a file broke off, stays. */
  readonly keepsParts?: boolean;
  readonly onFile: (file: File) => void;
  readonly onStop: () => void;
}

/** Choosing a file, watching it come in, and what came of it. */
export function ImportForm({ label, state, countInWords, next, keepsParts = false, onFile, onStop }: ImportFormProps) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file may be chosen again, after it was mended.
    event.target.value = '';
    if (file) onFile(file);
  };

  return (
    <div className="import">
      <label className="button primary file">
        <input className="heard" type="file" accept=".jsonl,.gz,.json,.txt" onChange={choose} />
        {label}
      </label>
      <div className="notice-line">
        <div role="status">
          {state.state === 'running' && (
            <p className="notice" data-tone="working">
              <span>{`Reading ${state.fileName}: ${countInWords(state.progress.items)} so far.`}</span>
              <progress aria-label={`Progress of ${state.fileName}`} value={state.progress.share} />
              <button type="button" className="button" onClick={onStop}>Stop</button>
            </p>
          )}
          {state.state === 'done' && (
            <p className="notice" data-tone="done">{`Imported ${state.report.title}: ${countInWords(state.report.items)}. ${next}`}</p>
          )}
        </div>
        <div role="alert">
          {state.state === 'failed' && <p className="notice" data-tone="failed">{failureOf(state, keepsParts)}</p>}
        </div>
      </div>
      {state.state === 'done' && state.report.badLines.total > 0 && (
        <BadLineList fileName={state.fileName} badLines={state.report.badLines} />
      )}
    </div>
  );
}

function failureOf({ fileName, failure }: Extract<ImportState, { state: 'failed' }>, keepsParts: boolean): string {
  const after = keepsParts ? 'What was read until then stays.' : 'Nothing was changed.';
  if (failure.kind === 'cancelled') return `Stopped reading ${fileName}. ${after}`;
  if (keepsParts && failure.detail?.endsWith('breaks off') === true) return `${fileName} cannot be used to its end: ${failure.detail}. ${after}`;
  const isAboutContent = failure.kind === 'not-a-pack' || failure.kind === 'not-coverage' || failure.kind === 'not-a-base';
  if (isAboutContent && failure.detail !== undefined) return `${fileName} cannot be used: ${failure.detail}. Nothing was changed.`;
  return `${fileName}: ${sentenceFor(failure)}`;
}
