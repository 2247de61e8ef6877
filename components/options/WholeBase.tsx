import { useState } from 'react';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { ImportForm } from './ImportForm';
import { useImport } from './use-import';

/** Everything as one file: to keep, or to go on with in another browser. */
export function WholeBase() {
  const { knowledge, locales } = useOptionsServices();
  const { state, start, stop } = useImport(knowledge.restoreEverything);
  const { notice, tell, tellFailure } = useNotice();
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    tell({ tone: 'working', text: 'Gathering everything…' });
    const saved = await knowledge.saveEverything();
    setSaving(false);
    if (saved.ok) tell({ tone: 'done', text: `Saved ${saved.value.fileName}. Your browser has put it where its downloads are.` });
    else tellFailure(saved.failure);
  };

  return (
    <section aria-labelledby="everything">
      <h2 id="everything">Everything</h2>
      <p className="lead">
        Your sources, packs, articles, corrections and settings as one file. Restoring it brings them into another browser,
        and changes nothing that is there already.
      </p>
      <p className="buttons">
        <button type="button" className="button" disabled={isSaving} onClick={() => void save()}>Save everything</button>
      </p>
      <NoticeLine notice={notice} />
      <ImportForm
        label="Restore from a saved file"
        state={state}
        countInWords={(items) => `${items.toLocaleString([...locales])} ${items === 1 ? 'line' : 'lines'}`}
        next="Everything in it is there."
        keepsParts
        onFile={(file) => void start(file)}
        onStop={stop}
      />
    </section>
  );
}
