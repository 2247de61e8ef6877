import { useCallback, useState } from 'react';
import type { CardBar } from '../../lib/card/card-content';
import { createDateFormat } from '../date-format';
import { sentenceFor } from '../failure-sentences';
import { usePanelServices } from '../services-context';
import { useAnswer } from '../use-answer';
import { Coming } from './Coming';
import { KeepReport } from './KeepReport';
import { Unread } from './Unread';
import type { ReportPage } from './panel-services';

export interface ReportListProps {
  readonly entity: string;
  readonly bar: CardBar | null;
  readonly outlet?: string;
}

/** Everything that names it, newest first; more of it when asked. */
export function ReportList({ entity, bar, outlet }: ReportListProps) {
  const { panel, locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
  const from = bar?.from;
  const to = bar?.to;
  const askFirst = useCallback(() => panel.reports({ entity, from, to, outlet }), [panel, entity, from, to, outlet]);
  const { answer, askAgain } = useAnswer(askFirst);
  const [more, setMore] = useState<readonly ReportPage[]>([]);
  const [problem, setProblem] = useState<string | null>(null);

  if (answer.state === 'loading') return <Coming said="Looking through your sources." />;
  if (answer.state === 'failed') return <Unread said="These reports could not be read just now." failure={answer.failure} onRetry={askAgain} />;
  const pages = [answer.value, ...more];
  const items = pages.flatMap((page) => page.items);
  const next = pages.at(-1)?.next;
  const goOn = async () => {
    const page = await panel.reports({ entity, from, to, outlet, before: next });
    if (page.ok) setMore([...more, page.value]);
    setProblem(page.ok ? null : sentenceFor(page.failure));
  };
  return (
    <>
      <ol className="items" role="list" data-sidelight="all">
        {items.map(({ id, url, title, outlet: by, published, formerTitle, isKept }) => (
          <li key={id} className="item" dir="auto" data-sidelight="item">
            <a className="headline" href={url} target="_blank" rel="noopener noreferrer">{title}</a>
            <p className="meta">
              <span className="outlet" data-sidelight="outlet">{by}</span>
              {published !== undefined && <> · <time dateTime={published}>{formatDate(published)}</time></>}
            </p>
            {formerTitle !== undefined && <p className="meta" data-sidelight="former">Headline before: <q>{formerTitle}</q></p>}
            <KeepReport id={id} title={title} isKept={isKept} />
          </li>
        ))}
      </ol>
      {items.length === 0 && next === undefined && <p className="rest">{bar && outlet !== undefined ? `Nothing by ${outlet} from that time.` : 'Nothing from there any more.'}</p>}
      {problem !== null && <p className="rest" role="alert">{problem}</p>}
      {next !== undefined && <p className="rest"><button type="button" className="button" onClick={() => void goOn()}>Show more</button></p>}
    </>
  );
}
