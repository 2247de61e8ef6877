import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { limits } from '../../lib/model/limits';

export interface NameFieldProps {
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** One name, typed. Escape leaves things as they were. */
export function NameField({ label, action, initial = '', onName, onCancel }: NameFieldProps) {
  const id = useId();
  const [name, setName] = useState(initial);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void onName(name.trim());
  };
  return (
    <form className="line-form" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') onCancel(); }}>
      <label className="heard" htmlFor={id}>{label}</label>
      <input id={id} className="field" autoFocus placeholder={label} maxLength={limits.nameLength} value={name} onChange={(event) => setName(event.target.value)} />
      <button type="submit" className="button primary">{action}</button>
      <button type="button" className="button" onClick={onCancel}>Cancel</button>
    </form>
  );
}
