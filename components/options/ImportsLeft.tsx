import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import type { ListedImport } from '../services';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { articlesInWords, namesInWords } from './count-words';

/** Imports that no form on this page shows: begun on another page, or left behind when one was closed. */
export function ImportsLeft() {
  const { knowledge, locales } = useOptionsServices();
  const live = useLive(knowledge.watchImports);
  const { notice, tell, tellFailure } = useNotice();
  const imports = live.state === 'ready' ? live.value : [];

  const goOn = async ({ id, title }: ListedImport) => {
    tell({ tone: 'working', text: `Going on with ${title}…` });
    const done = await knowledge.goOn(id);
    if (done.ok) tell({ tone: 'done', text: `Imported ${done.value.title}.` });
    else if (done.failure.kind === 'not-found') tell(null);
    else tellFailure(done.failure);
  };

  const giveUp = async ({ id, title }: ListedImport) => {
    const given = await knowledge.giveUp(id);
    if (given.ok) tell({ tone: 'done', text: `Gave up ${title}. What you had before is as it was.` });
    else tellFailure(given.failure);
  };

  if (imports.length === 0 && !notice) return null;
  return (
    <section aria-labelledby="unfinished" className="unfinished">
      {imports.length > 0 && <h2 id="unfinished">Unfinished imports</h2>}
      {imports.length === 0 && <h2 id="unfinished" className="heard">Imports</h2>}
      {imports.map((one) => (
        <div key={one.id} className="notice" data-tone="working">
          <span>{one.isRunning ? `Reading ${one.title}: ${soFar(one, locales)} so far.` : `${one.title} is not all read: ${soFar(one, locales)} so far. It goes on by itself within minutes.`}</span>
          {one.isRunning ? <progress aria-label={`Progress of ${one.title}`} /> : (
            <button type="button" className="button" onClick={() => void goOn(one)}>{`Go on with ${one.title}`}</button>
          )}
          <button type="button" className="button" onClick={() => void giveUp(one)}>{`Give ${one.title} up`}</button>
        </div>
      ))}
      <NoticeLine notice={notice} />
    </section>
  );
}

function soFar({ kind, items }: ListedImport, locales: readonly string[]): string {
  if (kind === 'pack') return namesInWords(items, locales);
  if (kind === 'coverage') return articlesInWords(items, locales);
  return `${items.toLocaleString([...locales])} ${items === 1 ? 'line' : 'lines'}`;
}
