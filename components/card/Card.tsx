import { useId, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { CardActions } from '../../lib/card/card-slot';
import type { CardTab, OpenCard } from '../../lib/card/card-state';
import { CardBody } from './CardBody';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';

export interface CardProps {
  readonly card: OpenCard;
  /** Of the page that the card lies on; texts within find their own. */
  readonly direction: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
  readonly formatDate: (moment: string) => string;
  readonly locales: readonly string[];
  readonly actions: CardActions;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onTab: (tab: CardTab) => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
  readonly onAddSources: () => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The card of one name: a dialog beside the text that takes no part of the page away. */
export function Card({ card, direction, scheme, formatDate, locales, actions, ref, ...on }: CardProps) {
  const nameId = useId();
  const { mark, content, tab } = card;
  const isFollowed = content.state === 'ready' && content.isFollowed === true;
  const keepsPlace = useKeptPlace(mark.subject.id, content.state === 'asking');

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    on.onClose();
  };

  return (
    <div
      ref={ref}
      className="card sidelight"
      role="dialog"
      aria-labelledby={nameId}
      aria-busy={content.state === 'asking'}
      lang="en"
      dir={direction}
      style={{ colorScheme: scheme }}
      tabIndex={-1}
      data-kept-place={keepsPlace || undefined}
      onKeyDown={closeOnEscape}
    >
      <CardHead mark={mark} nameId={nameId} fresh={content.state === 'ready' ? (content.fresh ?? 0) : 0} onStep={on.onStep} onClose={on.onClose} />
      <CardBody key={mark.subject.id} content={content} tab={tab} formatDate={formatDate} locales={locales} onTab={on.onTab} onRetry={on.onRetry} onAddSources={on.onAddSources} />
      {content.state !== 'unknown' && <CardFoot
        key={`${mark.subject.id} ${isFollowed}`}
        subject={mark.subject.name}
        kind={mark.subject.kind}
        isFollowed={isFollowed}
        actions={actions}
      />}
    </div>
  );
}

/** Whether this subject's card opened before its content came: it then keeps the place that it made for it. */
function useKeptPlace(subject: string, isAsking: boolean): boolean {
  const [kept, setKept] = useState<string | null>(null);
  if (isAsking && kept !== subject) setKept(subject);
  return kept === subject;
}
