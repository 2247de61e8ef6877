import type { ImportReport } from '../services';

export interface BadLineListProps {
  readonly fileName: string;
  readonly badLines: ImportReport['badLines'];
}

/** The lines that were passed over, by number and reason, for whoever can mend the file. */
export function BadLineList({ fileName, badLines: { total, listed } }: BadLineListProps) {
  return (
    <details className="bad-lines">
      <summary>{`${total === 1 ? 'One line' : `${total.toLocaleString()} lines`} of ${fileName} could not be used`}</summary>
      <ul>
        {listed.map(({ line, reason }) => <li key={line}>{`Line ${line.toLocaleString()}: ${reason}`}</li>)}
      </ul>
      {total > listed.length && <p>{`These are the first ${listed.length.toLocaleString()}.`}</p>}
    </details>
  );
}
