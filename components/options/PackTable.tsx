import type { ListedPack } from '../services';

export interface PackTableProps {
  readonly packs: readonly ListedPack[];
  readonly locales: readonly string[];
  /** The pack that is being removed. */
  readonly removing: number | null;
  readonly onRemove: (pack: ListedPack) => void;
}

export function PackTable({ packs, locales, removing, onRemove }: PackTableProps) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">Pack</th>
          <th scope="col" className="number">Names</th>
          <th scope="col"><span className="heard">Actions</span></th>
        </tr>
      </thead>
      <tbody>
        {packs.map((pack) => (
          <tr key={pack.key}>
            <th scope="row">
              <span className="title" dir="auto">{pack.title}</span>
              {pack.licence !== undefined && <span className="note">{`Licence: ${pack.licence}`}</span>}
            </th>
            <td className="number" data-unit="names">{pack.entities.toLocaleString([...locales])}</td>
            <td className="actions">
              <button
                type="button"
                className="quiet"
                aria-label={`Remove ${pack.title}`}
                aria-disabled={removing !== null}
                onClick={() => onRemove(pack)}
              >
                Remove
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
