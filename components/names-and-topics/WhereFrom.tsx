import type { EntityDetails } from '../name-service';
import { createDateFormat } from '../date-format';
import { useOptionsServices } from '../services-context';
import { articlesInWords } from '../options/count-words';

/** Why Sidelight knows it. */
export function WhereFrom({ details: { entity, packs, found, edit } }: { readonly details: EntityDetails }) {
  const { locales } = useOptionsServices();
  const day = createDateFormat(locales);
  const evidence = found?.evidence;
  return (
    <section aria-labelledby="from">
      <h3 id="from">Where it comes from</h3>
      {packs.length > 0 && <p>{`The pack ${packs.join(', ')}.`}</p>}
      {found?.origin === 'reader' && <p>{`You added it on ${day(found.since)}.`}</p>}
      {found?.origin === 'learned' && (
        <p>
          {`Learned on ${day(found.since)}`}
          {evidence && ` from ${articlesInWords(evidence.articles, locales)} of ${evidence.outlets.join(', ')}`}.
        </p>
      )}
      {evidence && evidence.examples.length > 0 && (
        <ul className="headlines">
          {evidence.examples.map(({ url, title, outlet }) => (
            <li key={url}>
              <a className="headline" href={url} rel="noopener noreferrer" target="_blank" dir="auto">{title}</a>
              <span className="note">{outlet}</span>
            </li>
          ))}
        </ul>
      )}
      {edit && <p className="note">{`You changed it on ${day(edit.changed)}. What you changed stays when its pack is updated.`}</p>}
      {entity.links && (
        <p className="links">
          {entity.links.wikipedia !== undefined && <a href={entity.links.wikipedia} rel="noopener noreferrer" target="_blank">Wikipedia</a>}
          {entity.links.website !== undefined && <a href={entity.links.website} rel="noopener noreferrer" target="_blank">Website</a>}
          {entity.links.wikidata !== undefined && <span className="note">{`Wikidata ${entity.links.wikidata}`}</span>}
        </p>
      )}
    </section>
  );
}
