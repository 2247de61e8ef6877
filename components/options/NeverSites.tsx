import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { typedAddress } from '../../lib/feeds/typed-address';
import { sitePattern } from '../../lib/settings/sites';
import { siteName } from '../site-name';

export interface NeverSitesProps {
  readonly patterns: readonly string[];
  readonly onAdd: (pattern: string) => Promise<void>;
  readonly onForget: (pattern: string) => Promise<void>;
}

/** Sites that Sidelight leaves alone, also where it runs on all sites. */
export function NeverSites({ patterns, onAdd, onForget }: NeverSitesProps) {
  const id = useId();
  const [address, setAddress] = useState('');
  const [isRefused, setRefused] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const pattern = sitePattern(typedAddress(address) ?? '');
    setRefused(pattern === undefined);
    if (pattern === undefined) return;
    setAddress('');
    await onAdd(pattern);
  };
  return (
    <section aria-labelledby="never" className="never">
      <h2 id="never">Never on these sites</h2>
      <p className="lead">Sidelight stays away from them, also when it runs on all sites.</p>
      <form className="line-form" onSubmit={(event) => void submit(event)}>
        <label className="heard" htmlFor={id}>Address of a site to stay away from</label>
        <input
          id={id}
          className="field"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="Address of a site"
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${id}why` : undefined}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" className="button">Stay away</button>
      </form>
      {isRefused && <p id={`${id}why`} className="failed" role="alert">That is no address of a site. Type one such as news.example.</p>}
      <ul className="aliases">
        {patterns.map((pattern) => (
          <li key={pattern}>
            <span>{siteName(pattern)}</span>
            <button type="button" className="quiet" aria-label={`Take ${siteName(pattern)} off this list`} onClick={() => void onForget(pattern)}>Take off</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
