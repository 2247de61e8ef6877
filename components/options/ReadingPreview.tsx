import { useEffect, useRef, useState } from 'react';
import type { EntityKind } from '../../lib/model/entity';
import { previewMarks } from './preview-marks';
import type { PreviewPiece } from './preview-marks';
import type { ReadingChoices } from './reading-choices';

const about: Readonly<Record<string, { readonly kind: EntityKind; readonly note: string }>> = {
  'Ada Lindqvist': { kind: 'person', note: 'Mayor of Harbourton' },
  Lindqvist: { kind: 'person', note: 'Mayor of Harbourton' },
  Harbourton: { kind: 'place', note: 'City on the east coast' },
  'Brook Valley Council': { kind: 'organisation', note: 'Council of the valley’s nine towns' },
  'flood defences': { kind: 'topic', note: 'Topic' },
};

// No sign stands right behind a name: the line could break before it.
const paragraphs = [
  'Ada Lindqvist told the Brook Valley Council on Tuesday that Harbourton cannot pay for new flood defences alone.',
  'Lindqvist asked the Brook Valley Council to share the cost. Work on the flood defences could begin in spring, she said in Harbourton on Friday, and Lindqvist promised a plan by June.',
];

/** A few lines of a page as the choices have them: marks to rest on, and what opens there. */
export function ReadingPreview({ choices }: { readonly choices: ReadingChoices }) {
  const [open, setOpen] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { dwellMs, modifier, scheme } = choices;

  const rest = (key: string, event: { readonly altKey: boolean; readonly ctrlKey: boolean; readonly shiftKey: boolean }) => {
    clearTimeout(timer.current);
    const isHeld = modifier === 'none' || event[`${modifier}Key`];
    if (isHeld) timer.current = setTimeout(() => setOpen(key), dwellMs);
  };
  const leave = () => {
    clearTimeout(timer.current);
    setOpen(null);
  };

  return (
    <aside className="reading-preview" aria-label="Preview" data-scheme={scheme}>
      <p className="note">Try it here</p>
      {previewMarks(paragraphs, new Map(Object.entries(about).map(([name, { kind }]) => [name, kind])), choices).map((pieces, at) => (
        <p key={paragraphs[at]} className="sample">
          {pieces.map((piece, place) => {
            const key = `${at} ${place}`;
            return piece.isMarked ? (
              <Mark
                key={key}
                piece={piece}
                isOpen={open === key}
                onRest={(event) => rest(key, event)}
                onLeave={leave}
                onPress={() => setOpen(open === key ? null : key)}
              />
            ) : (
              piece.text
            );
          })}
        </p>
      ))}
    </aside>
  );
}

interface MarkProps {
  readonly piece: PreviewPiece;
  readonly isOpen: boolean;
  readonly onRest: (event: React.PointerEvent) => void;
  readonly onLeave: () => void;
  readonly onPress: () => void;
}

function Mark({ piece: { text }, isOpen, onRest, onLeave, onPress }: MarkProps) {
  return (
    <span className="sample-place" onPointerEnter={onRest} onPointerMove={isOpen ? undefined : onRest} onPointerLeave={onLeave}>
      <button
        type="button"
        className="sample-mark"
        aria-expanded={isOpen}
        onClick={onPress}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      >
        {text}
      </button>
      {isOpen && (
        <span className="sample-card" role="status">
          <span className="title">{text === 'Lindqvist' ? 'Ada Lindqvist' : text}</span>
          <span className="note">{about[text]?.note}</span>
        </span>
      )}
    </span>
  );
}
