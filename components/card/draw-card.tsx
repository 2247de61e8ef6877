import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import cardStyles from '../../assets/card.css?inline';
import tokens from '../../assets/tokens.css?inline';
import type { CardHandlers } from '../../lib/card/card-slot';
import type { OpenCard } from '../../lib/card/card-state';
import { createDateFormat } from '../date-format';
import { Card } from './Card';
import type { CardHost } from './card-host';
import { privatelyNamed, sheetOf } from './card-style';
import { positionCard, type Positioning } from './position-card';

export interface DrawnCard {
  show(card: OpenCard): void;
  /** Sets the card beside its mark again. */
  place(positioning: Positioning): void;
  focus(): void;
  /** The card's own element; null before it is drawn. */
  element(): HTMLElement | null;
  end(): void;
}

/** Draws a card within its root. Nothing is drawn before the first `show`. */
export function drawCard(
  { shadow, place: inside }: CardHost,
  handlers: CardHandlers,
  { direction, sheets = [] }: { readonly direction: () => 'ltr' | 'rtl'; readonly sheets?: readonly CSSStyleSheet[] },
): DrawnCard {
  const named = privatelyNamed();
  shadow.adoptedStyleSheets = [sheetOf(named(tokens)), sheetOf(named(cardStyles)), ...sheets];
  const dialog = createRef<HTMLDivElement>();
  const formatDate = createDateFormat(navigator.languages);
  const root = createRoot(inside);
  let shown: OpenCard | undefined;
  let readAbout: string | undefined;

  function draw(card: OpenCard): void {
    flushSync(() =>
      root.render(
        <Card
          ref={dialog}
          card={card}
          direction={direction()}
          scheme={handlers.scheme()}
          formatDate={formatDate}
          locales={navigator.languages}
          actions={handlers.actions}
          onStep={handlers.step}
          onTab={(tab) => handlers.dispatch({ kind: 'tab-chosen', tab })}
          onRetry={() => {
            // The button goes; the focus must not fall back to the page with it.
            dialog.current?.focus();
            handlers.dispatch({ kind: 'retried' });
          }}
          onClose={() => handlers.dispatch({ kind: 'dismissed' })}
          onAddSources={handlers.openSources}
        />,
      ),
    );
  }

  function place(positioning: Positioning): void {
    const lines = handlers.locate();
    if (lines.length === 0) handlers.dispatch({ kind: 'mark-gone' });
    else if (dialog.current) positionCard(dialog.current, lines, positioning);
  }

  return {
    place,
    show(card) {
      const isSameMark = shown?.mark.mark === card.mark.mark;
      const isSameContent = isSameMark && shown?.content === card.content;
      shown = card;
      draw(card);
      if (card.content.state === 'ready' && readAbout !== card.mark.subject.id) {
        readAbout = card.mark.subject.id;
        handlers.wasRead(readAbout);
      }
      place({ keepsSide: isSameMark, keepsDensity: isSameContent });
    },
    focus: () => dialog.current?.focus(),
    element: () => dialog.current,
    end: () => root.unmount(),
  };
}
