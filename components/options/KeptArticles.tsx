import { sentenceFor } from '../failure-sentences';
import { NoticeLine } from '../forms/Notice';
import { KeepableHeadline } from '../names-and-topics/KeepableHeadline';
import { useChanges } from '../names-and-topics/use-changes';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { articlesInWords } from './count-words';

/** The articles that stay, however old they become. */
export function KeptArticles() {
  const { names, locales } = useOptionsServices();
  const kept = useLive(names.watchKept);
  const { notice, change } = useChanges();
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">Articles you keep</h2>
      <p className="lead">They stay, however old they become. The button is beside each article on the page of a name, and in the panel.</p>
      <NoticeLine notice={notice} />
      {kept.state === 'loading' && <div className="coming" aria-busy="true" />}
      {kept.state === 'failed' && <p className="failed" role="alert">{sentenceFor(kept.failure)}</p>}
      {kept.state === 'ready' && kept.value.total === 0 && <p className="note">None yet.</p>}
      {kept.state === 'ready' && kept.value.total > 0 && (
        <>
          <p className="note">{articlesInWords(kept.value.total, locales)}</p>
          <ul className="headlines">
            {kept.value.newest.map((article) => <KeepableHeadline key={article.id} article={article} change={change} />)}
          </ul>
        </>
      )}
    </section>
  );
}
