import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import cardStyles from '../../assets/card.css?inline';
import tokens from '../../assets/tokens.css?inline';
import type { CardHandlers, CardView } from '../../lib/card/card-slot';
import type { OpenCard } from '../../lib/card/card-state';
import { isInWindow } from '../../lib/card/place-card';
import { createDateFormat } from '../date-format';
import { Card } from './Card';
import { positionCard, type Positioning } from './position-card';
import { makeCardHost } from './card-host';
import { refuseInvented, watchApproach, watchFocus, watchPointer, withholdFromPage } from './card-listeners';

/** Puts a card into the page: one element, which leaves with the card. Nothing is drawn before the first `show`. */
export function mountCard(handlers: CardHandlers): CardView {
  const { host, shadow, place: inside } = makeCardHost(document);
  const named = unguessable();
  const sheets = [sheetOf(named(tokens)), sheetOf(named(cardStyles))];
  shadow.adoptedStyleSheets = sheets;
  const dialog = createRef<HTMLDivElement>();
  const formatDate = createDateFormat(navigator.languages);
  const ended = new AbortController();
  const { signal } = ended;
  // Before React, which listens at its root.
  refuseInvented(shadow, signal);
  const root = createRoot(inside);
  let shown: OpenCard | undefined;
  let readAbout: string | undefined;

  enterPage();
  goWithMarks();
  withholdFromPage(shadow, signal);
  watchFocus(shadow, handlers.dispatch, signal);
  watchPointer(shadow, handlers.dispatch, signal);
  watchApproach(() => dialog.current?.getBoundingClientRect(), handlers.dispatch, signal);
  followMark();

  /** A modal dialog, and what fills the screen, makes all outside it inert, popovers as well. */
  function enterPage(): void {
    ([...document.querySelectorAll(':modal')].at(-1) ?? document.documentElement).append(host);
    host.showPopover();
  }

  /**
   * Firefox ends the scripts of an extension that is removed where they stand, and with it takes `marks.css` away: no script
   * can close the card then, but without what that sheet says nobody sees it.
   */
  function goWithMarks(): void {
    if (getComputedStyle(host).getPropertyValue('--sidelight') === '') return;
    shadow.adoptedStyleSheets = [...sheets, sheetOf(':host { visibility: var(--sidelight, hidden) !important }')];
  }

  function draw(card: OpenCard): void {
    flushSync(() =>
      root.render(
        <Card
          ref={dialog}
          card={card}
          direction={getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr'}
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

  /** The page scrolls and changes under an open card. */
  function followMark(): void {
    let frame = 0;
    let width = innerWidth;
    let height = innerHeight;
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const lines = handlers.locate();
        if (lines.length > 0 && !isInWindow(lines, { width: innerWidth, height: innerHeight })) {
          handlers.dispatch({ kind: 'mark-hidden' });
        }
        const keepsDensity = width === innerWidth && height === innerHeight;
        [width, height] = [innerWidth, innerHeight];
        if (host.isConnected) place({ keepsSide: false, keepsDensity });
      });
    };
    // Scrolling inside the card stays inside its shadow root, so that this only hears the page.
    addEventListener('scroll', follow, { capture: true, passive: true, signal });
    addEventListener('resize', follow, { passive: true, signal });
    for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, follow, { passive: true, signal });
    document.addEventListener('fullscreenchange', () => {
      const hadFocus = shadow.activeElement !== null;
      enterPage();
      if (hadFocus) dialog.current?.focus();
      follow();
    }, { signal });
    signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  }

  return {
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
    focus() {
      dialog.current?.focus();
    },
    destroy() {
      ended.abort();
      root.unmount();
      host.remove();
    },
  };
}

/** Custom properties are the page's as well: one that it registers (`@property`) has its value wherever the card uses the name. */
function unguessable(): (css: string) => string {
  const secret = crypto.getRandomValues(new Uint32Array(2)).join('');
  return (css) => css.replaceAll('--', `--s${secret}-`);
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
