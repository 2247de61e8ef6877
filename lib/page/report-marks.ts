import type { CardSubject } from '../card/card-content';
import type { PageMark } from './page-marks';

/** One way in which an entity is written on a page. */
export interface ReportedName {
  readonly text: string;
  readonly count: number;
  /** The highest of its mentions. */
  readonly confidence: number;
  readonly entity: CardSubject;
}

/** What was marked, in the order of the page, once for each way an entity is written. */
export function reportMarks(marks: readonly Pick<PageMark, 'text' | 'confidence' | 'subject'>[]): ReportedName[] {
  const names = new Map<string, ReportedName>();
  for (const { text: written, confidence, subject } of marks) {
    const text = written.replace(/\s+/g, ' ');
    const { id, name, kind, description } = subject;
    const key = `${id} ${text}`;
    const known = names.get(key);
    names.set(key, {
      text,
      entity: { id, name, kind, description },
      count: (known?.count ?? 0) + 1,
      confidence: Math.max(known?.confidence ?? 0, confidence),
    });
  }
  return [...names.values()];
}
