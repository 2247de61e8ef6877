import windowStyles from '../../assets/card/window.css?inline';
import type { FromFrame, Standing, ToFrame } from '../../lib/card/framed-card';
import { makeCardHost } from './card-host';
import { sheetOf } from './card-style';
import { enterPage, sheetsThatGo } from './stand-in-page';
import { unguessable } from './unguessable';

/** How what draws the card comes into a frame of this page. */
export interface Drawing {
  /** Brings the script there. False where the browser does not let us. */
  bringInto(frame: HTMLIFrameElement): Promise<boolean>;
  /** A page of the extension's with that script, and the address of all its pages. */
  readonly page: string;
  readonly origin: string;
}

const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
/** A page that has loaded answers at once, or is another one. */
const patienceMs = 1_000;

export interface Stage {
  readonly opening: HTMLElement;
  tell(message: ToFrame): void;
  fit(window: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }): void;
  /** What is seen of the frame from now on. */
  open(standing: Standing): void;
  /** False while nobody is there. */
  focus(): boolean;
  hasFocus(): boolean;
  fall(): void;
}

/** The frame, in the page. Nothing of it is seen or can be pressed, so that no event tells of it, until its script is there. */
export function raiseStage(
  { bringInto, page, origin }: Drawing,
  on: { readonly connected: () => void; readonly heard: (said: FromFrame) => void; readonly refused: () => void; readonly lost: () => void },
): Stage {
  const { host, shadow } = makeCardHost(document);
  const opening = document.createElement('div');
  const frame = document.createElement('iframe');
  const { port1: port, port2: theirs } = new MessageChannel();
  const waiting: ToFrame[] = [];
  let isConnected = false;
  let left = 0;
  let top = 0;

  opening.className = 'opening';
  opening.append(frame);
  shadow.replaceChildren(opening);
  // Its links open tabs. No script of anybody's runs there but ours, which is no part of its document.
  frame.setAttribute('sandbox', sandbox);
  frame.title = 'Sidelight';
  // By this it knows its end of the port: the page could send it one as well, if it had found it.
  frame.name = unguessable();
  frame.addEventListener('load', () => void connect(), { once: true });
  port.onmessage = ({ data }) => {
    const said = JSON.parse(data as string) as FromFrame;
    if (said.kind === 'connected') connected();
    else on.heard(said);
  };
  shadow.adoptedStyleSheets = [sheetOf(windowStyles)];
  enterPage(host);
  shadow.adoptedStyleSheets = [sheetOf(windowStyles), ...sheetsThatGo(host)];

  async function connect(): Promise<void> {
    // Whatever else comes to be in it is not ours.
    frame.addEventListener('load', on.lost);
    const isThere = await bringInto(frame);
    if (!frame.isConnected) return;
    if (isThere) frame.contentWindow?.postMessage(frame.name, '*', [theirs]);
    else openPage();
  }

  /** On a page that is allowed this once no script is let into a frame of no origin. What has the extension's own no page sees into either. */
  function openPage(): void {
    frame.removeEventListener('load', on.lost);
    frame.addEventListener('load', () => {
      frame.addEventListener('load', on.lost);
      // For nobody else, whatever the page has put there meanwhile.
      frame.contentWindow?.postMessage(frame.name, origin, [theirs]);
      setTimeout(refuse, patienceMs);
    }, { once: true });
    frame.setAttribute('sandbox', `${sandbox} allow-scripts allow-same-origin`);
    try {
      // Not as its `src`, which the page could read, and know the reader by.
      frame.contentWindow?.location.replace(page);
    } catch {
      // The browser lets no page of an extension in here, as into a file.
      refuse();
    }
  }

  function refuse(): void {
    if (frame.isConnected && !isConnected) on.refused();
  }

  function connected(): void {
    isConnected = true;
    for (const message of waiting) send(message);
    on.connected();
  }

  function send(message: ToFrame): void {
    port.postMessage(JSON.stringify(message));
  }

  return {
    opening,
    tell(message) {
      if (isConnected) send(message);
      else waiting.push(message);
    },
    fit(window) {
      // The page's own zoom is not the card's.
      const zoom = 1 / host.currentCSSZoom;
      ({ left, top } = window);
      Object.assign(opening.style, { zoom });
      Object.assign(frame.style, { width: `${window.width}px`, height: `${window.height}px` });
    },
    open(standing) {
      Object.assign(opening.style, {
        left: `${left + standing.left}px`, top: `${top + standing.top}px`, width: `${standing.right - standing.left}px`,
        height: `${standing.bottom - standing.top}px`, borderRadius: standing.radius, boxShadow: standing.shadow,
      });
      Object.assign(frame.style, { left: `${-standing.left}px`, top: `${-standing.top}px` });
    },
    focus() {
      if (isConnected) frame.focus();
      return isConnected;
    },
    hasFocus: () => (host.getRootNode() as Document | ShadowRoot).activeElement === host,
    fall() {
      frame.removeEventListener('load', on.lost);
      port.close();
      host.remove();
    },
  };
}
