import { useState } from 'react';
import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import type { ListedPack } from '../services';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { namesInWords } from './count-words';
import { ImportForm } from './ImportForm';
import { PackTable } from './PackTable';
import { useImport } from './use-import';

export function Packs() {
  const { knowledge, locales } = useOptionsServices();
  const live = useLive(knowledge.watch);
  const { state, start, stop } = useImport(knowledge.importPack);
  const { notice, tell, tellFailure } = useNotice();
  const [removing, setRemoving] = useState<number | null>(null);

  const remove = async (pack: ListedPack) => {
    if (removing !== null) return;
    setRemoving(pack.key);
    tell({ tone: 'working', text: `Removing ${pack.title}…` });
    const removed = await knowledge.removePack(pack.key);
    setRemoving(null);
    if (!removed.ok) {
      tellFailure(removed.failure);
      return;
    }
    tell({ tone: 'done', text: `Removed ${pack.title}.`, action: { label: 'Undo', key: 'undo', onPress: () => void restore(pack) } });
  };

  const restore = async (pack: ListedPack) => {
    tell({ tone: 'working', text: `Bringing ${pack.title} back…` });
    const restored = await knowledge.restorePack(pack.key);
    if (!restored.ok) {
      tellFailure(restored.failure);
      return;
    }
    const text = restored.value ? `${pack.title} is back.` : `${pack.title} is gone for good by now. Import it again from its file.`;
    tell({ tone: 'done', text });
  };

  return (
    <section aria-labelledby="packs">
      <h2 id="packs">Packs</h2>
      <p className="lead">Files of names and topics, to know many at once. Others are learned from what your sources report.</p>
      <ImportForm
        label="Import a pack"
        state={state}
        countInWords={(items) => namesInWords(items, locales)}
        next="Articles you have are linked to its names now."
        onFile={(file) => void start(file)}
        onStop={stop}
      />
      <NoticeLine notice={notice} />
      <LiveList live={live} empty={<Empty said="Your packs will be listed here, with how many names each brings." />}>
        {(packs) => <PackTable packs={packs} locales={locales} removing={removing} onRemove={(pack) => void remove(pack)} />}
      </LiveList>
    </section>
  );
}
