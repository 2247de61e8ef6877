import { useCallback, useState } from 'react';
import type { NameOnPage } from '../names/group-names';
import { usePanelServices } from '../services-context';
import { Tabs } from '../tabs/Tabs';
import { useAnswer } from '../use-answer';
import type { PageFacts } from './panel-services';
import { NamesInPanel } from './NamesInPanel';
import { StoryAcross } from './StoryAcross';

export interface OnThisPageProps {
  readonly page: PageFacts;
  readonly names: readonly NameOnPage[];
  /** The name that the reader comes back from. */
  readonly returnTo?: string;
  readonly onOpen: (entity: string) => void;
  readonly onReveal: (entity: string) => void;
}

/** What the page names, and the event that it reports as others report it. */
export function OnThisPage({ page, names, returnTo, onOpen, onReveal }: OnThisPageProps) {
  const { panel } = usePanelServices();
  const [tab, setTab] = useState<'names' | 'story'>('names');
  const { url, title, published } = page;
  const askStory = useCallback(() => panel.story({ url, title, published }), [panel, url, title, published]);
  const { answer: story, askAgain } = useAnswer(askStory);
  const others = story.state === 'ready' ? story.value.articles.filter((article) => article.url !== url).length : undefined;
  return (
    <div className="parts">
      <Tabs
        label="On this page"
        chosen={tab}
        onTab={setTab}
        tabs={[
          { tab: 'names', label: 'Names', count: names.length, content: <NamesInPanel names={names} returnTo={returnTo} onOpen={onOpen} onReveal={onReveal} /> },
          { tab: 'story', label: 'Elsewhere', count: others, content: <StoryAcross story={story} page={page} onRetry={askAgain} /> },
        ]}
      />
    </div>
  );
}
