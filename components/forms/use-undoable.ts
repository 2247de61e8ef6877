import type { KnowledgeChange } from '../../lib/model/entity-edit';
import type { Outcome } from '../watch';
import { useNotice } from './use-notice';

/** Resolves true when the changes were made. */
export type ChangeFunction = (changes: readonly KnowledgeChange[], said: string) => Promise<boolean>;

/** Makes the reader's changes, says so, and offers to take each back. */
export function useUndoable(make: (changes: readonly KnowledgeChange[]) => Outcome<readonly KnowledgeChange[]>) {
  const { notice, tell, tellFailure } = useNotice();

  const change: ChangeFunction = async (changes, said) => {
    const made = await make(changes);
    if (!made.ok) {
      tellFailure(made.failure);
      return false;
    }
    offerUndo(said, made.value);
    return true;
  };

  const offerUndo = (said: string, undo: readonly KnowledgeChange[]): void =>
    tell({ tone: 'done', text: said, action: { label: 'Undo', key: 'undo', onPress: () => void takeBack(undo) } });

  const takeBack = async (undo: readonly KnowledgeChange[]): Promise<void> => {
    const undone = await make(undo);
    if (undone.ok) tell({ tone: 'done', text: 'It is as it was before.', action: { label: 'Do it again', key: 'redo', onPress: () => void change(undone.value, 'Done again.') } });
    else tellFailure(undone.failure);
  };

  return { notice, change, offerUndo, tellFailure };
}
