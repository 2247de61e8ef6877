import { useId, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { CardTab, OpenCard } from '../../lib/card/card-state';
import { CardBody } from './CardBody';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';

export interface CardProps {
  readonly card: OpenCard;
  /** Of the page that the card lies on; texts within find their own. */
  readonly direction: 'ltr' | 'rtl';
  readonly formatDate: (moment: string) => string;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onTab: (tab: CardTab) => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
  readonly onAddSources: () => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The card of one name: a dialog beside the text that takes no part of the page away. */
export function Card({ card, direction, formatDate, ref, ...on }: CardProps) {
  const nameId = useId();
  const { mark, content, tab } = card;
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
      tabIndex={-1}
      data-kept-place={keepsPlace || undefined}
      onKeyDown={closeOnEscape}
    >
      <CardHead mark={mark} nameId={nameId} onStep={on.onStep} onClose={on.onClose} />
      <CardBody content={content} tab={tab} formatDate={formatDate} onTab={on.onTab} onRetry={on.onRetry} onAddSources={on.onAddSources} />
      <CardFoot onAddSources={on.onAddSources} />
    </div>
  );
}

/** Whether this subject's card opened before its content came: it then keeps the place that it made for it. */
function useKeptPlace(subject: string, isAsking: boolean): boolean {
  const [kept, setKept] = useState<string | null>(null);
  if (isAsking && kept !== subject) setKept(subject);
  return kept === subject;
}
