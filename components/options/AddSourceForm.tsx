import { useState } from 'react';
import type { SubmitEvent } from 'react';

export interface AddSourceFormProps {
  readonly isBusy: boolean;
  /** Resolves true when the address was taken, and the field may be emptied. */
  readonly onAdd: (address: string) => Promise<boolean>;
}

export function AddSourceForm({ isBusy, onAdd }: AddSourceFormProps) {
  const [address, setAddress] = useState('');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || address.trim() === '') return;
    if (await onAdd(address)) setAddress('');
  };

  return (
    <form className="line-form" onSubmit={(event) => void submit(event)}>
      <label className="heard" htmlFor="add-source">Address of a news site or a feed</label>
      <input
        id="add-source"
        className="field"
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="Address of a news site or a feed"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className="button primary" aria-disabled={isBusy}>Add</button>
    </form>
  );
}
