import { useState } from 'react';
import type { CardActions, Kept, OtherSubject } from '../../lib/card/card-slot';
import { WhoElse } from './WhoElse';

export interface CardFootProps {
  readonly subject: string;
  readonly kind?: string;
  readonly isFollowed: boolean;
  readonly actions: CardActions;
}

interface Told {
  readonly said: string;
  readonly undo?: () => Promise<boolean>;
}

/** What the reader can say about the card's subject, and take back. */
export function CardFoot({ subject, kind, isFollowed, actions }: CardFootProps) {
  const [followed, setFollowed] = useState(isFollowed);
  const [others, setOthers] = useState<readonly OtherSubject[] | null>(null);
  const [told, setTold] = useState<Told | null>(null);

  const tell = (kept: Kept, said: string, takenBack?: () => void) => {
    if (!kept) setTold({ said: 'That could not be kept just now. Nothing was changed.' });
    else setTold({ said, undo: async () => { const done = await kept.undo(); if (done) takenBack?.(); return done; } });
    return kept !== undefined;
  };
  const follow = async () => {
    const on = !followed;
    if (tell(await actions.follow(on), on ? `You follow ${subject} now.` : `You no longer follow ${subject}.`, () => setFollowed(!on))) setFollowed(on);
  };
  const mute = async () => void tell(await actions.mute(), `${subject} is not marked any more.`);
  const correct = async (choice: { is?: string; everywhere: boolean }) => {
    setOthers(null);
    tell(await actions.correct(choice), choice.everywhere ? 'Noted, wherever the name stands.' : 'Noted for this page.');
  };
  const openPanel = async () => {
    if (!(await actions.openPanel())) setTold({ said: `Your browser opens the sidebar only from its own menu: View, Sidebar, Sidelight. It shows ${subject} then.` });
  };
  const undo = async () => {
    const done = await told?.undo?.();
    setTold({ said: done === true ? 'Taken back.' : 'That could not be taken back just now.' });
  };

  return (
    <footer className="foot">
      {others && <WhoElse others={others} onChoose={(choice) => void correct(choice)} onCancel={() => setOthers(null)} />}
      {/* Always there, so that what is told is heard. */}
      <p className="told" role="status" hidden={told === null} dir="auto">
        {told?.said}
        {told?.undo && <> <button type="button" onClick={() => void undo()}>Undo</button></>}
      </p>
      <div className="actions">
        <button type="button" aria-pressed={followed} onClick={() => void follow()}>{followed ? 'Following' : 'Follow'}</button>
        <button type="button" aria-expanded={others !== null} onClick={() => (others ? setOthers(null) : void actions.others().then(setOthers))}>
          <bdi>{kind === 'person' ? 'Someone else?' : 'Something else?'}</bdi>
        </button>
        <button type="button" onClick={() => void mute()}>Mute</button>
        <button type="button" className="onward" onClick={() => void openPanel()}>Open in panel</button>
      </div>
    </footer>
  );
}
