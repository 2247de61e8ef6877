import { useEffect, useState } from 'react';
import type { StorageUse } from '../services';
import { useOptionsServices } from '../services-context';

/** How much room the reader's data takes, and whether the browser keeps it come what may. */
export function Storage() {
  const { storage, locales } = useOptionsServices();
  const [use, setUse] = useState<StorageUse | null>(null);
  const [isRefused, setRefused] = useState(false);

  useEffect(() => {
    let isOver = false;
    void storage.use().then((now) => {
      if (!isOver) setUse(now);
    });
    return () => {
      isOver = true;
    };
  }, [storage]);

  const keep = async () => {
    setRefused(!(await storage.keep()));
    setUse(await storage.use());
  };

  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString([...locales], { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 })} MB`;

  return (
    <section aria-labelledby="storage">
      <h2 id="storage">Storage</h2>
      <p className="lead">Everything stays on this device, in your browser’s storage for Sidelight.</p>
      {use && (
        <>
          <p>
            {use.mostBytes === undefined ? `${megabytes(use.usedBytes)} used.` : `${megabytes(use.usedBytes)} used of ${megabytes(use.mostBytes)} that your browser offers.`}
          </p>
          {use.mostBytes !== undefined && <meter className="use" aria-label="Storage used" min={0} max={use.mostBytes} value={use.usedBytes} />}
          {use.isKept ? (
            <p className="note">Your browser keeps it when the disk is full.</p>
          ) : (
            <>
              <p className="note">When the disk is full, your browser may clear it.</p>
              <p className="buttons"><button type="button" className="button" onClick={() => void keep()}>Ask the browser to keep it</button></p>
            </>
          )}
          {isRefused && <p role="status">Your browser does not promise that now. It may once you have used Sidelight for a while.</p>}
        </>
      )}
    </section>
  );
}
