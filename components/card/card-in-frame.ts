import type { CardActions, CardHandlers, Kept } from '../../lib/card/card-slot';
import type { CardContent } from '../../lib/card/card-content';
import type { CalledAction, FromFrame, Setting, ToFrame } from '../../lib/card/framed-card';
import { makeCardHost } from './card-host';
import { watchFocus, watchPointer } from './card-listeners';
import { drawCard } from './draw-card';

export interface FramedCard {
  /** To the next or the previous mark of the page. */
  go(direction: -1 | 1): void;
  dismiss(): void;
}

/** Draws the card in a frame of its own, as the other end of this port says (`frame-card.ts`). */
export function drawInFrame(port: MessagePort, openPanel: (subject: string) => Promise<boolean>): FramedCard {
  const made = makeCardHost(document);
  const { host, shadow } = made;
  const { signal } = new AbortController();
  const answers = new Map<number, (answer: unknown) => void>();
  let setting: Setting = { lines: [], direction: 'ltr' };
  let content: CardContent | undefined;
  let subject = '';
  let calls = 0;

  const handlers: CardHandlers = {
    actions: {
      follow: async (on) => kept(await call('follow', on)),
      mute: async () => kept(await call('mute')),
      others: async () => (await call('others')) as Awaited<ReturnType<CardActions['others']>>,
      correct: async (choice) => kept(await call('correct', choice)),
      // From here, where the reader's click is: it counts only in the script that hears it.
      openPanel: () => openPanel(subject),
    },
    wasRead: (read) => tell({ kind: 'read', subject: read }),
    scheme: () => setting.scheme,
    dispatch: (event) => tell({ kind: 'happened', event }),
    step: (direction) => tell({ kind: 'step', direction }),
    go: (direction) => tell({ kind: 'go', direction }),
    locate: () => setting.lines,
    openSources: () => tell({ kind: 'open-sources' }),
  };
  // As `card-page.html` says of itself: to a screen reader an injected frame is a document without a name or a language.
  document.title = 'Sidelight';
  document.documentElement.lang = 'en';
  document.documentElement.append(host);
  host.showPopover();
  document.documentElement.style.colorScheme = 'light dark';
  const card = drawCard(made, handlers, { direction: () => setting.direction });
  // From within a frame both look alike: its script in the page tells them apart.
  watchFocus(shadow, handlers.dispatch, { signal, isHere: () => true });
  watchPointer(shadow, handlers.dispatch, signal);
  const grows = new ResizeObserver(tellPlace);
  port.onmessage = ({ data }) => hear(JSON.parse(data as string) as ToFrame);
  tell({ kind: 'connected' });

  function hear(said: ToFrame): void {
    switch (said.kind) {
      case 'show':
        ({ setting } = said);
        content = said.content ?? content;
        if (!content) return;
        subject = said.card.mark.subject.id;
        card.show({ ...said.card, content });
        watchSize();
        tellPlace();
        break;
      case 'moved':
        ({ setting } = said);
        card.place({ keepsSide: false, keepsDensity: !said.isResized });
        tellPlace();
        break;
      case 'focus':
        card.focus();
        break;
      case 'answer':
        answers.get(said.call)?.(said.answer);
        answers.delete(said.call);
        break;
    }
  }

  function watchSize(): void {
    const element = card.element();
    if (element) grows.observe(element);
  }

  /** As it is laid out: it may be moving there still. */
  function tellPlace(): void {
    const element = card.element();
    if (!element) return;
    const style = getComputedStyle(element);
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(parseFloat) as [number, number, number, number];
    tell({ kind: 'stands', standing: { left, top, right: left + width, bottom: top + height, radius: style.borderRadius, shadow: style.boxShadow } });
  }

  function call(action: CalledAction, said?: unknown): Promise<unknown> {
    calls++;
    tell({ kind: 'call', call: calls, action, said });
    return answered();
  }

  function answered(): Promise<unknown> {
    const asked = calls;
    return new Promise((resolve) => answers.set(asked, resolve));
  }

  function kept(answer: unknown): Kept {
    if (answer === null || answer === undefined) return undefined;
    const { undo } = answer as { readonly undo: number };
    return {
      undo: () => {
        calls++;
        tell({ kind: 'undo', call: calls, undo });
        return answered() as Promise<boolean>;
      },
    };
  }

  function tell(message: FromFrame): void {
    port.postMessage(JSON.stringify(message));
  }

  return { go: handlers.go, dismiss: () => tell({ kind: 'happened', event: { kind: 'dismissed' } }) };
}
