import { articleEvidence } from '../../lib/linking/article-evidence';
import { CoverageCounts } from '../../lib/linking/coverage-evidence';
import { judgeDocument } from '../../lib/linking/link-document';
import { parseCoverageArticle, parseCoverageHeader } from '../../lib/packs/coverage-lines';
import type { Knowledge } from './knowledge';
import { readItems } from './read-lines';

/** Links the articles of a coverage file and counts what their names meant, as a knowledge base does when they arrive. */
export async function learnFromCoverage({ entities, spot }: Knowledge, file: string, weights?: Float64Array): Promise<CoverageCounts> {
  const counts = new CoverageCounts();
  for await (const { title, summary, text } of readItems(file, { header: parseCoverageHeader, item: parseCoverageArticle })) {
    const blocks = `${title}\n${text ?? summary ?? ''}`.split('\n');
    counts.add(articleEvidence(judgeDocument({ blocks, matches: blocks.map(spot), entities }, weights)));
  }
  return counts;
}
