import { fail } from '../errors/failure';
import type { Failure, Result } from '../errors/failure';
import type { KnowledgeChange } from '../model/entity-edit';
import { ownId } from '../services/edit-plans';
import type { readerProtocol } from './reader-protocol';
import type { Handlers } from './router';
import type { Sender } from './transport';

export interface ReaderPorts {
  /** Keeps the changes, lets what is known follow, and returns what leads back. */
  readonly save: (changes: readonly KnowledgeChange[]) => Promise<Result<KnowledgeChange[]>>;
  /** From 0 to 1. */
  readonly chance: () => number;
}

/** Answers what the reader says about what is known. */
export function readerRequests({ save, chance }: ReaderPorts): Handlers<typeof readerProtocol> {
  const saved = async (changes: readonly KnowledgeChange[]) => replyOf(await save(changes));
  return {
    correct: (correction) => saved([{ does: 'correct', correction }]),
    follow: ({ entity, on }) => saved([{ does: 'attend', entity, as: on ? 'followed' : 'usual' }]),
    mute: ({ entity, on }) => saved([{ does: 'attend', entity, as: on ? 'muted' : 'usual' }]),
    'add-name': async (facts, sender) => {
      if (!sender.isExtensionPage) return refused;
      const id = ownId(chance);
      const aliases = [...new Set(facts.aliases)].filter((alias) => alias !== facts.name);
      const reply = await saved([{ does: 'add', entity: { ...facts, id, aliases } }]);
      return reply.state === 'saved' ? { ...reply, entity: id } : reply;
    },
    'change-knowledge': ({ changes }, sender) => (maySay(changes, sender) ? saved(changes) : refused),
  };
}

const refused = { state: 'failed' as const, failure: fail('no-permission').failure };

/** A content script shares its process with a web page: of what its card says, it may take back each, and no more. */
function maySay(changes: readonly KnowledgeChange[], sender: Sender): boolean {
  return sender.isExtensionPage || changes.every(({ does }) => does === 'withdraw' || does === 'correct' || does === 'attend');
}

function replyOf(result: Result<KnowledgeChange[]>): { state: 'saved'; undo: KnowledgeChange[] } | { state: 'failed'; failure: Failure } {
  return result.ok ? { state: 'saved', undo: result.value } : { state: 'failed', failure: result.failure };
}
