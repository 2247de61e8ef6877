import type { EntityKind } from '../model/entity';
import type { Word } from '../text/read-words';
import type { NameRun } from './name-runs';

/** What the words around a name say of its kind, as bits; an article's mentions of a name are joined by "or". */
export const cueKinds: readonly EntityKind[] = ['person', 'organisation', 'place', 'event', 'work', 'topic'];
const [person, organisation, place, event, work] = [1, 2, 4, 8, 16];
/** Not a kind: "the" stands before it, which no person and few places have. */
export const articleBit = 64;

const saying = wordSet('said says told tweeted argued added testified replied recalled joked insisted vowed wept smiled');
const inPlace = wordSet('in outside near across throughout around');
/** What only an organisation has, and does; "told CNN". */
const ofOrganisation = wordSet('spokesman spokeswoman spokesperson officials executives employees shares staffers headquarters subsidiary ceo agents agent anchor host reporter correspondent contributor reporters customers users lawyers chapter affiliate');
const byOrganisation = wordSet('reported announced reports estimates declined released issued hired fired launched published projected found said');
/** Behind a town and a comma: "Austin, Texas", "Fort Lee, N.J.". */
const states = wordSet(
  'ala alabama alaska ariz arizona ark arkansas calif california colo colorado conn connecticut dc del delaware fla florida ga georgia hawaii ' +
    'idaho ill illinois ind indiana iowa kan kansas ky kentucky la louisiana maine mass massachusetts md maryland mich michigan minn minnesota ' +
    'miss mississippi mo missouri mont montana nc nd neb nebraska nev nevada nh nj nm ny ohio okla oklahoma ore oregon pa penn pennsylvania ri ' +
    'sc sd tenn tennessee tex texas utah va vt vermont virginia wash washington wva wis wisconsin wyo wyoming ' +
    'france germany italy canada mexico china india russia england syria iraq',
);
/** "Concord, New Hampshire". */
const stateStarts = wordSet('new north south west');
const during = wordSet('during');
const workKinds = wordSet('film movie book novel memoir song album documentary sitcom musical drama bestseller');

export function cuesOf({ block, from, to, role }: NameRun): number {
  const { text, words } = block;
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined) return 0;
  const before = first.gap === 'space' ? words[from - 1]?.key ?? '' : '';
  const next = words[to];
  const after = next?.gap === 'space' ? next.key : '';
  let cues = 0;
  if (role) cues |= person;
  const behind = text.slice(last.end, last.end + 8);
  if (/^, (who|\d\d,)/.test(behind) || (saying.has(after) && to - from > 1)) cues |= person;
  if (before === 'the') cues |= articleBit;
  else if (inPlace.has(before) && !behind.startsWith('’') && !behind.startsWith("'")) cues |= place;
  if (ofOrganisation.has(after) || before === 'told' || (byOrganisation.has(after) && (to - from > 2 || last.shape === 'caps'))) cues |= organisation;
  if (behind.startsWith(', ') && next !== undefined && isState(next, words[to + 1])) cues |= place;
  if (during.has(before) || (before === 'the' && during.has(words[from - 2]?.key ?? ''))) cues |= event;
  const quoted = /["“‘']/.test(text[first.start - 1] ?? '');
  if (workKinds.has(quoted ? (words[from - 1]?.key ?? '') : before)) cues |= work;
  return cues;
}

function isState(next: Word, second: Word | undefined): boolean {
  if (next.shape !== 'capital' && next.shape !== 'caps') return false;
  return states.has(next.key) || (stateStarts.has(next.key) && second?.gap === 'space' && second.shape === 'capital');
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
