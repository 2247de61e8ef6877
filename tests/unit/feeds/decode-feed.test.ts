import { describe, expect, it } from 'vitest';
import { decodeFeed } from '../../../lib/feeds/decode-feed';
import { withWindowsCharacters } from '../../../lib/feeds/windows-characters';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((letter) => {
    const unit = letter.charCodeAt(0);
    return isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  }));

/** Of an encoding of one byte for each letter, by what its bytes are read as. */
function singleBytes(text: string, encoding: string): number[] {
  const read = Array.from({ length: 256 }, (_, byte) => withWindowsCharacters(new TextDecoder(encoding).decode(Uint8Array.of(byte))));
  return Array.from(text, (letter) => read.lastIndexOf(letter));
}

describe('decodeFeed', () => {
  it('reads UTF-8 where nothing is said', () => {
    expect(decodeFeed(utf8('<t>Zürich – “ok”</t>'))).toBe('<t>Zürich – “ok”</t>');
  });

  it('lets a byte order mark decide against what is declared', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('<?xml version="1.0" encoding="iso-8859-1"?><t>é</t>')]);
    expect(decodeFeed(bytes, 'text/xml; charset=windows-1252')).toContain('<t>é</t>');
  });

  it.each([true, false])('reads UTF-16 without a mark (little-endian: %s)', (isLittle) => {
    expect(decodeFeed(utf16('<rss>é</rss>', isLittle), 'text/xml')).toBe('<rss>é</rss>');
  });

  it('believes HTTP before the XML declaration', () => {
    const bytes = Uint8Array.from([...latin1('<?xml version="1.0" encoding="utf-8"?><t>'), 0xcf, 0xf0, 0xe8, ...latin1('</t>')]);
    expect(decodeFeed(bytes, 'text/xml; charset=windows-1251')).toContain('<t>При</t>');
  });

  it('believes the XML declaration where HTTP says nothing', () => {
    const bytes = Uint8Array.from([...latin1("<?xml version='1.0' encoding='ISO-8859-15'?><t>"), 0xa4, ...latin1('</t>')]);
    expect(decodeFeed(bytes)).toContain('<t>€</t>');
  });

  it('does not believe Latin-1 of bytes that are UTF-8', () => {
    expect(decodeFeed(utf8('<t>café</t>'), 'text/xml; charset=ISO-8859-1')).toBe('<t>café</t>');
  });

  it('does not believe UTF-8 of bytes that cannot be it', () => {
    expect(decodeFeed(latin1('<?xml version="1.0" encoding="UTF-8"?><t>caf\u00e9 \u0093ok\u0094</t>'))).toContain('<t>café “ok”</t>');
  });

  it('keeps UTF-8 where one sequence is cut', () => {
    const bytes = Uint8Array.from([...utf8('<t>äöüäöüäöü'), 0xc3, ...utf8('</t>')]);
    expect(decodeFeed(bytes)).toContain('äöüäöü');
  });

  it('reads letters of Windows-1252 among UTF-8', () => {
    const bytes = Uint8Array.from([...utf8(`<t>${'Ääöü – 日本 '.repeat(3)}`), ...latin1('na\u00efve \u0093ok\u0094'), ...utf8('</t>')]);
    expect(decodeFeed(bytes)).toBe(`<t>${'Ääöü – 日本 '.repeat(3)}naïve “ok”</t>`);
  });

  it('keeps an old encoding where one sequence is cut', () => {
    const shiftJis = [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea];
    const bytes = Uint8Array.from([...latin1('<?xml version="1.0" encoding="Shift_JIS"?><t>'), ...shiftJis, ...shiftJis, 0xfd, ...latin1('</t>')]);
    expect(decodeFeed(bytes)).toContain('日本語日本語');
  });

  it('takes the encoding that a language used to have where nothing says which, or what is said cannot be', () => {
    const russian = Uint8Array.from([...latin1('<rss><channel><language>ru-RU</language><t>'), 0xcf, 0xf0, 0xe8, ...latin1('</t>')]);
    expect(decodeFeed(russian)).toContain('<t>При</t>');
    expect(decodeFeed(russian, 'text/xml; charset=utf-8')).toContain('<t>При</t>');
  });

  const feed = (language: string, text: readonly number[], declaration = ''): Uint8Array =>
    Uint8Array.from([...latin1(`${declaration}<rss><channel>${language && `<language>${language}</language>`}<t>`), ...text, ...latin1('</t>')]);

  it.each([
    ['ISO-2022-JP', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x38, 0x6c, 0x24, 0x4e, 0x35, 0x2d, 0x3b, 0x76, 0x24, 0x47, 0x24, 0x39, 0x1b, 0x28, 0x42]],
    ['EUC-JP', [0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec, 0xa4, 0xce, 0xb5, 0xad, 0xbb, 0xf6, 0xa4, 0xc7, 0xa4, 0xb9]],
    ['Shift_JIS', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x8b, 0x4c, 0x8e, 0x96, 0x82, 0xc5, 0x82, 0xb7]],
  ])('tells the encodings of Japanese apart where the label is missing or wrong: %s', (_name, text) => {
    expect(decodeFeed(feed('ja', text))).toContain('<t>日本語の記事です</t>');
    expect(decodeFeed(feed('ja', text), 'text/xml; charset=utf-8')).toContain('<t>日本語の記事です</t>');
  });

  it.each([
    ['KOI8-R', [0xf3, 0xd4, 0xc1, 0xd4, 0xd8, 0xd1, 0x20, 0xcf, 0x20, 0xd0, 0xcf, 0xcc, 0xc9, 0xd4, 0xc9, 0xcb, 0xc5]],
    ['Windows-1251', [0xd1, 0xf2, 0xe0, 0xf2, 0xfc, 0xff, 0x20, 0xee, 0x20, 0xef, 0xee, 0xeb, 0xe8, 0xf2, 0xe8, 0xea, 0xe5]],
  ])('tells the encodings of Russian apart, also where no language is given or the label is Western: %s', (_name, text) => {
    const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>';
    for (const bytes of [feed('ru', text), feed('', text), feed('en', text), feed('ru', text, declaration)]) {
      expect(decodeFeed(bytes)).toContain('<t>Статья о политике</t>');
    }
  });

  it.each([
    ['windows-1250', 'Rząd ogłosił nową ustawę o źródłach żywności'],
    ['iso-8859-2', 'Rząd ogłosił nową ustawę o źródłach żywności'],
    ['windows-1250', 'Vláda schválila nový zákon o příjmech občanů, žluťoučký kůň'],
    ['windows-1250', 'A kormány bejelentette az új gazdasági intézkedéseket, őszi űrlap az erdőben'],
    ['windows-1250', 'Guvernul a anunţat măsuri noi în ţară, şcoală'],
    ['windows-1254', 'Başbakan yeni ekonomi planını açıkladı, güçlü ışık'],
    ['windows-1257', 'Vyriausybė paskelbė naują planą šįmet, ąžuolas'],
  ])('reads %s by its letters where the label is missing or Western: %s', (encoding, text) => {
    for (const declaration of ['', '<?xml version="1.0" encoding="ISO-8859-1"?>', '<?xml version="1.0" encoding="UTF-8"?>']) {
      expect(decodeFeed(feed('', singleBytes(text, encoding), declaration))).toContain(`<t>${text}</t>`);
    }
  });

  it.each([
    'Die Ärztekammer äußerte sich „größer“ – Maßnahmen für München, Köln, Düsseldorf',
    'Où êtes-vous allés cet été ? « Le cœur de la tâche », naïf, reçu, Noël',
    '¿Qué pasará mañana? ¡Será difícil! Los niños de Málaga, según el 1º y la 2ª, vergüenza',
    'Não é fácil, são três milhões à espera de informação; às vezes há razões',
    'Ríkisstjórnin kynnti í gær nýjar aðgerðir á Íslandi. Það er því þörf, sögðu þingmenn',
    'José Pérez, Ángel Gómez, Raúl García, Käthe Bär, Tomás Sánchez, Ramón Rodríguez, Marià Fernández, Järvelä, Nový, Côté, Iván Ríos',
    'Müller, Özil, Agüero, Piqué, Søren Kjær, Ødegaard, Guðmundsson, João Félix, Håland',
  ])('leaves Western text as it is that has no label, or a wrong one: %s', (text) => {
    for (const declaration of ['', '<?xml version="1.0" encoding="ISO-8859-1"?>', '<?xml version="1.0" encoding="UTF-8"?>']) {
      expect(decodeFeed(feed('', singleBytes(text, 'windows-1252'), declaration))).toContain(`<t>${text}</t>`);
    }
  });

  it('leaves Western text alone that has many accents', () => {
    const text = latin1('D\u00e9j\u00e0 vu \u00e0 No\u00ebl, cr\u00e9\u00e9e \u00e0 l\u2019\u00e9t\u00e9'.replace('\u2019', "'"));
    expect(decodeFeed(feed('', [...text]))).toContain("<t>Déjà vu à Noël, créée à l'été</t>");
  });

  it.each([true, false])('reads UTF-32, with a mark or without (little-endian: %s)', (isLittle) => {
    const utf32 = (text: string): Uint8Array => {
      const view = new DataView(new ArrayBuffer(Array.from(text).length * 4));
      Array.from(text).forEach((letter, at) => view.setUint32(at * 4, letter.codePointAt(0)!, isLittle));
      return new Uint8Array(view.buffer);
    };
    expect(decodeFeed(utf32('\ufeff<t>é😀</t>'))).toBe('<t>é😀</t>');
    expect(decodeFeed(utf32('<t>é😀</t>'), 'text/xml; charset=utf-8')).toBe('<t>é😀</t>');
  });

  it('survives an encoding that nobody knows', () => {
    expect(decodeFeed(utf8('<t>é</t>'), 'text/xml; charset=klingon')).toBe('<t>é</t>');
  });

  // Decoders are built in, encoders are not: each byte or pair of bytes is looked up in what the decoder makes of it.
  const encoded = (text: string, label: string): number[] => {
    const bytesOf = new Map<string, number[]>();
    const decoder = new TextDecoder(label);
    const add = (bytes: number[]): void => {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(sign).length === 1 && !bytesOf.has(sign)) bytesOf.set(sign, bytes);
    };
    for (let one = 0; one < 256; one++) add([one]);
    if (/^(?:gbk|big5|euc|shift)/.test(label)) for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) add([one, two]);
    return Array.from(text).flatMap((sign) => bytesOf.get(sign) ?? []);
  };
  const russian = 'Сильное землетрясение на Камчатке';
  const thai = 'นายกรัฐมนตรีแถลงนโยบายใหม่';

  it.each([
    ['gbk', '中国国家主席今天访问法国'],
    ['big5', '總統今天宣布新政策，台北股市大漲'],
    ['shift_jis', '東京で大きな地震がありました'],
    ['euc-kr', '서울에서 큰 집회가 열렸다'],
    ['windows-1253', 'Ισχυρός σεισμός στην Κρήτη'],
    ['windows-1255', 'ראש הממשלה הודיע היום'],
    ['windows-1256', 'زلزال قوي يضرب المدينة'],
    ['windows-874', thai],
    ['koi8-r', russian],
    ['windows-1251', russian],
  ])('knows %s where the server says Western, and without any true label', (label, text) => {
    const bytes = encoded(text, label);
    expect(decodeFeed(feed('', bytes, `<?xml version="1.0" encoding="${label}"?>`), 'text/xml; charset=ISO-8859-1')).toContain(`<t>${text}</t>`);
    expect(decodeFeed(feed('', bytes))).toContain(`<t>${text}</t>`);
    expect(decodeFeed(feed('en', bytes), 'text/xml; charset=utf-8')).toContain(`<t>${text}</t>`);
    expect(decodeFeed(feed('', bytes), 'text/xml; charset=ISO-8859-1')).toContain(`<t>${text}</t>`);
  });

  it.each(['koi8-r', 'windows-874', 'tis-620', 'ibm866', 'macintosh'])('does not believe %s of bytes that are UTF-8', (label) => {
    expect(decodeFeed(utf8(`<t>${thai} ${russian}</t>`), `text/xml; charset=${label}`)).toBe(`<t>${thai} ${russian}</t>`);
  });

  it.each([
    ['windows-1250', 'pl', 'Rząd przyjął projekt, śnieg w październiku'],
    ['iso-8859-2', 'pl', 'Rząd przyjął projekt, śnieg w październiku'],
    ['windows-1250', 'cs', 'Příští týden bude těžší'],
    ['iso-8859-2', 'cs', 'Příští týden bude těžší'],
  ])('tells %s apart from what else the language (%s) was written in', (label, language, text) => {
    expect(decodeFeed(feed(language, encoded(text, label)), 'text/xml; charset=utf-8')).toContain(`<t>${text}</t>`);
  });

  it('reads KOI8 that is labelled as the other encoding of Russian, and leaves alone what is labelled rightly', () => {
    for (const [written, label] of [['koi8-r', 'windows-1251'], ['windows-1251', 'windows-1251']] as const) {
      expect(decodeFeed(feed('ru', encoded(russian, written)), `text/xml; charset=${label}`)).toContain(`<t>${russian}</t>`);
    }
    const capitals = russian.toUpperCase();
    expect(decodeFeed(feed('ru', encoded(capitals, 'windows-1251')), 'text/xml; charset=windows-1251')).toContain(`<t>${capitals}</t>`);
  });
});
