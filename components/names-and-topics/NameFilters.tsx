import type { NameFilter } from '../name-service';
import { allKinds, kindPlurals } from './kind-words';

const origins = [['pack', 'Packs'], ['learned', 'Learned from your sources'], ['reader', 'Added by you']] as const;

export interface NameFiltersProps {
  readonly filter: NameFilter;
  readonly packs: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (filter: NameFilter) => void;
}

/** What the list is narrowed to, beside what was typed. */
export function NameFilters({ filter, packs, onChange }: NameFiltersProps) {
  const onePack = packs.map(({ id, title }) => [`pack ${id}`, title] as const);
  return (
    <div className="filters">
      <Choice
        label="Kind"
        value={filter.kind}
        options={allKinds.map((kind) => [kind, kindPlurals[kind]] as const)}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Choice
        label="From"
        value={filter.pack === undefined ? filter.origin : `pack ${filter.pack}`}
        options={[...origins, ...onePack]}
        onChange={(from) =>
          onChange({
            ...filter,
            origin: origins.find(([origin]) => origin === from)?.[0],
            pack: packs.find(({ id }) => from === `pack ${id}`)?.id,
          })
        }
      />
      <Choice
        label="Show"
        value={filter.attention}
        options={[['followed', 'Followed'], ['muted', 'Muted']] as const}
        onChange={(attention) => onChange({ ...filter, attention })}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T | undefined) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <label className="choice">
      {label}
      <select value={value ?? ''} onChange={(event) => onChange(options.find(([name]) => name === event.target.value)?.[0])}>
        <option value="">All</option>
        {options.map(([name, words]) => <option key={name} value={name}>{words}</option>)}
      </select>
    </label>
  );
}
