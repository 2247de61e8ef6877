import { useId } from 'react';

export interface SiteSwitchProps {
  readonly site: string;
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function SiteSwitch({ site, isOn, isBusy, onSwitch }: SiteSwitchProps) {
  const labelId = useId();
  return (
    <div className="site-switch">
      <span id={labelId}>
        Mark names on <strong>{site}</strong>
      </span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={isOn}
        aria-labelledby={labelId}
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy) onSwitch(!isOn);
        }}
      >
        <span className="word" aria-hidden="true">{isOn ? 'On' : 'Off'}</span>
        <span className="track" aria-hidden="true" />
      </button>
    </div>
  );
}
