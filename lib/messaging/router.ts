import { idSchema } from '../model/fields';
import { z } from '../model/z';
import type { Protocol, Reply, Request } from './protocol';
import { failed } from './replies';
import type { Sender } from './transport';

export type Handlers<P extends Protocol> = {
  readonly [K in keyof P & string]: (request: Request<P, K>, sender: Sender) => Promise<Reply<P, K>> | Reply<P, K>;
};

/** The requests alone, for an end whose replies only the extension itself hears, which parses them. */
type Requests<P extends Protocol> = { readonly [K in keyof P]: Pick<P[K], 'request'> & Partial<Pick<P[K], 'reply'>> };

const envelopeSchema = z.object({ kind: idSchema, request: z.unknown() });

/**
 * Answers messages of a protocol: parses the request, asks its handler, and parses the reply before it leaves if it has
 * its schema, so that nothing goes to a page that the protocol does not name. Answers `undefined` to what is not of this protocol.
 * A handler that throws is reported to `onBroken` and answered with `unexpected`.
 */
export function createRouter<P extends Protocol>(
  protocol: P | Requests<P>,
  handlers: Handlers<P>,
  onBroken: (kind: string, error: unknown) => void,
): (message: unknown, sender: Sender) => Promise<unknown> | undefined {
  return (message, sender) => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || !Object.hasOwn(protocol, envelope.data.kind)) return undefined;
    const { kind } = envelope.data;
    const schemas = protocol[kind];
    const handler = handlers[kind];
    if (!schemas || !handler) return undefined;
    return (async () => {
      const request = schemas.request.safeParse(envelope.data.request);
      if (!request.success) return failed({ kind: 'bad-message' });
      try {
        const reply = await handler(request.data as Request<P, typeof kind>, sender);
        return schemas.reply ? schemas.reply.parse(reply) : reply;
      } catch (error) {
        onBroken(kind, error);
        return failed({ kind: 'unexpected' });
      }
    })();
  };
}
