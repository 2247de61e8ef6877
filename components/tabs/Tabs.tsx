import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab<Name extends string> {
  readonly tab: Name;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps<Name extends string> {
  /** What the tabs are about, for the ear. */
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly onTab: (tab: Name) => void;
}

/** Lists behind tabs. All of them are always there; one is seen. */
export function Tabs<Name extends string>({ label, tabs, chosen, onTab }: TabsProps<Name>) {
  const id = useId();
  const tablist = useRef<HTMLDivElement>(null);

  const chooseByKey = (event: KeyboardEvent) => {
    const next = tabAfter(tabs.map(({ tab }) => tab), chosen, { key: event.key, isRightToLeft: getComputedStyle(event.currentTarget).direction === 'rtl' });
    if (next === undefined) return;
    event.preventDefault();
    onTab(next);
    tablist.current?.querySelector<HTMLElement>(`[data-sidelight="tab-${next}"]`)?.focus();
  };

  return (
    <>
      <div ref={tablist} className="tabs" role="tablist" aria-label={label} onKeyDown={chooseByKey}>
        {tabs.map(({ tab, label: name, count }) => (
          <button
            key={tab}
            type="button"
            className="tab"
            role="tab"
            id={`${id}-tab-${tab}`}
            aria-controls={`${id}-${tab}`}
            aria-selected={tab === chosen}
            tabIndex={tab === chosen ? 0 : -1}
            data-sidelight={`tab-${tab}`}
            onClick={() => onTab(tab)}
          >
            {name}{count !== undefined && <> <span className="count">{count.toLocaleString()}</span></>}
          </button>
        ))}
      </div>
      <div className="body">
        {tabs.map(({ tab, content }) => (
          <div key={tab} className="panel" role="tabpanel" id={`${id}-${tab}`} aria-labelledby={`${id}-tab-${tab}`} hidden={tab !== chosen}>
            {content}
          </div>
        ))}
      </div>
    </>
  );
}

function tabAfter<Name extends string>(all: readonly Name[], chosen: Name, { key, isRightToLeft }: { key: string; isRightToLeft: boolean }): Name | undefined {
  const at = all.indexOf(chosen);
  switch (key) {
    case 'Home': return all[0];
    case 'End': return all.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
      return all[(at + step + all.length) % all.length];
    }
    default: return undefined;
  }
}
