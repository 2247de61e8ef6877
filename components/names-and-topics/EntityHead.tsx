import { useState } from 'react';
import type { EntityKind } from '../../lib/model/entity';
import { editPlans } from '../../lib/services/edit-plans';
import type { EntityDetails } from '../name-service';
import type { ChangeFunction } from './use-changes';
import { NameField } from './NameField';
import { allKinds, kindWords } from './kind-words';

interface EntityHeadProps {
  readonly details: EntityDetails;
  readonly change: ChangeFunction;
}

/** Who it is, and what it is to the reader. */
export function EntityHead({ details: { entity, edit, found }, change }: EntityHeadProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { id, name, kind, description } = entity;
  const isFollowed = edit?.followed === 1;
  const isMuted = edit?.muted === 1;

  const attend = (as: 'followed' | 'muted' | 'usual', said: string) => void change([{ does: 'attend', entity: id, as }], said);
  const forget = () =>
    void change(
      found?.origin === 'reader' ? [{ does: 'drop', entity: id }] : [{ does: 'forget', entity: id, isForgotten: true }],
      `${name} is not known any more.`,
    );

  return (
    <header className="entity-head">
      {/* While its new name is written, it still names the page for the ear. */}
      <h2 id="entity-name" className={isRenaming ? 'heard' : undefined} dir="auto">{name}</h2>
      {isRenaming && (
        <NameField
          label="New name"
          action="Rename"
          initial={name}
          onCancel={() => setRenaming(false)}
          onName={async (next) => {
            if (next === name || (await change(editPlans.rename(entity, next), `${name} is ${next} now. The old name is still found.`))) setRenaming(false);
          }}
        />
      )}
      {description !== undefined && <p className="lead" dir="auto">{description}</p>}
      <div className="buttons">
        <button type="button" className="button" aria-pressed={isFollowed} onClick={() => attend(isFollowed ? 'usual' : 'followed', isFollowed ? `You no longer follow ${name}.` : `You follow ${name} now.`)}>
          {isFollowed ? 'Following' : 'Follow'}
        </button>
        <button type="button" className="button" aria-pressed={isMuted} onClick={() => attend(isMuted ? 'usual' : 'muted', isMuted ? `${name} is marked again.` : `${name} is marked nowhere now.`)}>
          {isMuted ? 'Muted' : 'Mute'}
        </button>
        <button type="button" className="button" onClick={() => setRenaming(true)}>Rename</button>
        <label className="choice">
          <span className="heard">Kind</span>
          <select
            value={kind ?? ''}
            onChange={(event) => {
              const next = allKinds.find((one): one is EntityKind => one === event.target.value);
              if (next) void change([{ does: 'kind', entity: id, kind: next }], `${name}: ${kindWords[next].toLowerCase()}.`);
            }}
          >
            {kind === undefined && <option value="">Kind not known</option>}
            {allKinds.map((one) => <option key={one} value={one}>{kindWords[one]}</option>)}
          </select>
        </label>
        <button type="button" className="quiet" onClick={forget}>Forget this name</button>
      </div>
    </header>
  );
}
