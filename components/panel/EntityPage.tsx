import { useCallback, useEffect } from 'react';
import type { KeyboardEvent } from 'react';
import type { PageReport } from '../../lib/messaging/protocol';
import { NoticeLine } from '../forms/Notice';
import { useUndoable } from '../forms/use-undoable';
import { usePanelServices } from '../services-context';
import { useAnswer } from '../use-answer';
import { Coming } from './Coming';
import { EntityHeadline } from './EntityHeadline';
import { InTheNews } from './InTheNews';
import { Unread } from './Unread';
import { WhatTheReaderSays } from './WhatTheReaderSays';
import type { PageFacts } from './panel-services';

export interface EntityPageProps {
  readonly id: string;
  readonly page: PageFacts;
  readonly annotations: Extract<PageReport, { state: 'annotated' }>['annotations'];
  readonly onReveal: () => void;
  readonly onBack: () => void;
}

/** One entity in full, in the light of the page: who, where here, when in the news, before, since, said, and all. */
export function EntityPage({ id, page, annotations, onReveal, onBack }: EntityPageProps) {
  const { panel } = usePanelServices();
  const { url, title, published } = page;
  const alongside = [...new Set(annotations.map(({ entity }) => entity.id))].filter((other) => other !== id).join('\n');
  const askFacts = useCallback(() => panel.entity(id), [panel, id]);
  const askCoverage = useCallback(
    () => panel.coverage({ entity: id, page: { url, title, published }, alongside: alongside.split('\n').filter((other) => other !== '') }),
    [panel, id, url, title, published, alongside],
  );
  const facts = useAnswer(askFacts);
  const coverage = useAnswer(askCoverage);
  const { notice, change } = useUndoable(async (changes) => {
    const made = await panel.change(changes);
    facts.askAgain();
    return made;
  });
  const isRead = coverage.answer.state === 'ready';
  useEffect(() => {
    if (isRead) panel.wasRead(id);
  }, [panel, id, isRead]);

  const here = annotations.filter(({ entity }) => entity.id === id);
  const known = facts.answer.state === 'ready' ? facts.answer.value : undefined;
  const subject = known?.entity ?? here[0]?.entity;
  const failed = [facts.answer, coverage.answer].find((answer) => answer.state === 'failed');
  const goBackOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onBack();
  };

  return (
    <article className="entity-page" aria-labelledby="entity-name" onKeyDown={goBackOnEscape}>
      {subject && <EntityHeadline subject={subject} aliases={known?.entity.aliases ?? []} links={known?.entity.links} count={here.reduce((sum, { count }) => sum + count, 0)} onReveal={onReveal} />}
      {subject && <WhatTheReaderSays subject={subject} attention={known?.attention ?? 'usual'} texts={here.map(({ text }) => text)} page={url} change={change} />}
      <NoticeLine notice={notice} />
      {failed && (
        <Unread
          said="Your coverage could not be read just now."
          failure={failed.failure}
          onRetry={() => {
            facts.askAgain();
            coverage.askAgain();
          }}
        />
      )}
      {!failed && known && coverage.answer.state === 'ready' && <InTheNews facts={known} coverage={coverage.answer.value} />}
      {!failed && !(known && coverage.answer.state === 'ready') && <Coming said="Looking through your sources." />}
    </article>
  );
}
