import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../lib/errors/failure';
import type { ImportProgress, ImportReport, ImportRequest } from '../services';
import type { Outcome } from '../watch';

export type ImportState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly fileName: string; readonly progress: ImportProgress }
  | { readonly state: 'done'; readonly fileName: string; readonly report: ImportReport }
  | { readonly state: 'failed'; readonly fileName: string; readonly failure: Failure };

/** Runs one import at a time, which can be stopped. It goes on when the reader goes to another section. */
export function useImport(importFile: (request: ImportRequest) => Outcome<ImportReport>) {
  const [state, setState] = useState<ImportState>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  const away = useRef(new AbortController());
  useEffect(() => {
    const here = new AbortController();
    away.current = here;
    return () => here.abort();
  }, []);

  const start = async (file: File) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const fileName = file.name;
    const isCurrent = () => running.current === own;
    const onProgress = (progress: ImportProgress) => {
      if (isCurrent()) setState({ state: 'running', fileName, progress });
    };
    onProgress({ items: 0 });
    const imported = await importFile({ file, onProgress, signal: own.signal, away: away.current.signal });
    if (!isCurrent()) return;
    running.current = null;
    setState(
      imported.ok
        ? { state: 'done', fileName, report: imported.value }
        : { state: 'failed', fileName, failure: imported.failure },
    );
  };

  return { state, start, stop: () => running.current?.abort() };
}
