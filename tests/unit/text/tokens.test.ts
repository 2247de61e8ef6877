import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../lib/text/tokens';

function written(text: string): string[] {
  return tokenise(text).map((token) => text.slice(token.start, token.end));
}

function norms(text: string): string[] {
  return tokenise(text).map((token) => token.norm);
}

describe('tokenise', () => {
  it('folds case, accents and compatibility forms and keeps offsets into the text as written', () => {
    const text = 'ﬁnance ＡＢＣ Mu\u0308ller Łódź Straße co\u00adop 𝐉eff';
    expect(norms(text)).toEqual(['finance', 'abc', 'muller', 'lodz', 'strasse', 'coop', 'jeff']);
    expect(written(text)).toEqual(text.split(' '));
  });

  it('folds what lengthens Arabic words, half rings of transliterations and both quotation marks of Hebrew', () => {
    expect(norms('محمـــد Sanaʿa ʿAbd שב״כ שב"כ')).toEqual(['محمد', 'sanaa', 'abd', 'שב', 'כ', 'שב', 'כ']);
    expect(written('محمـــد ʿAbd')).toEqual(['محمـــد', 'Abd']);
  });

  it('leaves a possessive out of the word, with either apostrophe', () => {
    expect(norms("Sessions’s TRUMP'S Veterans' O'Brien O’Brien's")).toEqual(['sessions', 'trump', 'veterans', 'obrien', 'obrien']);
    expect(tokenise("Trump's")[0]).toMatchObject({ start: 0, end: 5, possessive: true });
    expect(tokenise('Sana’a')[0]).toMatchObject({ norm: 'sanaa', possessive: false });
  });

  it('reads dotted letters as one word and keeps the last period with it', () => {
    expect(norms("the U.S. and the U.S.'s J. K. Rowling, J.K. Rowling")).toEqual([
      'the', 'us', 'and', 'the', 'us', 'jk', 'rowling', 'jk', 'rowling',
    ]);
    expect(written('U.S.-led')).toEqual(['U.S.', 'led']);
    expect(written('Plan B. A man')).toEqual(['Plan', 'B', 'A', 'man']);
  });

  it('parts words at hyphens and reads "&" as "and"', () => {
    expect(norms('Al-Qaeda–led AT&T')).toEqual(['al', 'qaeda', 'led', 'at', 'and', 't']);
  });

  it('gives each letter of a script without spaces, with its signs, as a word', () => {
    expect(written('東京 กรุงเทพ iPhone手机')).toEqual(['東', '京', 'ก', 'รุ', 'ง', 'เ', 'ท', 'พ', 'iPhone', '手', '机']);
    expect(norms('カ\u3099ｶﾞガ')).toEqual(['ガ', 'ガ', 'ガ']);
  });

  it('says what parts a word from the one before', () => {
    const broken = (text: string): boolean | undefined => tokenise(text).at(-1)?.breakBefore;
    for (const whole of ['A  B', 'Wal-Mart', 'St. Louis', 'W. Bush', "Veterans' Affairs", 'a\nb', 'Ali·Baba', "l'Été"]) {
      expect([whole, broken(whole)]).toEqual([whole, false]);
    }
    for (const whole of ['al-\u200bQaeda', 'al\u00ad-Qaeda', 'al\u200d-\u2060\u200dQaeda', 'J.\u200b-K', 'al-\u{e0100}Qaeda', 'a\u2060-&']) {
      expect([whole, broken(whole)]).toEqual([whole, false]);
    }
    for (const parted of ['a -\u200bb', 'a\u200b- b', 'a\u200b-\u200b-b', 'a,\u200b-b', 'a\u200b.-b', '\u200b-b']) {
      expect([parted, broken(parted)]).toEqual([parted, true]);
    }
    for (const parted of ['a, b', 'a. b', 'a - b', 'a\n\nb', '“a” b', 'a/b', 'a—b', "a' b"]) {
      expect([parted, broken(parted)]).toEqual([parted, true]);
    }
  });

  it('says how a word is written', () => {
    expect(tokenise('Trump NATO iPhone 5G 東 A').map(({ first, allCaps }) => [first, allCaps])).toEqual([
      ['upper', false], ['upper', true], ['lower', false], ['number', true], ['caseless', false], ['upper', false],
    ]);
  });
});
