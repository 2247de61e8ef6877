import type { NameOnPage } from './group-names';

export interface NameListProps {
  readonly names: readonly NameOnPage[];
  readonly onReveal: (entity: string) => void;
}

/** Every name that is marked on the page. A press goes to the first mention and opens its card. */
export function NameList({ names, onReveal }: NameListProps) {
  return (
    <ul className="names">
      {names.map(({ entity, count }) => (
        <li key={entity.id}>
          <button type="button" className="name-line" onClick={() => onReveal(entity.id)}>
            <span className="title" dir="auto">{entity.name}</span>
            <span className="count">{count === 1 ? 'once' : `${count} times`}</span>
            {entity.description !== undefined && <span className="note" dir="auto">{entity.description}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
