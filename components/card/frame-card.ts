import type { CardHandlers, CardView, Kept } from '../../lib/card/card-slot';
import type { FromFrame, Setting } from '../../lib/card/framed-card';
import type { CardContent } from '../../lib/card/card-content';
import type { OpenCard } from '../../lib/card/card-state';
import { watchApproach } from './card-listeners';
import { raiseStage, type Drawing, type Stage } from './card-stage';
import { directionOfPage, followMark } from './stand-in-page';

/**
 * The card in a frame of its own, for Firefox, where a page can reach into a closed root by its events. The frame is
 * sandboxed: its document has an origin that nobody else has, and no address.
 */
export function mountFramedCard(handlers: CardHandlers, drawing: Drawing, refused: () => Promise<void>): CardView {
  const ended = new AbortController();
  const { signal } = ended;
  const undos: (() => Promise<boolean>)[] = [];
  let stage = raise();
  let shown: OpenCard | undefined;
  let sentContent: CardContent | undefined;
  let wantsFocus = false;

  watchApproach(() => stage.opening.getBoundingClientRect(), handlers.dispatch, signal);
  followMark(handlers, {
    moved(isResized) {
      const setting = fit();
      if (setting && shown) stage.tell({ kind: 'moved', setting, isResized });
    },
    refilled() {
      const hadFocus = stage.hasFocus();
      // A frame that is moved in its page begins anew.
      stage.fall();
      stage = raise();
      sentContent = undefined;
      if (shown) show(shown);
      wantsFocus = hadFocus;
    },
    signal,
  });

  /** All that a page could have come to know of one that stood before is not true of the next. */
  function raise(): Stage {
    return raiseStage(drawing, {
      connected() {
        if (wantsFocus) focus();
      },
      heard,
      refused: () => void refused(),
      lost: () => handlers.dispatch({ kind: 'dismissed' }),
    });
  }

  function show(card: OpenCard): void {
    shown = card;
    const setting = fit();
    if (!setting) {
      handlers.dispatch({ kind: 'mark-gone' });
      return;
    }
    const { content, mark: { mark, subject, nth, count }, ...rest } = card;
    // A mark has more to it here than can be sent.
    const plain = { ...rest, next: null, mark: { mark, subject, nth, count } };
    stage.tell({ kind: 'show', card: plain, setting, ...(content !== sentContent && { content }) });
    sentContent = content;
  }

  /** Has the frame fill what is seen of the window; undefined where the mark is gone. */
  function fit(): Setting | undefined {
    const { offsetLeft, offsetTop, width, height } = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
    stage.fit({ left: offsetLeft, top: offsetTop, width, height });
    const lines = handlers.locate().map(({ left, top, right, bottom }) => ({
      left: left - offsetLeft, top: top - offsetTop, right: right - offsetLeft, bottom: bottom - offsetTop,
    }));
    return lines.length === 0 ? undefined : { lines, direction: directionOfPage(), scheme: handlers.scheme() };
  }

  function focus(): void {
    wantsFocus = !stage.focus();
    if (!wantsFocus) stage.tell({ kind: 'focus' });
  }

  function heard(said: FromFrame): void {
    switch (said.kind) {
      case 'connected': break;
      case 'happened':
        // A reader who follows a link into a new tab comes back to the card as it was.
        if (said.event.kind !== 'focus-left' || (document.hasFocus() && !stage.hasFocus())) handlers.dispatch(said.event);
        break;
      case 'stands': stage.open(said.standing); break;
      case 'step': handlers.step(said.direction); break;
      case 'go': handlers.go(said.direction); break;
      case 'read': handlers.wasRead(said.subject); break;
      case 'open-sources': handlers.openSources(); break;
      case 'call': void answer(said.call, (handlers.actions[said.action] as (said: unknown) => Promise<unknown>)(said.said)); break;
      case 'undo': void answer(said.call, undos[said.undo]?.()); break;
    }
  }

  async function answer(call: number, coming: Promise<unknown> | undefined): Promise<void> {
    const { tell } = stage;
    const came = await coming;
    tell({ kind: 'answer', call, answer: canBeTakenBack(came) ? { undo: undos.push(came.undo) - 1 } : came });
  }

  return {
    show,
    focus,
    destroy() {
      ended.abort();
      stage.fall();
    },
  };
}

function canBeTakenBack(came: unknown): came is NonNullable<Kept> {
  return came !== null && typeof came === 'object' && 'undo' in came;
}
