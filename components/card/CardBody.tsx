import type { CardContent } from '../../lib/card/card-content';
import type { CardTab } from '../../lib/card/card-state';
import { sentenceFor } from '../failure-sentences';
import { CardNotice } from './CardNotice';
import { CoverageTabs } from './CoverageTabs';

export interface CardBodyProps {
  readonly content: CardContent;
  readonly tab: CardTab;
  readonly formatDate: (moment: string) => string;
  readonly locales: readonly string[];
  readonly onTab: (tab: CardTab) => void;
  readonly onRetry: () => void;
  readonly onAddSources: () => void;
}

export function CardBody({ content, tab, formatDate, locales, onTab, onRetry, onAddSources }: CardBodyProps) {
  switch (content.state) {
    case 'asking':
      return (
        <div className="body" data-tabless>
          <p className="coming" role="status" dir="auto">Looking through your sources.</p>
        </div>
      );
    case 'ready':
      return <CoverageTabs coverage={content} tab={tab} formatDate={formatDate} locales={locales} onTab={onTab} />;
    case 'empty':
      return (
        <CardNotice
          said="Nothing from your sources on this yet."
          advice="What they report from now on appears here. More sources find more."
          action="Add a source"
          onAction={onAddSources}
        />
      );
    case 'unknown':
      return (
        <CardNotice
          said="Sidelight does not know this name."
          advice="To have it marked, select it, press it with the right mouse button and choose “Add … as a name”."
        />
      );
    case 'failed':
      return (
        <CardNotice
          role="alert"
          said="Your coverage could not be read just now."
          advice={sentenceFor(content.failure)}
          action="Try again"
          onAction={onRetry}
        />
      );
  }
}
