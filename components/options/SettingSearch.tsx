import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addressOf, findSettings } from './setting-index';

/** Finds any setting by what a reader may call it. Enter goes to the first; arrow keys choose. */
export function SettingSearch() {
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const found = findSettings(text);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Escape') setText('');
    else if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus();
    else if (event.key === 'Enter' && at < 0) links[0]?.click();
    else return;
    event.preventDefault();
  };

  return (
    <div className="setting-search" role="search" aria-label="Settings" onKeyDown={onKeyDown}>
      <label className="heard" htmlFor="find-setting">Find a setting</label>
      <input id="find-setting" className="field" type="search" autoComplete="off" placeholder="Find a setting" value={text} onChange={(event) => setText(event.target.value)} />
      {text.trim() !== '' && (
        <>
          <p className="heard" role="status">{found.length === 0 ? 'No setting found' : `${found.length} found`}</p>
          {found.length === 0 && <p className="note" aria-hidden="true">No setting is called that.</p>}
          <ul ref={list} aria-label="Settings found">
            {found.map((entry) => (
              <li key={addressOf(entry)}><a href={addressOf(entry)} onClick={() => setText('')}>{entry.title}</a></li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
