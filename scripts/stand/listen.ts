import { createServer, type RequestListener } from 'node:http';

export type ListenFailure =
  | { readonly kind: 'port-in-use'; readonly port: number }
  | { readonly kind: 'port-not-allowed'; readonly port: number };

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

type ListenResult =
  | { readonly ok: true; readonly value: Listening }
  | { readonly ok: false; readonly failure: ListenFailure };

/** Serves on loopback alone. Port 0 is any free one; `answerOn` learns which it became. */
export function listenOnLoopback(port: number, answerOn: (port: number) => RequestListener): Promise<ListenResult> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ ok: false, failure: { kind: 'port-in-use', port } });
      else if (error.code === 'EACCES') resolve({ ok: false, failure: { kind: 'port-not-allowed', port } });
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('A server on a port has an address with a port'));
        return;
      }
      server.on('request', answerOn(address.port));
      resolve({ ok: true, value: { port: address.port, close } });
    });
  });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      // Browsers keep connections open; waiting for them would take seconds.
      server.closeAllConnections();
    });
  }
}
