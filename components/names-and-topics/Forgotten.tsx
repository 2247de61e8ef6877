import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { useChanges } from './use-changes';

export function ForgottenLink() {
  const { names } = useOptionsServices();
  const live = useLive(names.watchForgotten);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  const { length } = live.value;
  return (
    <p className="suggestions-link">
      <a href="#names/forgotten">{length === 1 ? 'One name that you took away' : `${length} names that you took away`}</a>
    </p>
  );
}

/** What the reader took away, however long ago: to be known again. */
export function Forgotten() {
  const { names } = useOptionsServices();
  const live = useLive(names.watchForgotten);
  const { notice, change } = useChanges();
  return (
    <>
      <p className="back"><a href="#names">All names and topics</a></p>
      <NoticeLine notice={notice} />
      <LiveList live={live} empty={<Empty said="Nothing is forgotten. Names that you take away will be listed here." />}>
        {(forgotten) => (
          <ul className="pairs" aria-label="Forgotten names">
            {forgotten.map(({ id, name }) => (
              <li key={id}>
                <span className="pair-names"><span className="title" dir="auto">{name}</span></span>
                <span className="buttons">
                  <button
                    type="button"
                    className="button"
                    aria-label={`Bring back ${name}`}
                    onClick={() => void change([{ does: 'forget', entity: id, isForgotten: false }], `${name} is known again.`)}
                  >
                    Bring back
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
