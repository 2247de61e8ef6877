/** Carries plain data to the other side and brings back what its router answered. Rejects where nobody listens. */
export interface Transport {
  send(message: unknown): Promise<unknown>;
}

/** Who sent a message, as the browser vouches for it, never as the message says. */
export interface Sender {
  /** Absent for those of the extension's own pages that stand in no tab. */
  readonly tabId?: number;
  readonly frameId?: number;
  readonly url?: string;
  /** One of the extension's own pages, not a content script. */
  readonly isExtensionPage: boolean;
  /** In a private window, of which nothing is kept. */
  readonly isPrivate?: boolean;
}
