import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entitySchema } from '../../../lib/model/entity';
import { z } from '../../../lib/model/z';
import { parsePackEntity, parsePackHeader } from '../../../lib/packs/pack-lines';

const lines = readFileSync(new URL('../../../scripts/stand/sample.pack.jsonl', import.meta.url), 'utf8').trimEnd().split('\n');
const [header = '', ...entityLines] = lines;

describe('the sample pack', () => {
  it('opens as a pack and counts its entities', () => {
    expect(parsePackHeader(header)).toMatchObject({ ok: true, value: { id: 'sample-stand', entities: entityLines.length } });
  });

  it('holds only entities that are kept as they are written', () => {
    for (const line of entityLines) {
      const written: unknown = JSON.parse(line);
      expect(z.safeParse(entitySchema, written).success).toBe(true);
      expect(parsePackEntity(line)).toEqual({ ok: true, value: written });
    }
  });

  it('knows everybody in the story, each once, with a description', () => {
    const entities = entityLines.map((line) => entitySchema.parse(JSON.parse(line)));
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
    expect(entities.every(({ description, kind, popularity }) => description && kind && popularity)).toBe(true);
    const names = entities.map(({ name }) => name);
    for (const name of [
      'Jeff Sessions', 'Pete Sessions', 'Sergey Kislyak', 'Michael Flynn', 'James Comey', 'Robert Mueller',
      'Rod Rosenstein', 'Brad Schneider', 'Donald Trump', 'Mike Pence', 'Barack Obama', 'Vladimir Putin', 'Al Franken',
      'The Washington Post', 'Federal Bureau of Investigation', 'Department of Justice', 'Senate',
      'House Judiciary Committee', 'Senate Intelligence Committee', 'House Rules Committee', 'Russia',
      'United States', 'Moscow', 'Alabama', 'election security', 'Russian interference in the 2016 election',
    ]) {
      expect(names).toContain(name);
    }
  });
});
