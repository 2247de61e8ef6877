import { useId, useState } from 'react';
import type { OtherSubject } from '../../lib/card/card-slot';

export interface WhoElseProps {
  readonly others: readonly OtherSubject[];
  readonly onChoose: (choice: { is?: string; everywhere: boolean }) => void;
  readonly onCancel: () => void;
}

/** Whom the name means instead: one of the others of that name, or nobody who is known. */
export function WhoElse({ others, onChoose, onCancel }: WhoElseProps) {
  const [everywhere, setEverywhere] = useState(false);
  const titleId = useId();
  return (
    <section className="who-else" aria-labelledby={titleId}>
      <h3 id={titleId} dir="auto">{others.length > 0 ? 'Or did they mean …' : 'Nobody else you know has this name.'}</h3>
      <ul role="list">
        {others.map(({ id, name, description }) => (
          <li key={id}>
            <button type="button" className="other" onClick={() => onChoose({ is: id, everywhere })}>
              <span className="other-name" dir="auto">{name}</span>
              {description !== undefined && <span className="note" dir="auto">{description}</span>}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="other" onClick={() => onChoose({ everywhere })}>Nobody I know</button>
        </li>
      </ul>
      <div className="scope">
        <label><input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} /> Wherever this name stands</label>
        <button type="button" onClick={onCancel}>Never mind</button>
      </div>
    </section>
  );
}
