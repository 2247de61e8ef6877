import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import type { AliasEntry, AliasForm } from '../../../lib/gazetteer/match';
import { openGazetteer, type Gazetteer } from '../../../lib/gazetteer/open-gazetteer';

function gazetteerOf(names: readonly string[], form: AliasForm = 'name'): Gazetteer {
  return opened(names.map((alias, entity) => ({ alias, entity, form })));
}

function opened(entries: readonly AliasEntry[]): Gazetteer {
  const result = openGazetteer(compileGazetteer(entries));
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

function found(gazetteer: Gazetteer, text: string): string[] {
  return Array.from(gazetteer.spot(text)).map(({ start, end }) => text.slice(start, end));
}

describe('spot', () => {
  it('finds the longest name, left to right, never inside a word', () => {
    const names = gazetteerOf(['Jeff Sessions', 'Sessions', 'Jeff', 'Sessions House Hotel']);
    expect(found(names, 'Jeff Sessions House stood; Jeffs and Sessionsville.')).toEqual(['Jeff Sessions']);
    expect(found(names, 'Jeff. Sessions')).toEqual(['Jeff', 'Sessions']);
  });

  it('needs a capital for names and none for topics', () => {
    expect(found(gazetteerOf(['Sessions']), 'training sessions, SESSIONS, Sessions')).toEqual(['SESSIONS', 'Sessions']);
    expect(found(gazetteerOf(['Election security'], 'topic'), 'election security, Election Security')).toHaveLength(2);
  });

  it('finds names that begin with a small letter as they are written', () => {
    const names = gazetteerOf(['al-Qaeda', 'iPhone', 'von der Leyen', 'the Hill', 'bell hooks']);
    const text = 'al-Qaeda, Al-Qaeda, al-qaeda; iPhone, iphone; Von der Leyen, von der leyen; the hill, the Hill; bell hooks';
    expect(found(names, text)).toEqual([
      'al-Qaeda', 'Al-Qaeda', 'iPhone', 'Von der Leyen', 'the Hill', 'bell hooks',
    ]);
  });

  it('takes different writings for the same', () => {
    const names = gazetteerOf(['U.S.', 'J. K. Rowling', 'O’Brien', 'Wal-Mart', 'Marks & Spencer', 'Müller', 'St Louis']);
    for (const text of ['US', 'U.S.', 'J.K. Rowling', 'JK Rowling', "O'Brien", 'Wal‑Mart', 'Wal Mart', 'Marks and Spencer', 'MULLER', 'Mu\u0308ller', 'St. Louis']) {
      expect(found(names, `(${text})`)).toEqual([text]);
    }
    expect(found(names, "the U.S.'s and Müller’s")).toEqual(['U.S.', 'Müller']);
    expect(found(names, 'Wal-\u200bMart and Wal\u00ad-\u2060Mart')).toEqual(['Wal-\u200bMart', 'Wal\u00ad-\u2060Mart']);
  });

  it('matches punctuation inside a name and its absence', () => {
    const names = gazetteerOf(['Washington, D.C.', "McDonald's", 'Yahoo!', 'Disney+', 'Disney']);
    const text = "Washington, D.C. and Washington DC; McDonald's, McDonalds; Yahoo; Disney+. Disney";
    expect(found(names, text)).toEqual([
      'Washington, D.C.', 'Washington DC', "McDonald's", 'McDonalds', 'Yahoo', 'Disney+', 'Disney',
    ]);
    expect(found(gazetteerOf(['George Washington']), 'Lucas, George. Washington')).toEqual([]);
  });

  it('finds names of other scripts however they are lengthened or quoted', () => {
    const names = gazetteerOf(['محمد بن سلمان', 'צה"ל']);
    expect(found(names, 'قال محمـــد بن سلمان، צה״ל')).toEqual(['محمـــد بن سلمان', 'צה״ל']);
  });

  it('takes no sign for the letter that it is made of', () => {
    expect(found(gazetteerOf(['C', 'A-ha']), '20 ㏄, ℅ C, 🄰-ha')).toEqual(['C']);
  });

  it('finds names in scripts without spaces', () => {
    expect(found(gazetteerOf(['東京', 'トランプ', 'กรุงเทพ']), 'トランプ大統領は東京都で อยู่กรุงเทพมหานคร')).toEqual([
      'トランプ', '東京', 'กรุงเทพ',
    ]);
  });

  it('gives every entity that a name may mean, each once with its strongest form', () => {
    const gazetteer = opened([
      { alias: 'Sessions', entity: 2, form: 'part' },
      { alias: 'Sessions', entity: 1, form: 'part' },
      { alias: 'SESSIONS', entity: 1, form: 'alias' },
      { alias: 'sessions', entity: 3, form: 'topic' },
    ]);
    expect(gazetteer.spot('Sessions').candidatesAt(0)).toEqual([
      { entity: 1, form: 'alias' }, { entity: 2, form: 'part' }, { entity: 3, form: 'topic' },
    ]);
    expect(gazetteer.spot('sessions').candidatesAt(0)).toEqual([{ entity: 3, form: 'topic' }]);
  });

  it('leaves matches as they are while other texts are spotted', () => {
    const names = Array.from({ length: 20_000 }, (_, number) => `Q${number}`);
    const gazetteer = opened(names.flatMap((alias, number) => [number, number + names.length].map((entity) => ({ alias, entity, form: 'name' as const }))));
    const texts = Array.from({ length: 20 }, (_, part) => names.slice(part * 1000, (part + 1) * 1000).join(' '));
    const matches = texts.map((text) => gazetteer.spot(text));
    const meant = matches.flatMap((found) => Array.from(found, ({ candidates }) => candidates.map(({ entity }) => entity)));
    expect(meant).toEqual(names.map((_, number) => [number, number + names.length]));
  });

  it('gives offsets into the text as it was given', () => {
    const text = '😀 ﬁ \u200bMu\u00adel\u200dler!';
    expect([...gazetteerOf(['Mueller']).spot(text)]).toMatchObject([{ start: 6, end: 15 }]);
  });
});

describe('openGazetteer', () => {
  it('refuses what is truncated or foreign', () => {
    const buffer = compileGazetteer([{ alias: 'Sessions', entity: 1, form: 'name' }]);
    expect(openGazetteer(buffer.slice(0, buffer.byteLength - 4))).toEqual({ ok: false, failure: { kind: 'damaged' } });
    expect(openGazetteer(new ArrayBuffer(0)).ok).toBe(false);
    expect(openGazetteer(new ArrayBuffer(4096)).ok).toBe(false);
  });

  it('opens an empty gazetteer', () => {
    expect(opened([]).spot('Sessions')).toHaveLength(0);
    expect(opened([]).names).toBe(0);
  });
});
