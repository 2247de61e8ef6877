import type { EntityDetails } from '../name-service';
import { articlesInWords } from '../options/count-words';
import { useOptionsServices } from '../services-context';
import { KeepableHeadline } from './KeepableHeadline';
import { monthBars } from './month-bars';
import type { ChangeFunction } from './use-changes';

export interface EntityCoverageProps {
  readonly details: EntityDetails;
  readonly change: ChangeFunction;
}

/** When it was in the news, and what was written last. */
export function EntityCoverage({ details: { articles, months, newest, members, entity }, change }: EntityCoverageProps) {
  const { locales } = useOptionsServices();
  const bars = monthBars(months);
  const most = Math.max(1, ...bars.map((bar) => bar.articles));
  const month = new Intl.DateTimeFormat([...locales], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const inWords = (name: string) => month.format(new Date(`${name}-01T00:00:00Z`));
  return (
    <section aria-labelledby="coverage-of">
      <h3 id="coverage-of">In your sources</h3>
      {articles === 0 ? (
        <p className="note">{`None of your articles names ${entity.name}${members.length > 0 ? ' or what it stands for' : ''} yet.`}</p>
      ) : (
        <>
          <p className="note">{`${articlesInWords(articles, locales)}${bars.length > 0 ? `, ${inWords(bars[0]?.month ?? '')} to ${inWords(bars.at(-1)?.month ?? '')}` : ''}`}</p>
          <svg className="months" viewBox={`0 0 ${bars.length * 8} 40`} preserveAspectRatio="none" role="img" aria-label={`Articles by month, at most ${most}`}>
            {bars.map((bar, at) => (
              <rect key={bar.month} x={at * 8} width={6} rx={1} y={40 - (bar.articles / most) * 40} height={(bar.articles / most) * 40}>
                <title>{`${inWords(bar.month)}: ${articlesInWords(bar.articles, locales)}`}</title>
              </rect>
            ))}
          </svg>
          <ul className="headlines">
            {newest.map((article) => <KeepableHeadline key={article.id} article={article} change={change} />)}
          </ul>
        </>
      )}
    </section>
  );
}
