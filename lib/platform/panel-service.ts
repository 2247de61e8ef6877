import { succeed } from '../errors/failure';
import type { Failure, Result } from '../errors/failure';
import type { Client } from '../messaging/client';
import type { BackgroundProtocol, Reply, Request } from '../messaging/protocol';
import type { KnowledgeChange } from '../model/entity-edit';
import { settlePanelAsk, watchPanelAsks } from './panel-asks';

/** What the panel asks of the background beyond what is on the page. */
export function createPanelService(ask: Client<BackgroundProtocol>) {
  return {
    watchAsks: watchPanelAsks,
    settleAsk: () => void settlePanelAsk(),
    entity: async (entity: string) => ready(await ask('show-entity', { entity })),
    coverage: async (request: Omit<Request<BackgroundProtocol, 'show-coverage'>, 'inFull'>) =>
      ready(await ask('show-coverage', { ...request, inFull: true })),
    reports: async (request: Request<BackgroundProtocol, 'list-reports'>) => ready(await ask('list-reports', request)),
    story: async (page: Request<BackgroundProtocol, 'show-story'>['page']) => ready(await ask('show-story', { page })),
    async placeInStory(word: Request<BackgroundProtocol, 'place-in-story'>): Promise<Result<void>> {
      const reply = await ask('place-in-story', word);
      return reply.state === 'done' ? succeed(undefined) : { ok: false, failure: reply.failure };
    },
    async joinStories(word: Request<BackgroundProtocol, 'join-stories'>): Promise<Result<readonly string[]>> {
      const reply = await ask('join-stories', word);
      return reply.state === 'ready' ? succeed(reply.came) : { ok: false, failure: reply.failure };
    },
    async partStories(word: Request<BackgroundProtocol, 'part-stories'>): Promise<Result<void>> {
      const reply = await ask('part-stories', word);
      return reply.state === 'done' ? succeed(undefined) : { ok: false, failure: reply.failure };
    },
    wasRead: (entity: string) => void ask('read-about', { entity }),
    async others(text: string, entity: string): Promise<Result<OtherEntity[]>> {
      const reply = await ask('who-else', { text, entity });
      return reply.state === 'ready' ? succeed(reply.entities) : { ok: false, failure: reply.failure };
    },
    async change(changes: readonly KnowledgeChange[]): Promise<Result<KnowledgeChange[]>> {
      const reply = await ask('change-knowledge', { changes: [...changes] });
      return reply.state === 'saved' ? succeed(reply.undo) : { ok: false, failure: reply.failure };
    },
  };
}

type OtherEntity = Extract<Reply<BackgroundProtocol, 'who-else'>, { readonly state: 'ready' }>['entities'][number];

interface FailedReply {
  readonly state: 'failed';
  readonly failure: Failure;
}

type ReadyReply<Answer> = Extract<Answer, { readonly state: 'ready' }>;

function ready<Answer extends { readonly state: 'ready' } | FailedReply>(reply: Answer): Result<ReadyReply<Answer>> {
  if (isReady(reply)) return succeed(reply);
  return { ok: false, failure: reply.state === 'failed' ? reply.failure : { kind: 'unexpected' } };
}

function isReady<Answer extends { readonly state: string }>(reply: Answer): reply is ReadyReply<Answer> {
  return reply.state === 'ready';
}
