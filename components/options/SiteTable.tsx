import type { ListedSite } from '../services';
import { siteName } from '../site-name';

export interface SiteTableProps {
  readonly sites: readonly ListedSite[];
  readonly onAllow: (pattern: string) => void;
  readonly onRemove: (pattern: string) => void;
}

export function SiteTable({ sites, onAllow, onRemove }: SiteTableProps) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">Site</th>
          <th scope="col">State</th>
          <th scope="col"><span className="heard">Actions</span></th>
        </tr>
      </thead>
      <tbody>
        {sites.map(({ pattern, isAllowed }) => (
          <tr key={pattern}>
            <th scope="row"><span className="title">{siteName(pattern)}</span></th>
            <td>
              <span className="health">
                <span className="dot" data-tone={isAllowed ? 'good' : 'bad'} aria-hidden="true" />
                {isAllowed ? 'On' : 'Not allowed by your browser any more'}
              </span>
            </td>
            <td className="actions">
              {!isAllowed && (
                <button type="button" className="quiet" aria-label={`Allow ${siteName(pattern)}`} onClick={() => onAllow(pattern)}>
                  Allow
                </button>
              )}
              <button type="button" className="quiet" aria-label={`Remove ${siteName(pattern)}`} onClick={() => onRemove(pattern)}>
                Remove
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
