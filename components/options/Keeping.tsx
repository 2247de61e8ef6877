import type { Settings } from '../../lib/settings/settings';
import { sentenceFor } from '../failure-sentences';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { articlesInWords } from './count-words';

type Budget = Settings['keep'];

const articleChoices = [10_000, 50_000, 100_000, 250_000, 1_000_000];
const megabyteChoices = [250, 500, 1_000, 2_500, 10_000];

/** How much coverage is kept, how much there is, and whether what the reader reads belongs to it. */
export function Keeping() {
  const { settings, knowledge, locales } = useOptionsServices();
  const chosen = useLive(settings.watch);
  const size = useLive(knowledge.watchCoverage);
  const { notice, tell } = useNotice();

  if (chosen.state === 'failed') return <p className="failed" role="alert">{sentenceFor(chosen.failure)}</p>;
  if (chosen.state === 'loading') return <div className="coming" aria-busy="true" />;
  const { keep, keepRead } = chosen.value;
  const used = size.state === 'ready' ? size.value : undefined;

  const save = (budget: Budget) => settings.change((before) => ({ ...before, keep: budget }));
  const choose = async (change: Partial<Budget>) => {
    const next = { ...keep, ...change };
    await save(next);
    const isOver = used !== undefined && (used.articles > next.articles || used.megabytes > next.megabytes);
    if (!isOver) {
      tell(null);
      return;
    }
    const back = () => void save(keep).then(() => tell({ tone: 'done', text: 'As before. Nothing more is given up.' }));
    tell({ tone: 'done', text: 'The oldest articles go within five minutes.', action: { label: 'Undo', key: 'undo', onPress: back } });
  };

  return (
    <section aria-labelledby="keeping">
      <h2 id="keeping">How much is kept</h2>
      <p className="lead">
        When there is more coverage than this, the oldest articles go. Those you keep, and those that mention whom you follow,
        stay.
      </p>
      {size.state === 'failed' && <p className="failed" role="alert">{sentenceFor(size.failure)}</p>}
      <div className="keeping">
        <Limit
          label="Articles"
          choices={articleChoices}
          limit={keep.articles}
          used={used?.articles}
          inWords={(count) => articlesInWords(count, locales)}
          onChoose={(articles) => void choose({ articles })}
        />
        <Limit
          label="Megabytes"
          choices={megabyteChoices}
          limit={keep.megabytes}
          used={used?.megabytes}
          inWords={(count) => `${Math.round(count).toLocaleString([...locales])} MB`}
          onChoose={(megabytes) => void choose({ megabytes })}
        />
      </div>
      <NoticeLine notice={notice} />
      <label className="tick">
        <input
          type="checkbox"
          checked={keepRead}
          onChange={(event) => {
            const { checked } = event.target;
            void settings.change((before) => ({ ...before, keepRead: checked }));
          }}
        />
        <span>
          Keep the articles I read
          <span className="note">On sites you switched on, and never in private windows. They stay in this browser like the others.</span>
        </span>
      </label>
    </section>
  );
}

interface LimitProps {
  readonly label: string;
  readonly choices: readonly number[];
  readonly limit: number;
  /** Absent while it is counted. */
  readonly used: number | undefined;
  readonly inWords: (count: number) => string;
  readonly onChoose: (limit: number) => void;
}

function Limit({ label, choices, limit, used, inWords, onChoose }: LimitProps) {
  // One that was set elsewhere, as by a restored file, is offered too.
  const offered = [...new Set([...choices, limit])].sort((one, other) => one - other);
  return (
    <div>
      <label className="choice">
        {label}
        <select value={limit} onChange={(event) => onChoose(Number(event.target.value))}>
          {offered.map((choice) => <option key={choice} value={choice}>{`up to ${inWords(choice)}`}</option>)}
        </select>
      </label>
      <meter className="use" aria-label={`${label} kept`} min={0} max={limit} value={Math.min(used ?? 0, limit)} />
      <p className="note">{used === undefined ? 'Counting…' : `${inWords(used)} now`}</p>
    </div>
  );
}
