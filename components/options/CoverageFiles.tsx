import { useOptionsServices } from '../services-context';
import { articlesInWords } from './count-words';
import { ImportForm } from './ImportForm';
import { useImport } from './use-import';

export function CoverageFiles() {
  const { knowledge, locales } = useOptionsServices();
  const { state, start, stop } = useImport(knowledge.importCoverage);
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
    </section>
  );
}
