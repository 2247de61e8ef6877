import { useState } from 'react';
import type { ShownEntity } from '../../lib/messaging/protocol';
import { WhoElse } from '../card/WhoElse';
import type { ChangeFunction } from '../forms/use-undoable';
import { usePanelServices } from '../services-context';
import type { EntityInFull, OtherEntity } from './panel-services';

export interface WhatTheReaderSaysProps {
  readonly subject: ShownEntity;
  readonly attention: EntityInFull['attention'];
  /** How the page writes it. */
  readonly texts: readonly string[];
  readonly page: string;
  readonly change: ChangeFunction;
}

/** Follow, mute, not this one: each with a way back. */
export function WhatTheReaderSays({ subject: { id, name, kind }, attention, texts, page, change }: WhatTheReaderSaysProps) {
  const { panel } = usePanelServices();
  const [others, setOthers] = useState<readonly OtherEntity[] | null>(null);
  const isFollowed = attention === 'followed';
  const isMuted = attention === 'muted';
  const written = [...new Set(texts)];

  const attend = (as: EntityInFull['attention'], said: string) => void change([{ does: 'attend', entity: id, as }], said);
  const askOthers = async () => {
    const found = await Promise.all(written.map((text) => panel.others(text, id)));
    const all = found.flatMap((each) => (each.ok ? each.value : []));
    setOthers([...new Map(all.map((other) => [other.id, other])).values()]);
  };
  const correct = ({ is, everywhere }: { readonly is?: string; readonly everywhere: boolean }) => {
    setOthers(null);
    void change(
      written.map((text) => ({ does: 'correct', correction: { text, not: id, is, url: everywhere ? undefined : page } })),
      everywhere ? 'Noted, wherever the name stands.' : 'Noted for this page.',
    );
  };

  return (
    <>
      <p className="buttons">
        <button type="button" className="button" aria-pressed={isFollowed} onClick={() => attend(isFollowed ? 'usual' : 'followed', isFollowed ? `You no longer follow ${name}.` : `You follow ${name} now.`)}>
          {isFollowed ? 'Following' : 'Follow'}
        </button>
        <button type="button" className="button" aria-pressed={isMuted} onClick={() => attend(isMuted ? 'usual' : 'muted', isMuted ? `${name} is marked again.` : `${name} is not marked any more.`)}>
          {isMuted ? 'Muted' : 'Mute'}
        </button>
        {written.length > 0 && (
          <button type="button" className="button" aria-expanded={others !== null} onClick={() => (others ? setOthers(null) : void askOthers())}>
            {kind === 'person' ? 'Someone else?' : 'Something else?'}
          </button>
        )}
      </p>
      {others && <div className="parts"><WhoElse others={others} onChoose={correct} onCancel={() => setOthers(null)} /></div>}
    </>
  );
}
