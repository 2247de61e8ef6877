import { Component } from 'react';
import type { ReactNode } from 'react';
import { sentenceFor } from './failure-sentences';

interface Props {
  readonly children: ReactNode;
}

/** The edge of a page: what breaks inside is told in a sentence. React itself reports it to the console. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="empty" role="alert">
        <p className="said">This page stopped.</p>
        <p>{sentenceFor({ kind: 'unexpected' })}</p>
        <button type="button" className="button" onClick={() => location.reload()}>Reload</button>
      </div>
    );
  }
}
