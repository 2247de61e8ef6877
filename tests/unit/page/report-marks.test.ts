import { describe, expect, it } from 'vitest';
import { reportMarks } from '../../../lib/page/report-marks';

const sessions = { id: 'sessions', name: 'Jeff Sessions' };
const kislyak = { id: 'kislyak', name: 'Sergey Kislyak' };

describe('reportMarks', () => {
  it('counts each way in which an entity is written, in the order of the page', () => {
    const marks = [
      { text: 'Jeff Sessions', confidence: 0.9, subject: sessions },
      { text: 'Kislyak', confidence: 0.7, subject: kislyak },
      { text: 'Sessions', confidence: 0.6, subject: sessions },
      { text: 'Jeff\nSessions', confidence: 0.95, subject: sessions },
      { text: 'Kislyak', confidence: 0.5, subject: kislyak },
    ];
    expect(reportMarks(marks)).toEqual([
      { text: 'Jeff Sessions', count: 2, confidence: 0.95, entity: sessions },
      { text: 'Kislyak', count: 2, confidence: 0.7, entity: kislyak },
      { text: 'Sessions', count: 1, confidence: 0.6, entity: sessions },
    ]);
  });

  it('keeps two entities apart that are written alike', () => {
    const marks = [
      { text: 'Sessions', confidence: 0.9, subject: sessions },
      { text: 'Sessions', confidence: 0.9, subject: { id: 'pete', name: 'Pete Sessions' } },
    ];
    expect(reportMarks(marks).map(({ entity }) => entity.id)).toEqual(['sessions', 'pete']);
  });
});
