import { useState } from 'react';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { articlesInWords } from './count-words';
import { ImportForm } from './ImportForm';
import { useImport } from './use-import';

export function CoverageFiles() {
  const { knowledge, locales } = useOptionsServices();
  const { state, start, stop } = useImport(knowledge.importCoverage);
  const { notice, tell, tellFailure } = useNotice();
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    const own = new AbortController();
    const tellSoFar = (items: number) =>
      tell({
        tone: 'working',
        text: `Gathering your articles: ${items.toLocaleString([...locales])} so far.`,
        action: { label: 'Stop', onPress: () => own.abort() },
      });
    setSaving(true);
    tellSoFar(0);
    const saved = await knowledge.saveCoverage({ onProgress: ({ items }) => tellSoFar(items), signal: own.signal });
    setSaving(false);
    if (saved.ok) tell({ tone: 'done', text: `Saved ${saved.value.fileName} with ${articlesInWords(saved.value.articles, locales)}. Your browser has put it where its downloads are.` });
    else if (saved.failure.kind === 'cancelled') tell({ tone: 'done', text: 'Stopped. Nothing was saved.' });
    else tellFailure(saved.failure);
  };

  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <p className="lead">Articles from a file, such as an archive of an outlet. They appear on cards beside what your sources bring.</p>
      <ImportForm
        label="Import a coverage file"
        state={state}
        countInWords={(items) => articlesInWords(items, locales)}
        next="They are linked to the names you know now."
        onFile={(file) => void start(file)}
        onStop={stop}
      />
      <p className="note">Your articles as such a file, from all your sources, for another browser or other programs.</p>
      <p className="buttons">
        <button type="button" className="button" disabled={isSaving} onClick={() => void save()}>Save your articles</button>
      </p>
      <NoticeLine notice={notice} />
    </section>
  );
}
