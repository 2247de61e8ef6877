import { useState } from 'react';
import { editPlans, ownId } from '../../lib/services/edit-plans';
import type { EntityDetails } from '../name-service';
import type { ChangeFunction } from './use-changes';
import { NameField } from './NameField';

interface AliasListProps {
  readonly details: EntityDetails;
  readonly change: ChangeFunction;
}

/** How else it is written. Names that are somebody else's can be split off to an entity of their own. */
export function AliasList({ details: { entity, edit, members }, change }: AliasListProps) {
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { name, aliases } = entity;
  const taken = aliases.filter((alias) => chosen.has(alias));

  const toggle = (alias: string) => setChosen(new Set(chosen.has(alias) ? [...chosen].filter((one) => one !== alias) : [...chosen, alias]));
  const split = async () => {
    const [first, ...others] = taken;
    if (first === undefined) return;
    const away = { id: ownId(Math.random), name: first, kind: entity.kind, aliases: others };
    if (await change(editPlans.split(entity, away), `${first} stands for itself now.`)) setChosen(new Set());
  };

  return (
    <section aria-labelledby="aliases">
      <h3 id="aliases">Also written as</h3>
      {aliases.length === 0 && <p className="note">Only by its name.</p>}
      <ul className="aliases">
        {aliases.map((alias) => (
          <li key={alias}>
            <label>
              <input type="checkbox" checked={chosen.has(alias)} onChange={() => toggle(alias)} />
              <span dir="auto">{alias}</span>
            </label>
            {edit?.addedAliases.includes(alias) === true && <span className="note">by you</span>}
            <button type="button" className="quiet" aria-label={`Take away ${alias}`} onClick={() => void change(editPlans.removeAlias(entity, alias), `${alias} no longer means ${name}.`)}>
              Take away
            </button>
          </li>
        ))}
      </ul>
      {taken.length > 0 && (
        <p className="buttons">
          <button type="button" className="button" onClick={() => void split()}>
            {taken.length === 1 ? `Split off ${taken[0] ?? ''}` : `Split off these ${taken.length} names`}
          </button>
        </p>
      )}
      {isAdding ? (
        <NameField
          label="Another way to write it"
          action="Add"
          onCancel={() => setAdding(false)}
          onName={async (alias) => {
            if (await change(editPlans.addAlias(entity, alias), `${alias} means ${name} now.`)) setAdding(false);
          }}
        />
      ) : (
        <p className="buttons"><button type="button" className="button" onClick={() => setAdding(true)}>Add another way to write it</button></p>
      )}
      {members.length > 0 && (
        <>
          <h3 id="members">Stands for too</h3>
          <ul className="aliases" aria-labelledby="members">
            {members.map(({ id, name: member }) => (
              <li key={id}>
                <span dir="auto">{member}</span>
                <button type="button" className="quiet" aria-label={`Split off ${member}`} onClick={() => void change([{ does: 'merge', entity: id }], `${member} stands for itself again.`)}>
                  Split off
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {(edit?.removedAliases.length ?? 0) > 0 && (
        <>
          <h3 id="taken">Taken away by you</h3>
          <ul className="aliases" aria-labelledby="taken">
            {edit?.removedAliases.map((alias) => (
              <li key={alias}>
                <span dir="auto">{alias}</span>
                {/* Whoever brought it: it may have been the reader. */}
                <button type="button" className="quiet" aria-label={`Bring back ${alias}`} onClick={() => void change([{ does: 'alias', entity: entity.id, alias, is: 'added' }], `${alias} means ${name} again.`)}>
                  Bring back
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
