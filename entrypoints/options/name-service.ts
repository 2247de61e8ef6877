import type { EntityDetails, FoundNames, NameService, NamesAtHand } from '../../components/name-service';
import type { Watch } from '../../components/watch';
import { fail, succeed } from '../../lib/errors/failure';
import type { Result } from '../../lib/errors/failure';
import type { Database } from '../../lib/storage/database';
import { readEntityDetails } from '../../lib/storage/entity-details';
import { forgottenNames } from '../../lib/storage/forgotten-names';
import { keptArticles } from '../../lib/storage/kept-articles';
import { createNameLists } from '../../lib/storage/name-list';
import type { NameList } from '../../lib/storage/name-list';
import { storageFailure } from '../../lib/storage/storage-failure';
import { watchQuery } from '../../lib/storage/watch-query';
import { inDatabase, watchDatabase } from './wiring';
import type { OptionsWiring } from './wiring';

export function createNameService(wiring: OptionsWiring): NameService {
  const details = new Map<string, Watch<EntityDetails | undefined>>();

  return {
    watch: (listener) => {
      let stop: (() => void) | undefined;
      let isOver = false;
      void wiring.database.then((opened) => {
        if (isOver) return;
        if (opened.ok) stop = watchNames(opened.value, listener);
        else listener(opened);
      });
      return () => {
        isOver = true;
        stop?.();
      };
    },

    watchCount: watchDatabase(wiring, async ({ knowledge, entities }) => {
      const [row, found] = await Promise.all([knowledge.get('current'), entities.count()]);
      return (row?.entities ?? 0) + found;
    }),

    watchEntity(id) {
      const watch = details.get(id) ?? watchDatabase(wiring, (database) => readEntityDetails(database, id));
      details.set(id, watch);
      return watch;
    },

    watchSuggestions: watchDatabase(wiring, (database) => database.mergeSuggestions.where('state').equals('open').limit(200).toArray()),

    watchForgotten: watchDatabase(wiring, forgottenNames),

    watchKept: watchDatabase(wiring, keptArticles),

    async change(changes) {
      const reply = await wiring.ask('change-knowledge', { changes: [...changes] });
      return reply.state === 'saved' ? succeed(reply.undo) : { ok: false, failure: reply.failure };
    },

    async add(facts) {
      const reply = await wiring.ask('add-name', { ...facts, aliases: [...facts.aliases] });
      return reply.state === 'saved' ? succeed({ id: reply.entity, undo: reply.undo }) : { ok: false, failure: reply.failure };
    },

    articlesNaming: (ids) =>
      inDatabase(wiring, ({ articles }) => Promise.all(ids.map((id) => articles.where('entities').equals(id).count()))),
  };
}

/** Opens what is known now, and again whenever that has changed. */
function watchNames(database: Database, listener: (names: Result<NamesAtHand>) => void): () => void {
  const openNames = createNameLists(database);
  let asked = 0;
  const open = async (): Promise<void> => {
    const own = ++asked;
    try {
      const list = await openNames((share) => {
        if (own === asked && share < 1) listener(succeed({ state: 'making', share }));
      });
      if (own === asked) listener(succeed(atHand(list)));
    } catch (error) {
      if (own === asked) listener({ ok: false, failure: storageFailure(error) });
    }
  };
  const stop = watchQuery(
    async () => {
      const [row, edits] = await Promise.all([database.knowledge.get('current'), database.entityEdits.orderBy('followed').primaryKeys()]);
      const muted = await database.entityEdits.orderBy('muted').primaryKeys();
      return `${row?.version ?? 0} ${edits.join()} ${muted.join()}`;
    },
    (version) => {
      if (version.ok) void open();
      else listener(version);
    },
  );
  return () => {
    asked++;
    stop();
  };
}

function atHand(list: NameList | undefined): NamesAtHand {
  if (!list || list.total === 0) return { state: 'empty' };
  return { state: 'ready', total: list.total, packs: list.packs, find: (filter) => foundIn(list, list.find(filter)) };
}

function foundIn(list: NameList, numbers: Uint32Array): FoundNames {
  return {
    count: numbers.length,
    async rows(from, to) {
      try {
        const entities = await list.entities(numbers.subarray(from, to));
        return entities ? succeed(entities) : fail('cancelled');
      } catch (error) {
        return { ok: false, failure: storageFailure(error) };
      }
    },
  };
}
