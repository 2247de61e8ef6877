import { useEffect, useState } from 'react';
import type { ShownTab } from '../services';
import { useLive } from '../use-live';
import type { PanelAsk, PanelService } from './panel-services';

/** Pages whose place in the panel is remembered, for the reader who comes back to their tab. */
const mostRemembered = 30;

/**
 * Which entity the panel shows in full beside the page in front; none: what is on the page. Each page keeps its own, and a
 * card's wish comes first.
 */
export function useShownEntity(tab: ShownTab | undefined, panel: PanelService) {
  const [places, setPlaces] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useLive(panel.watchAsks);
  const [shownAsk, setShownAsk] = useState<PanelAsk | null>(null);
  const page = tab && `${tab.id} ${tab.url ?? ''}`;
  const ask = asked.state === 'ready' && asked.value.tabId === tab?.id ? asked.value : null;

  if (ask && ask !== shownAsk && page !== undefined) {
    setShownAsk(ask);
    setPlaces(withPlace(places, page, ask.entity));
  }
  useEffect(() => {
    if (shownAsk) panel.settleAsk();
  }, [panel, shownAsk]);

  return {
    entity: page === undefined ? undefined : places.get(page),
    open: (entity: string) => page !== undefined && setPlaces(withPlace(places, page, entity)),
    back: () => page !== undefined && setPlaces(withPlace(places, page, undefined)),
  };
}

function withPlace(places: ReadonlyMap<string, string>, page: string, entity: string | undefined): Map<string, string> {
  const others = [...places].filter(([other]) => other !== page).slice(-mostRemembered);
  return new Map(entity === undefined ? others : [...others, [page, entity]]);
}
