import type { EntityInFull } from './panel-services';

export interface OutletFilterProps {
  readonly outlets: EntityInFull['outlets'];
  readonly chosen?: string;
  readonly onChoose: (outlet: string | undefined) => void;
}

/** Who reported it, most first. One that is pressed narrows what is shown to it; pressed again, it lets go. */
export function OutletFilter({ outlets, chosen, onChoose }: OutletFilterProps) {
  return (
    <div className="outlets" role="group" aria-label="By outlet">
      {outlets.map(({ outlet, articles }) => (
        <button key={outlet} type="button" aria-pressed={outlet === chosen} onClick={() => onChoose(outlet === chosen ? undefined : outlet)}>
          <bdi>{outlet}</bdi> <span className="count">{articles.toLocaleString()}</span>
        </button>
      ))}
    </div>
  );
}
