import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { failedSchema } from '../../../lib/messaging/done-or-failed';
import { createClient } from '../../../lib/messaging/client';
import { backgroundProtocol, tabProtocol, type Protocol } from '../../../lib/messaging/protocol';
import { createRouter, type Handlers } from '../../../lib/messaging/router';
import { parseSettings, defaultSettings } from '../../../lib/settings/settings';
import { almost } from '../../support/almost';
import { failedOnce } from '../../support/failed-once';
import { damagedJson, json, languageKeys } from '../../support/mutations';

const protocol: Protocol = { ...backgroundProtocol, ...tabProtocol };
const kinds = Object.keys(protocol);
const parsers = kinds.flatMap((kind) => [[kind, 'request'] as const, [kind, 'reply'] as const]);

/** As it arrives: what JSON cannot carry is gone, and every key is a key of its own. */
const arriving = (schema: z.core.$ZodType) => almost(schema).map((value) => JSON.parse(JSON.stringify([value])) as unknown[]).map(([value]) => value);
const parserOf = (kind: string, side: 'request' | 'reply') => {
  const parser = protocol[kind]?.[side];
  if (!parser) throw new Error(`${kind} has no ${side}`);
  return parser;
};

describe('every message', () => {
  it.each(parsers)('as damaged as can be, is refused or means the same when it is sent on: %s, %s', (kind, side) => {
    const parser = parserOf(kind, side);
    fc.assert(fc.property(fc.oneof({ weight: 1, arbitrary: json }, { weight: 4, arbitrary: damagedJson(arriving(parser)) }), (value) => {
      const parsed = parser.safeParse(value);
      if (parsed.success) expect(parser.safeParse(parsed.data)).toEqual(parsed);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ofObjects);
    }));
  });

  it.each(parsers)('takes nothing from keys of the language: %s, %s', (kind, side) => {
    const parser = parserOf(kind, side);
    fc.assert(fc.property(arriving(parser), json, fc.constantFrom(...languageKeys), (value, more, key) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      const plain = parser.safeParse(value);
      // What it lacks is not looked for there either.
      for (const hidden of [more, value]) {
        expect(parser.safeParse(Object.fromEntries([...Object.entries(value), [key, hidden]])).data).toEqual(plain.data);
        const alone = parser.safeParse(JSON.parse(`{"__proto__":${JSON.stringify(hidden)}}`));
        expect(alone.success).toBe(parser.safeParse({}).success);
      }
    }));
  });
});

const ofObjects = Object.getOwnPropertyNames(Object.prototype);
const sender = { isExtensionPage: false };

describe('createRouter', () => {
  it('answers whatever is said with a reply of the protocol, or not at all', async () => {
    const heard: string[] = [];
    const broken: unknown[] = [];
    const handlers = Object.fromEntries(kinds.map((kind) => [kind, () => {
      heard.push(kind);
      return { state: 'done' };
    }]));
    const route = createRouter(protocol, handlers as unknown as Handlers<Protocol>, (_, error) => broken.push(error));
    const kind = fc.oneof(fc.constantFrom<string>(...languageKeys, ...kinds), json);
    const envelope = fc.record({ kind, request: json }, { requiredKeys: [] });
    const whole = fc.constantFrom(...kinds).chain((known) => arriving(parserOf(known, 'request')).map((request) => ({ kind: known, request })));
    await fc.assert(fc.asyncProperty(fc.oneof(json, damagedJson(envelope), damagedJson(whole)), async (message) => {
      const said = isSaid(message) ? message.kind : undefined;
      const before = heard.length;
      const reply = await route(message, sender);
      if (said === undefined || !kinds.includes(said)) expect(reply).toBeUndefined();
      else if (reply !== undefined) expect(parserOf(said, 'reply').safeParse(reply).success).toBe(true);
      // Only whom it was for has heard of it.
      expect(heard.slice(before).every((name) => name === said)).toBe(true);
    }), { numRuns: 1_000, examples: failedOnce.json.flatMap((value): [unknown][] => [[{ kind: value, request: {} }], [{ kind: 'follow', request: { entity: value, on: true } }]]) });
    expect(heard.length).toBeGreaterThan(20);
    expect(broken.length).toBeLessThan(heard.length);
  });
});

describe('createClient', () => {
  it('makes of any answer a reply of the protocol, or says that it is none', async () => {
    const anyKind = fc.constantFrom(...kinds).chain((kind) => fc.tuple(fc.constant(kind), fc.oneof(json, damagedJson(arriving(parserOf(kind, 'reply'))))));
    await fc.assert(fc.asyncProperty(anyKind, async ([kind, answer]) => {
      const reply = await createClient(protocol, { send: () => Promise.resolve(answer) })(kind, {});
      const ok = parserOf(kind, 'reply').safeParse(reply).success || failedSchema.safeParse(reply).success;
      expect(ok).toBe(true);
    }), { numRuns: 500 });
  });
});

describe('parseSettings', () => {
  it('makes usable settings of damaged ones, whatever keys they have', () => {
    const stored = { ...defaultSettings, sites: { on: ['https://gazette.test/*'], off: ['http://herald.test/*'] }, hiddenKinds: ['place'], scheme: 'dark' };
    fc.assert(fc.property(damagedJson(fc.constant(stored)), (value) => {
      const settings = parseSettings(value);
      // As text: a dwell of minus nothing is nothing there.
      expect(JSON.stringify(parseSettings(JSON.parse(JSON.stringify(settings))))).toEqual(JSON.stringify(settings));
      expect(Object.keys(settings).sort().filter((key) => !(key in stored))).toEqual([]);
      expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
    }), { numRuns: 500 });
  });
});

function isSaid(message: unknown): message is { readonly kind: string } {
  return typeof message === 'object' && message !== null && Object.hasOwn(message, 'kind') && typeof (message as { kind: unknown }).kind === 'string';
}
