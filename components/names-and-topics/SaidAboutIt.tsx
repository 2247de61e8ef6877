import type { EntityDetails } from '../name-service';
import type { ChangeFunction } from './use-changes';

interface SaidAboutItProps {
  readonly details: EntityDetails;
  readonly change: ChangeFunction;
}

/** Corrections that the reader made on cards, each to be taken back. */
export function SaidAboutIt({ details: { entity, corrections, members }, change }: SaidAboutItProps) {
  if (corrections.length === 0) return null;
  const ids = new Set([entity.id, ...members.map(({ id }) => id)]);
  return (
    <section aria-labelledby="said">
      <h3 id="said">What you said of it</h3>
      <ul className="aliases">
        {corrections.map(({ number, text, url, is }) => (
          <li key={number}>
            <span dir="auto">
              {is !== undefined && ids.has(is) ? `“${text}” is ${entity.name}` : `“${text}” is not ${entity.name}`}
              <span className="note">{url === undefined ? 'everywhere' : `on ${url}`}</span>
            </span>
            <button type="button" className="quiet" aria-label={`Take back what you said of ${text}`} onClick={() => void change([{ does: 'withdraw', correction: number }], `Taken back what you said of “${text}”.`)}>
              Take back
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
