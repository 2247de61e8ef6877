import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fail, succeed, type Failure, type Result } from '../../lib/errors/failure';
import { decodeText, statesCharset } from './decode-text';
import { listenOnLoopback } from './listen';
import { textPage } from './text-page';

interface FileServer {
  /** In the order they were asked for. */
  readonly pages: readonly { file: string; url: string }[];
  /** `not-found`: there is no such file. `not-possible-here`: it is neither text nor HTML, or holds nothing. */
  readonly failures: readonly { file: string; failure: Failure }[];
  close(): Promise<void>;
}

interface ServedFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const maxBytes = 16 * 1024 * 1024;

/**
 * Serves these files, and nothing else, to this computer alone. Text becomes a minimal article page, HTML stays as it
 * is. They are read now: a request names one of them by its number and can reach no path on the disk.
 */
export async function serveFiles(paths: readonly string[]): Promise<FileServer> {
  const read = await Promise.all(paths.map(async (file) => ({ file, result: await readPage(file) })));
  const shelf = new Map<string, ServedFile>();
  const listening = await listenOnLoopback(0, () => (request, response) => answer(request, response, shelf));
  if (!listening.ok) throw new Error('A free port could not be had on loopback');

  const pages: { file: string; url: string }[] = [];
  const failures: { file: string; failure: Failure }[] = [];
  read.forEach(({ file, result }, index) => {
    if (!result.ok) {
      failures.push({ file, failure: result.failure });
      return;
    }
    const path = `/${index + 1}/${encodeURIComponent(basename(file, extname(file)))}`;
    shelf.set(path, result.value);
    pages.push({ file, url: `http://127.0.0.1:${listening.value.port}${path}` });
  });
  return { pages, failures, close: listening.value.close };
}

async function readPage(file: string): Promise<Result<ServedFile>> {
  let bytes: Uint8Array;
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return fail('not-possible-here', 'not a file');
    if (facts.size > maxBytes) return fail('too-large', `${facts.size} bytes`);
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return code === 'ENOENT' || code === 'ENOTDIR' ? fail('not-found') : fail('not-possible-here', code);
  }
  const text = decodeText(bytes);
  if (text === undefined) return fail('not-possible-here', 'neither text nor HTML');
  if (text.words.trim() === '') return fail('not-possible-here', 'empty');

  const kind = htmlKind(file, text.words);
  if (kind === undefined) {
    return succeed({ type: 'text/html; charset=utf-8', body: textPage(text.words) });
  }
  // A charset in the header would overrule the one that the page states.
  return succeed({ type: statesCharset(text.words) ? kind : `${kind}; charset=${text.charset}`, body: bytes });
}

/** By its name; where that says nothing, by how it begins. */
function htmlKind(file: string, words: string): string | undefined {
  const ending = extname(file).toLowerCase();
  if (ending === '.xhtml') return 'application/xhtml+xml';
  if (ending === '.html' || ending === '.htm') return 'text/html';
  if (ending === '.txt' || ending === '.md') return undefined;
  return /^\s*(<!doctype html|<html[\s>])/i.test(words) ? 'text/html' : undefined;
}

function answer(request: IncomingMessage, response: ServerResponse, shelf: ReadonlyMap<string, ServedFile>): void {
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  // Under another host name, another site's page could read what is served here.
  const ours = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
  const file = ours ? shelf.get(path) : undefined;
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not one of the files named.\n');
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}
