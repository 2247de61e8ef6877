import type { ReactNode } from 'react';

/** An empty list is an invitation: what will appear, and the one thing that makes it so. */
export function Empty({ said, children }: { readonly said: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="said">{said}</p>
      {children}
    </div>
  );
}
