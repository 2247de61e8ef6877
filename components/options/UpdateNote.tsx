import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';

/** Said once, after an update, where a reader looks anyway. */
export function UpdateNote() {
  const { updates } = useOptionsServices();
  const live = useLive(updates.watch);
  if (live.state !== 'ready' || live.value === undefined) return null;
  return (
    <p className="notice update-note" data-tone="done">
      <span>{`Sidelight is ${live.value} now. Everything you set and taught it is as it was.`}</span>
      <button type="button" className="button" onClick={() => void updates.dismiss()}>Good</button>
    </p>
  );
}
