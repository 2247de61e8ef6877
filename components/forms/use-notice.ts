import { useState } from 'react';
import type { Failure } from '../../lib/errors/failure';
import { sentenceFor } from '../failure-sentences';
import type { Notice } from './Notice';

/** The one line that a section says about what happened last. */
export function useNotice() {
  const [notice, tell] = useState<Notice | null>(null);
  const tellFailure = (failure: Failure) => tell({ tone: 'failed', text: sentenceFor(failure) });
  return { notice, tell, tellFailure };
}
