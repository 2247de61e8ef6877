import { sentenceFor } from '../failure-sentences';
import { Empty } from '../forms/Empty';
import { groupNames } from './group-names';
import { NameList } from './NameList';
import type { PageView } from './use-page-view';

export interface PageNamesProps {
  readonly view: PageView;
  readonly onReveal: (entity: string) => void;
  readonly onRetry: () => void;
}

/** What was found on the page, in all the states that a page can be in. */
export function PageNames({ view, onReveal, onRetry }: PageNamesProps) {
  switch (view.state) {
    case 'asking':
      return <div className="coming" aria-busy="true" />;
    case 'no-page':
      return (
        <Empty said="Sidelight cannot run on this page.">
          <p>Your browser keeps its own pages and its shop to itself. Open a news article and try there.</p>
        </Empty>
      );
    case 'away':
      return (
        <Empty said="Nothing is marked on this page.">
          <p>Switch this site on to have names marked whenever you read here, or annotate this page once.</p>
        </Empty>
      );
    case 'reading':
      return <p className="telling" role="status">Reading this page…</p>;
    case 'not-an-article':
      return (
        <Empty said="This page does not look like an article.">
          <p>Sidelight marks names in articles and leaves every other page as it is.</p>
        </Empty>
      );
    case 'nothing-known':
      return (
        <Empty said="Sidelight knows no names yet.">
          <p>Import a pack of names, and add the outlets you read. Names on this page are marked from then on.</p>
          <p className="buttons">
            <a className="button primary" href="options.html#data" target="_blank">Import a pack</a>
            <a className="button" href="options.html#sources" target="_blank">Add sources</a>
          </p>
        </Empty>
      );
    case 'annotated': {
      const names = groupNames(view.annotations);
      if (names.length > 0) return <NameList names={names} onReveal={onReveal} />;
      return (
        <Empty said="None of the names you know is on this page.">
          <p><a href="options.html#data" target="_blank">Import another pack</a> to know more names.</p>
        </Empty>
      );
    }
    case 'failed':
      return (
        <div className="empty" role="alert">
          <p className="said">This page could not be read.</p>
          <p>{sentenceFor(view.failure)}</p>
          <button type="button" className="button" onClick={onRetry}>Try again</button>
        </div>
      );
  }
}
