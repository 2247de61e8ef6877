import { sentenceFor } from '../failure-sentences';
import { defaultSettings, readingSettings } from '../../lib/settings/settings';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { ReadingForm } from './ReadingForm';
import type { ReadingChoices } from './reading-choices';

/** How names are marked and cards open. */
export function Reading() {
  const { settings } = useOptionsServices();
  const live = useLive(settings.watch);
  const { notice, tell } = useNotice();

  if (live.state === 'loading') return <div className="coming" aria-busy="true" />;
  if (live.state === 'failed') return <p className="failed" role="alert">{sentenceFor(live.failure)}</p>;

  const change = (choices: Partial<ReadingChoices>) => void settings.change((before) => ({ ...before, ...choices }));
  const reset = () => {
    const before = readingSettings(live.value);
    change({ scheme: undefined, ...readingSettings(defaultSettings) });
    tell({
      tone: 'done',
      text: 'Everything here is as it was when you installed Sidelight.',
      action: {
        label: 'Undo',
        key: 'undo',
        onPress: () => {
          change({ scheme: undefined, ...before });
          tell(null);
        },
      },
    });
  };

  return (
    <>
      <ReadingForm choices={live.value} onChange={change} />
      <p className="buttons"><button type="button" className="button" onClick={reset}>Set all of it back</button></p>
      <NoticeLine notice={notice} />
    </>
  );
}
