import type { Sender } from './transport';

interface Refusal {
  readonly state: 'failed';
  readonly failure: { readonly kind: 'no-permission' };
}

/**
 * A handler for a request that only the extension's own pages may make. A content script shares its process with a
 * web page, and a page that has broken out of it could send whatever a content script can.
 */
export function forPages<Request, Reply>(
  handle: (request: Request, sender: Sender) => Promise<Reply>,
): (request: Request, sender: Sender) => Promise<Reply | Refusal> {
  return async (request, sender) =>
    sender.isExtensionPage ? handle(request, sender) : { state: 'failed', failure: { kind: 'no-permission' } };
}
