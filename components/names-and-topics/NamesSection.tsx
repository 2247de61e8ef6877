import { useEffect, useRef, useState } from 'react';
import { useKeptPlace } from '../forms/use-kept-place';
import { EntityView } from './EntityView';
import { Forgotten } from './Forgotten';
import { NameBrowser } from './NameBrowser';
import { Suggestions } from './Suggestions';
import { readNamePlace } from './name-address';
import type { Scrolled } from './use-virtual-rows';

/** @param rest of the page's address, behind `#names` */
export function NamesSection({ rest }: { readonly rest: string }) {
  const [way, setWay] = useState({ rest, isMoved: false });
  const scrolledRef = useRef<Scrolled>({ list: '', px: 0 });
  if (way.rest !== rest) setWay({ rest, isMoved: true });
  const place = readNamePlace(rest);
  if (place.at === 'list') return <NameBrowser initial={place.filter} isReturn={way.isMoved} scrolledRef={scrolledRef} />;
  return (
    <Subpage rest={rest}>
      {place.at === 'entity' && <EntityView id={place.id} />}
      {place.at === 'suggestions' && <Suggestions />}
      {place.at === 'forgotten' && <Forgotten />}
    </Subpage>
  );
}

/** Takes the focus, which went with the link that led here, to the way back: what comes next is what there is to read. */
function Subpage({ rest, children }: { readonly rest: string; readonly children: React.ReactNode }) {
  const within = useKeptPlace<HTMLDivElement>(rest);
  useEffect(() => {
    if (document.activeElement === document.body) within.current?.querySelector<HTMLElement>('.back a')?.focus();
  }, [rest, within]);
  return <div ref={within}>{children}</div>;
}
