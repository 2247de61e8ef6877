import { useState } from 'react';
import { sentenceFor } from '../failure-sentences';
import { usePanelServices } from '../services-context';
import type { ReportPage } from './panel-services';

/** Keeps a report, however old it becomes, or lets it go with the oldest again. */
export function KeepReport({ id, title, isKept = false }: Pick<ReportPage['items'][number], 'id' | 'title' | 'isKept'>) {
  const { panel } = usePanelServices();
  const [isNowKept, setNowKept] = useState(isKept);
  const [problem, setProblem] = useState<string | null>(null);
  const turn = async () => {
    const made = await panel.change([{ does: 'keep', article: id, isKept: !isNowKept }]);
    if (made.ok) setNowKept(!isNowKept);
    setProblem(made.ok ? null : sentenceFor(made.failure));
  };
  return (
    <>
      <button type="button" className="quiet apart" aria-pressed={isNowKept} aria-label={`Keep: ${title}`} title="It stays, however old it becomes" onClick={() => void turn()}>
        {isNowKept ? 'Kept' : 'Keep'}
      </button>
      {problem !== null && <p className="meta" role="alert">{problem}</p>}
    </>
  );
}
