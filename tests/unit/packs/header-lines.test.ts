import { describe, expect, it } from 'vitest';
import { parseBaseHeader } from '../../../lib/packs/base-lines';
import { parseCoverageHeader } from '../../../lib/packs/coverage-lines';
import { parsePackHeader } from '../../../lib/packs/pack-lines';

const pack = (format: string) => JSON.stringify({ format, id: 'p', title: 'P' });

describe('a file’s first line', () => {
  it.each([
    ['a pack of a newer Sidelight', parsePackHeader(pack('sidelight-pack/2')), 'a newer Sidelight wrote it'],
    ['a pack of a much newer one', parsePackHeader(pack('sidelight-pack/11')), 'a newer Sidelight wrote it'],
    ['articles of no Sidelight', parseCoverageHeader('{ "format": "sidelight-coverage/0" }'), 'format is missing or not usable'],
    ['articles of a newer Sidelight', parseCoverageHeader('{ "format": "sidelight-coverage/2" }'), 'a newer Sidelight wrote it'],
    ['everything of a newer Sidelight', parseBaseHeader('{"format":"sidelight-base/2","made":7}'), 'a newer Sidelight wrote it'],
    ['a pack that is restored', parseBaseHeader(pack('sidelight-pack/1')), 'it is a pack'],
    ['articles for a pack', parsePackHeader('{"format":"sidelight-coverage/1"}'), 'it is a file of articles'],
    ['everything for a pack', parsePackHeader('{"format":"sidelight-base/1"}'), 'it is a file with everything, to be restored'],
    ['a pack without an id', parsePackHeader('{"format":"sidelight-pack/1","title":"P"}'), 'id is missing or not usable'],
    ['something else', parsePackHeader('{"format":"geojson"}'), 'format is missing or not usable'],
    ['no JSON', parsePackHeader('name,kind'), 'it is not JSON'],
  ])('tells %s', (_, { ok, ...told }, detail) => {
    expect([ok, told]).toMatchObject([false, { failure: { detail } }]);
  });
});
