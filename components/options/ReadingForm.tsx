import type { ReactNode } from 'react';
import type { ReadingChoices } from './reading-choices';
import { allKinds, kindPlurals } from '../names-and-topics/kind-words';
import { ReadingPreview } from './ReadingPreview';

export interface ReadingFormProps {
  readonly choices: ReadingChoices;
  readonly onChange: (choices: Partial<ReadingChoices>) => void;
}

const longestDwellMs = 1_500;

/** Every choice about reading, beside a text that shows what it comes to. */
export function ReadingForm({ choices, onChange }: ReadingFormProps) {
  const { density, hiddenKinds, dwellMs, modifier, everyPage, scheme } = choices;
  return (
    <div className="reading">
      <form onSubmit={(event) => event.preventDefault()}>
        <Group id="density" legend="How much is marked">
          <Radios
            name="density"
            value={density}
            options={[
              ['few', 'Little', 'Each name once on a page.'],
              ['normal', 'Some', 'Each name once in each stretch of a page.'],
              ['all', 'All', 'Each name wherever it stands.'],
            ]}
            onChange={(next) => onChange({ density: next })}
          />
        </Group>
        <Group id="kinds" legend="What is marked">
          {allKinds.map((kind) => (
            <label key={kind} className="tick">
              <input
                type="checkbox"
                checked={!hiddenKinds.includes(kind)}
                onChange={(event) =>
                  onChange({ hiddenKinds: event.target.checked ? hiddenKinds.filter((one) => one !== kind) : [...hiddenKinds, kind] })
                }
              />
              {kindPlurals[kind]}
            </label>
          ))}
        </Group>
        <Group id="opening" legend="How a card opens">
          <Radios
            name="modifier"
            value={modifier}
            options={[
              ['none', 'Rest the pointer on a name', 'A click, a tap and the keys open it too.'],
              ['alt', 'Rest the pointer while holding Alt', ''],
              ['ctrl', 'Rest the pointer while holding Ctrl', ''],
              ['shift', 'Rest the pointer while holding Shift', ''],
            ]}
            onChange={(next) => onChange({ modifier: next })}
          />
          <label className="slider">
            <span>How long it rests before the card opens</span>
            <input type="range" min={0} max={longestDwellMs} step={50} value={Math.min(dwellMs, longestDwellMs)} onChange={(event) => onChange({ dwellMs: Number(event.target.value) })} />
            <output>{dwellMs === 0 ? 'at once' : `${(dwellMs / 1000).toFixed(2)} s`}</output>
          </label>
        </Group>
        <Group id="every-page" legend="Which pages are read">
          <label className="tick">
            <input type="checkbox" checked={everyPage} onChange={(event) => onChange({ everyPage: event.target.checked })} />
            <span>
              Front pages, lists and apps too
              <span className="note">Otherwise articles alone. Only on the sites you switched on.</span>
            </span>
          </label>
        </Group>
        <Group id="appearance" legend="Appearance">
          <Radios
            name="scheme"
            value={scheme ?? 'system'}
            options={[['system', 'As your system', ''], ['light', 'Light', ''], ['dark', 'Dark', '']]}
            onChange={(next) => onChange({ scheme: next === 'system' ? undefined : next })}
          />
        </Group>
      </form>
      <ReadingPreview choices={choices} />
    </div>
  );
}

function Group({ id, legend, children }: { readonly id: string; readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset id={id}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface RadiosProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string, string])[];
  readonly onChange: (value: T) => void;
}

function Radios<T extends string>({ name, value, options, onChange }: RadiosProps<T>) {
  return (
    <>
      {options.map(([option, words, note]) => (
        <label key={option} className="tick">
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
          <span>
            {words}
            {note !== '' && <span className="note">{note}</span>}
          </span>
        </label>
      ))}
    </>
  );
}
