import { fail, succeed, type Result } from '../../lib/errors/failure';

/** A text to be judged: `{"id","text"}`. */
interface Document {
  readonly id: string;
  readonly text: string;
}

export function parseDocument(line: string): Result<Document> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail('unexpected', 'it is not JSON');
  }
  if (typeof value !== 'object' || value === null) return fail('unexpected', 'it is not a JSON object');
  const { id, text } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof text !== 'string') return fail('unexpected', 'it has no id or no text');
  return succeed({ id, text });
}
