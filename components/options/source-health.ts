import { isLeftAlone } from '../../lib/feeds/plan-fetches';
import type { SourceState } from '../../lib/feeds/source-state';
import { momentFormat, numberFormat } from '../kept-formats';
import type { ListedSource } from '../services';
import { formatAgo } from '../time-words';

export interface Health {
  /** Of the dot; the words say the same. */
  readonly tone: 'good' | 'waiting' | 'bad';
  readonly words: string;
  /** More about it, or how much it brings. */
  readonly note?: string;
}

export interface HealthContext {
  readonly now: Date;
  readonly locales: readonly string[];
}

const dayMs = 86_400_000;
/** What hosts answer when they want to be left alone for a while. */
const busyStatus = new Set(['429', '503']);

/** A source that brought something every week and has been silent this much longer than usual is worth a word. */
const silentDays = 30;
/** A host that wants to be left alone for longer has its source look dead to the reader. */
const longWaitDays = 7;
/** A host that did not answer for so long may be gone for good. */
const lostDays = 14;

/** How a source is doing, in words that a reader understands. */
export function healthOf({ fetching: state, paused, title }: Pick<ListedSource, 'fetching' | 'paused' | 'title'>, context: HealthContext): Health {
  if (paused === true) return { tone: 'waiting', words: 'Paused', note: `Open “More” to let ${title} go on` };
  if (!state || (state.lastSuccess === undefined && state.lastFailure === undefined)) {
    return { tone: 'waiting', words: 'Not fetched yet' };
  }
  if (state.gone === true) return gone(state);
  if (isLeftAlone(state.hostNotBefore, context.now.toISOString())) return leftAlone(state, state.hostNotBefore, context);
  if (state.failuresInRow > 0 && state.lastFailure) return failing(state, state.lastFailure, context);
  return fresh(state, context);
}

function fresh(state: SourceState, { now, locales }: HealthContext): Health {
  const ago = formatAgo(state.lastSuccess ?? now.toISOString(), now, locales);
  const perWeek = state.articlesPerWeek;
  // When we first saw an article says little of a feed that ended years before, or whose articles came by another first.
  const lastWord = state.newest ?? state.lastNew;
  if (lastWord !== undefined && now.getTime() - Date.parse(lastWord) > silentDays * dayMs) {
    return { tone: 'waiting', words: `Silent since ${dayInWords(lastWord, locales)}`, note: 'Look on its site whether it has another feed' };
  }
  const note = perWeek === undefined ? undefined : rateInWords(perWeek, locales);
  return { tone: 'good', words: `Fresh ${ago}`, note: state.movedFrom === undefined ? note : [note, 'Moved; we followed'].filter(Boolean).join(' · ') };
}

/** "41 a week"; of those that publish seldom "2 a month", "1 a year". */
export function rateInWords(perWeek: number, locales: readonly string[]): string {
  const [times, unit] = perWeek >= 0.95 ? [1, 'week'] : perWeek >= 0.22 ? [52 / 12, 'month'] : [52, 'year'];
  return `${numberFormat(locales).format(Math.max(1, Math.round(perWeek * times)))} a ${unit}`;
}

function gone({ movedTo }: SourceState): Health {
  if (movedTo === undefined) return { tone: 'bad', words: 'Gone: the site says this feed is no more', note: 'Remove it, or look on the site for another' };
  return { tone: 'bad', words: 'Moved to where another of your sources is', note: 'Remove this one' };
}

function leftAlone(state: SourceState, until: string, context: HealthContext): Health {
  const words = `Busy: asked us to wait until ${clock(until, context)}`;
  const isLong = Date.parse(until) - context.now.getTime() > longWaitDays * dayMs;
  const lastGood = lastWorked(state, context);
  return { tone: isLong ? 'bad' : 'waiting', words, note: isLong ? `${lastGood} · Sidelight keeps to that; look on its site for another feed` : lastGood };
}

function failing(state: SourceState, failure: NonNullable<SourceState['lastFailure']>, context: HealthContext): Health {
  const everWorked = state.lastSuccess !== undefined;
  const lastGood = lastWorked(state, context);
  const look = (forWhat: string): string => `${lastGood} · Look on its site for ${forWhat}`;
  const { kind, detail } = failure;
  if (kind === 'refused') return turnedAway(state, { status: detail ?? '', lastGood, look }, context);
  if (kind === 'no-permission') {
    return { tone: 'bad', words: `Not allowed by your browser${detail === undefined ? '' : `: ${detail}`}`, note: 'Press Refresh to allow it' };
  }
  if (kind === 'too-large') return { tone: 'bad', words: 'Larger than Sidelight takes', note: look('a shorter feed') };
  if (kind === 'in-circles') return { tone: 'bad', words: 'Leads in circles', note: look('another address') };
  if (kind === 'not-a-feed' && detail === 'broken') return { tone: 'bad', words: 'Its feed is broken', note: look('another feed') };
  if (kind === 'not-a-feed') return { tone: 'bad', words: everWorked ? 'No feed there any more' : 'No feed there', note: look('another address') };
  return unanswered(state, { what: kind === 'too-slow' ? 'Too slow' : 'No answer', lastGood }, context);
}

function unanswered(state: SourceState, { what, lastGood }: { what: string; lastGood: string }, context: HealthContext): Health {
  const since = Date.parse(state.lastSuccess ?? '');
  if (context.now.getTime() - since > lostDays * dayMs) return { tone: 'bad', words: `${what} for long`, note: `${lastGood} · See whether its site is still there` };
  return { tone: 'waiting', words: `${what}; next try at ${clock(state.nextFetch, context)}`, note: lastGood };
}

interface TurnedAway {
  readonly status: string;
  readonly lastGood: string;
  readonly look: (forWhat: string) => string;
}

function turnedAway(state: SourceState, { status, lastGood, look }: TurnedAway, context: HealthContext): Health {
  const next = clock(state.nextFetch, context);
  if (busyStatus.has(status)) return { tone: 'waiting', words: `Busy; next try at ${next}`, note: lastGood };
  if (status.startsWith('5')) return { tone: 'waiting', words: `Trouble on its side (${status}); next try at ${next}`, note: lastGood };
  if (status === '404') return { tone: 'bad', words: 'Moved or gone (404)', note: look('another address') };
  return { tone: 'bad', words: status === '' ? 'Turned us away' : `Turned us away (${status})`, note: look('another feed') };
}

function lastWorked({ lastSuccess }: SourceState, { now, locales }: HealthContext): string {
  return lastSuccess === undefined ? 'It never worked yet' : `Last worked ${formatAgo(lastSuccess, now, locales)}`;
}

/** The hour for today, the day as well for later, the year where it is another. */
export function clock(moment: string, { now, locales }: HealthContext): string {
  const date = new Date(moment);
  const isToday = Math.abs(date.getTime() - now.getTime()) < dayMs;
  const parts: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return momentFormat(locales, isToday ? parts : { ...parts, day: 'numeric', month: 'short', year }).format(date);
}

function dayInWords(moment: string, locales: readonly string[]): string {
  return momentFormat(locales, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(moment));
}
