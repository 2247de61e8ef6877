import type { MergeReason } from '../../lib/discovery/changes';
import { editPlans } from '../../lib/services/edit-plans';
import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import type { MergeSuggestion } from '../name-service';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { articlesInWords } from '../options/count-words';
import { entityCalled } from './exact-name';
import { addressOfEntity } from './name-address';
import { useChanges } from './use-changes';

const reasons: Readonly<Record<MergeReason, string>> = {
  surname: 'one is the other’s last name',
  acronym: 'one is made of the other’s initials',
  spelling: 'two ways to spell one name',
  'middle-name': 'with and without what stands in the middle',
  'short-first-name': 'with the first name in full and in short',
};

export function SuggestionsLink() {
  const { names } = useOptionsServices();
  const live = useLive(names.watchSuggestions);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  const { length } = live.value;
  return (
    <p className="suggestions-link">
      <a href="#names/merges">{length === 1 ? 'Two names may be one' : `${length} pairs of names may each be one`}</a>
    </p>
  );
}

/** Pairs that may be one, with why: for the reader to say. */
export function Suggestions() {
  const { names } = useOptionsServices();
  const live = useLive(names.watchSuggestions);
  const atHand = useLive(names.watch);
  const { notice, change, tellFailure } = useChanges();

  const merge = async ({ pair, a, b }: MergeSuggestion): Promise<void> => {
    const idOf = async ({ id, name }: MergeSuggestion['a']) =>
      id ?? (atHand.state === 'ready' ? (await entityCalled(name, atHand.value))?.id : undefined);
    const [one, other] = [await idOf(a), await idOf(b)];
    if (one === undefined || other === undefined) {
      tellFailure({ kind: 'not-found' });
      return;
    }
    // What a pack knows stands for what was learned; else the one that is named more.
    const [less, more] = b.id === undefined || (a.id !== undefined && b.articles >= a.articles) ? [one, other] : [other, one];
    await change(editPlans.merge(less, more, pair), `${a.name} and ${b.name} are one now.`);
  };

  return (
    <>
      <p className="back"><a href="#names">All names and topics</a></p>
      <NoticeLine notice={notice} />
      <LiveList live={live} empty={<Empty said="Nothing to decide. Pairs of names that may be one will be listed here." />}>
        {(suggestions) => (
          <ul className="pairs">
            {suggestions.map((suggestion) => (
              <li key={suggestion.pair}>
                <span className="pair-names"><Side side={suggestion.a} /> and <Side side={suggestion.b} /></span>
                <span className="note">{`Perhaps one: ${reasons[suggestion.because]}.`}</span>
                <span className="buttons">
                  <button type="button" className="button" aria-label={`${suggestion.a.name} and ${suggestion.b.name} are one`} onClick={() => void merge(suggestion)}>
                    They are one
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={`Keep ${suggestion.a.name} and ${suggestion.b.name} apart`}
                    onClick={() => void change([{ does: 'settle', pair: suggestion.pair, state: 'declined' }], `${suggestion.a.name} and ${suggestion.b.name} stay two.`)}
                  >
                    Keep apart
                  </button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </LiveList>
    </>
  );
}

function Side({ side: { id, name, articles } }: { readonly side: MergeSuggestion['a'] }) {
  const { locales } = useOptionsServices();
  const title = <span className="title" dir="auto">{name}</span>;
  return (
    <span className="side">
      {id === undefined ? title : <a href={addressOfEntity(id)}>{title}</a>}
      <span className="note">{articlesInWords(articles, locales)}</span>
    </span>
  );
}
