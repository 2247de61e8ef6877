import axe from 'axe-core';
import { mountCard } from '../../components/card/mount-card';
import type { CardView } from '../../lib/card/card-slot';
import type { CardContent } from '../../lib/card/card-content';
import { noCard } from '../../lib/card/card-state';
import type { OpenCard } from '../../lib/card/card-state';
import { longestMotion } from './longest-motion';
import { listOf, noActions, sessions, wordyListOf, yearOf } from './card-fixtures';

/** What a test and axe may look into, and a page may not. */
let shadow: ShadowRoot | undefined;
const attachShadow = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')?.value as Element['attachShadow'];
Element.prototype.attachShadow = function attach(init) {
  shadow = attachShadow.call(this, { ...init, mode: 'open' });
  return shadow;
};

let view: CardView | undefined;
const events: string[] = [];

const contents = {
  ready: { state: 'ready', before: listOf(3, 11), since: listOf(1) },
  many: { state: 'ready', before: listOf(12), since: listOf(1) },
  /** All that stands above the list, and headlines of two lines. */
  wordy: { state: 'ready', before: wordyListOf(12), since: wordyListOf(1), timeline: yearOf(2017), said: { items: [], total: 0 } },
  asking: { state: 'asking', token: 1 },
  empty: { state: 'empty' },
  unknown: { state: 'unknown' },
  failed: { state: 'failed', failure: { kind: 'no-answer' } },
} satisfies Record<string, CardContent>;

/** What the tests of the card find as `cardLab` in the page. */
const cardLab = {
  events,

  /** Shows the card of the mark that `#mark` stands for. */
  show(content: keyof typeof contents, more: Partial<OpenCard> = {}): void {
    view ??= mountCard({
      scheme: () => undefined,
      dispatch: ({ kind }) => events.push(kind),
      step: (direction) => events.push(`step ${direction}`),
      go: (direction) => events.push(`go ${direction}`),
      locate: () => [...(document.querySelector('#mark')?.getClientRects() ?? [])],
      openSources: () => events.push('open-sources'),
      actions: noActions,
      wasRead: (subject) => events.push(`read ${subject}`),
    });
    view.show({
      ...noCard, kind: 'open', script: 'here', mark: sessions, openedBy: 'press', pointer: 'away', focused: false, next: null,
      tab: 'before', content: contents[content], ...more,
    });
    for (const animation of cardLab.find('.card').getAnimations()) animation.finish();
  },

  focus: () => view?.focus(),

  close(): void {
    view?.destroy();
    view = undefined;
  },

  find(selector: string): HTMLElement {
    const found = shadow?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The card has no ${selector}`);
    return found;
  },

  box(selector: string) {
    const { left, top, right, bottom, width, height } = cardLab.find(selector).getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  },

  /** What axe finds in the card, but for the contrast of colours, which it cannot tell in the top layer. */
  async complaints(): Promise<string[]> {
    const { violations } = await axe.run({ include: [['sidelight-card']] });
    return violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
  },

  /** Every text that can be seen, with the channels of its colour and of what lies behind it. */
  colours(scheme: 'light' | 'dark') {
    const card = cardLab.find('.card');
    card.style.colorScheme = scheme;
    return [...card.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && holdsText(element))
      .map((element) => ({
        text: element.textContent,
        ink: channelsOf(getComputedStyle(element).color),
        paper: channelsOf(backgroundOf(element)),
      }));
  },

  /** How long what moves longest in the card takes, in milliseconds. */
  longestMotion: (): number => (shadow ? longestMotion(shadow) : 0),

  style(selector: string, property: string): string {
    return getComputedStyle(cardLab.find(selector)).getPropertyValue(property);
  },
};

export type CardLab = typeof cardLab;

Object.assign(globalThis, { cardLab });

function holdsText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
}

function backgroundOf(element: Element): string {
  const { backgroundColor } = getComputedStyle(element);
  const isClear = backgroundColor === 'rgba(0, 0, 0, 0)';
  return isClear && element.parentElement ? backgroundOf(element.parentElement) : backgroundColor;
}

/** Of a computed colour, which is written `rgb(…)`. */
function channelsOf(colour: string): number[] {
  return (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}
