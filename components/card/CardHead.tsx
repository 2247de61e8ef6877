import type { CardMark } from '../../lib/card/card-state';

export interface CardHeadProps {
  readonly mark: CardMark;
  readonly nameId: string;
  /** How many reports came since the reader last read about it. */
  readonly fresh: number;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onClose: () => void;
}

const kindNames = { person: 'Person', organisation: 'Organisation', place: 'Place', event: 'Event', work: 'Work', topic: 'Topic' } as const;

/** Who it is, and where on this page. */
export function CardHead({ mark, nameId, fresh, onStep, onClose }: CardHeadProps) {
  const { subject, nth, count } = mark;
  return (
    <header className="head">
      <div className="top">
        <h2 className="name" id={nameId} dir="auto" data-sidelight="name">{subject.name}</h2>
        <button type="button" className="close" aria-label="Close" onClick={onClose}>
          <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
            <path d="M3.5 3.5l9 9m0-9l-9 9" />
          </svg>
        </button>
      </div>
      {(subject.description ?? subject.kind) !== undefined && (
        <p className="description" dir="auto" title={subject.description}>{subject.description ?? kindNames[subject.kind ?? 'topic']}</p>
      )}
      <div className="here">
        <bdi>{count === 1 ? 'Once on this page' : `${count} times on this page`}</bdi>
        {count > 1 && (
          <>
            <StepButton name="Previous mention" path="M8 3L5 6l3 3" onPress={() => onStep(-1)} />
            <StepButton name="Next mention" path="M5 3l3 3-3 3" onPress={() => onStep(1)} />
            <span className="heard" role="status">{`Mention ${nth} of ${count}`}</span>
          </>
        )}
        {fresh > 0 && <span className="fresh" title="Since you last read about it">{`${fresh.toLocaleString()} new`}</span>}
      </div>
    </header>
  );
}

function StepButton({ name, path, onPress }: { name: string; path: string; onPress: () => void }) {
  return (
    <button type="button" className="step" aria-label={name} onClick={onPress}>
      <svg width="13" height="12" viewBox="0 0 13 12" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
