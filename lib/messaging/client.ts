import type { Protocol, Reply, Request } from './protocol';
import { failed } from './replies';
import type { FailedReply } from './replies';
import type { Transport } from './transport';

export type Client<P extends Protocol> = <K extends keyof P & string>(
  kind: K,
  request: Request<P, K>,
) => Promise<Reply<P, K> | FailedReply>;

/** A protocol's replies are all that a client needs of it. */
type Replies<P extends Protocol> = { readonly [K in keyof P]: Pick<P[K], 'reply'> };

/** A typed way to ask the other side. A missing or malformed reply is a `failed` state, never a rejection. */
export function createClient<P extends Protocol>(protocol: P | Replies<P>, transport: Transport): Client<P> {
  return async (kind, request) => {
    let answer: unknown;
    try {
      answer = await transport.send({ kind, request });
    } catch {
      // The other side is gone: the extension was updated, the tab closed, nobody listens there.
      return failed({ kind: 'no-answer' });
    }
    const reply = protocol[kind].reply.safeParse(answer);
    return reply.success ? (reply.data as Reply<P, typeof kind>) : failed({ kind: 'bad-message' });
  };
}
