import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import type { EntityKind } from '../../lib/model/entity';
import type { OwnEntity } from '../../lib/model/entity-edit';
import { limits } from '../../lib/model/limits';
import { allKinds, kindWords } from './kind-words';

export interface AddNameFormProps {
  readonly initialName: string;
  readonly onAdd: (facts: Omit<OwnEntity, 'id'>) => Promise<void>;
  readonly onCancel: () => void;
}

/** A name by hand: what it is, and how else it is written. */
export function AddNameForm({ initialName, onAdd, onCancel }: AddNameFormProps) {
  const id = useId();
  const [name, setName] = useState(initialName);
  const [kind, setKind] = useState<EntityKind | undefined>(undefined);
  const [aliases, setAliases] = useState('');
  const [description, setDescription] = useState('');
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || name.trim() === '') return;
    setBusy(true);
    const written = aliases.split(',').map((alias) => alias.trim()).filter((alias) => alias !== '');
    await onAdd({
      name: name.trim(),
      kind,
      aliases: written.slice(0, limits.aliasesPerEntity),
      description: description.trim() === '' ? undefined : description.trim(),
    });
    setBusy(false);
  };

  return (
    <form className="fields" aria-label="Add a name" onSubmit={(event) => void submit(event)}>
      <label htmlFor={`${id}name`}>Name</label>
      <input id={`${id}name`} className="field" autoFocus required maxLength={limits.nameLength} value={name} onChange={(event) => setName(event.target.value)} />
      <label htmlFor={`${id}kind`}>Kind</label>
      <select id={`${id}kind`} value={kind ?? ''} onChange={(event) => setKind(allKinds.find((one) => one === event.target.value))}>
        <option value="">Not said</option>
        {allKinds.map((one) => <option key={one} value={one}>{kindWords[one]}</option>)}
      </select>
      <label htmlFor={`${id}aliases`}>Also written as</label>
      <input id={`${id}aliases`} className="field" placeholder="With commas between" value={aliases} onChange={(event) => setAliases(event.target.value)} />
      <label htmlFor={`${id}description`}>Who or what it is</label>
      <input id={`${id}description`} className="field" maxLength={limits.descriptionLength} value={description} onChange={(event) => setDescription(event.target.value)} />
      <p className="buttons">
        <button type="submit" className="button primary" aria-disabled={isBusy}>Add</button>
        <button type="button" className="button" onClick={onCancel}>Cancel</button>
      </p>
    </form>
  );
}
