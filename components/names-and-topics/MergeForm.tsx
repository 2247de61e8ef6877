import { useDeferredValue, useEffect, useId, useState } from 'react';
import type { Entity } from '../../lib/model/entity';
import { editPlans } from '../../lib/services/edit-plans';
import type { EntityDetails } from '../name-service';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import type { ChangeFunction } from './use-changes';
import { addressOfEntity } from './name-address';

const offered = 6;

interface MergeFormProps {
  readonly details: EntityDetails;
  readonly change: ChangeFunction;
}

/** Says that this is the same as another, which stands for both from then on. */
export function MergeForm({ details: { entity }, change }: MergeFormProps) {
  const { names } = useOptionsServices();
  const id = useId();
  const [text, setText] = useState('');
  const [others, setOthers] = useState<readonly Entity[]>([]);
  const live = useLive(names.watch);
  const typed = useDeferredValue(text.trim());

  useEffect(() => {
    let isOver = false;
    const look = async () => {
      if (typed === '' || live.state !== 'ready' || live.value.state !== 'ready') {
        setOthers([]);
        return;
      }
      const rows = await live.value.find({ text: typed }).rows(0, offered + 1);
      if (!isOver && rows.ok) setOthers(rows.value.flatMap((one) => (one && one.id !== entity.id ? one : [])).slice(0, offered));
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [typed, live, entity.id]);

  const merge = async (other: Entity) => {
    if (!(await change(editPlans.merge(entity.id, other.id), `${entity.name} and ${other.name} are one now.`))) return;
    setText('');
    location.assign(addressOfEntity(other.id));
  };

  return (
    <section aria-labelledby={`${id}head`}>
      <h3 id={`${id}head`}>Is it the same as another?</h3>
      <label className="heard" htmlFor={id}>{`Find whom ${entity.name} is the same as`}</label>
      <input id={id} className="field narrow" type="search" autoComplete="off" placeholder="Find the other name" value={text} onChange={(event) => setText(event.target.value)} />
      {others.length > 0 && (
        <ul className="aliases">
          {others.map((other) => (
            <li key={other.id}>
              <span>
                <span className="title" dir="auto">{other.name}</span>
                {other.description !== undefined && <span className="note" dir="auto">{other.description}</span>}
              </span>
              <button type="button" className="quiet" aria-label={`Merge into ${other.name}`} onClick={() => void merge(other)}>Merge into this one</button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
