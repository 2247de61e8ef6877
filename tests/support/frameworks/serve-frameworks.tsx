import { renderToString } from 'react-dom/server';
import { listenOnLoopback } from '../../../scripts/stand/listen';
import { labScript } from '../page-lab';
import { AppAt } from './apps';

export const frameworksHost = 'frameworks.test';

/** Pages made with React: each comes whole from the server and is taken over by its script. */
export async function serveFrameworks(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const script = await labScript('frameworks/client.tsx', 'development');
  const listening = await listenOnLoopback(0, () => (request, response) => {
    const path = request.url ?? '/';
    const isScript = path === '/client.js';
    response
      .writeHead(200, { 'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' })
      .end(isScript ? script : pageAt(path));
  });
  if (!listening.ok) throw new Error(`The pages found no port: ${listening.failure.kind}`);
  return { origin: `http://${frameworksHost}:${listening.value.port}`, close: listening.value.close };
}

function pageAt(path: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A story</title><meta property="og:type" content="article"><link rel="icon" href="data:,">
<style>body { font: 16px/1.5 sans-serif; max-width: 640px } .screenful { min-height: 110vh } .end { height: 1px } .editor { min-height: 60px; border: 1px solid }</style>
</head><body><div id="root">${renderToString(<AppAt path={path} />)}</div><script src="/client.js"></script></body></html>`;
}
