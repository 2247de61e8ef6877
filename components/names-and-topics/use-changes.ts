import { useUndoable } from '../forms/use-undoable';
import { useOptionsServices } from '../services-context';

export type { ChangeFunction } from '../forms/use-undoable';

/** Makes the reader's changes, says so, and offers to take each back. */
export function useChanges() {
  const { names } = useOptionsServices();
  return useUndoable((changes) => names.change(changes));
}
