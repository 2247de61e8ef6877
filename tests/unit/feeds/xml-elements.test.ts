import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readElements, type XmlElement } from '../../../lib/feeds/xml-elements';

/** A short writing of the tree: name{text|children}. */
function sketch({ name, text, children }: XmlElement): string {
  const inner = [text.trim(), ...children.map(sketch)].filter((part) => part !== '').join('|');
  return `${name}{${inner}}`;
}

const read = (source: string): string => readElements(source).children.map(sketch).join('');

describe('readElements', () => {
  it('reads elements, text, CDATA and entities', () => {
    expect(read('<a x="1"><b>one &amp; <![CDATA[<two> &amp;]]></b><c/></a>')).toBe('a{b{one & <two> &amp;}|c{}}');
  });

  it('reads attributes in all ways of writing', () => {
    const [element] = readElements(`<a One="1 &gt; 0" two='"2"' three=3 four>x</a>`).children;
    expect([...element!.attributes]).toEqual([['one', '1 > 0'], ['two', '"2"'], ['three', '3'], ['four', '']]);
  });

  it('skips declarations, comments and document types', () => {
    const source = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "a.dtd"><!-- <d> --><a>&b;</a>';
    expect(read(source)).toBe('a{&b;}');
  });

  it('closes what was left open', () => {
    expect(read('<a><b><c>text</b><d/></a>')).toBe('a{b{c{text}}|d{}}');
    expect(read('<a><b>cut of')).toBe('a{b{cut of}}');
  });

  it('drops an end tag that closes nothing', () => {
    expect(read('<a></x>text</a>')).toBe('a{text}');
  });

  it('ends an unfinished item where the next begins', () => {
    expect(read('<channel><item><title>One<item><title>Two</title></item></channel>')).toBe(
      'channel{item{title{One}}|item{title{Two}}}',
    );
    const many = readElements(`<channel>${'<item><title>T</title>'.repeat(300)}</channel>`).children[0]!;
    expect(many.children).toHaveLength(300);
    expect(sketch(many.children[299]!)).toBe('item{title{T}}');
  });

  it('takes signs that begin nothing as text', () => {
    expect(read('<a>1 < 2 & 3 &c;</a>')).toBe('a{1 < 2 & 3 &c;}');
  });

  it('minds angle brackets in quotes', () => {
    expect(read('<a title="a > b">x</a>')).toBe('a{x}');
  });

  it('keeps what came before where the source ends in a tag, a comment or character data', () => {
    for (const end of ['<c href="x', '<c title="open>y</c></a>', '<!-- d', '</b']) expect(read(`<a><b>one</b>${end}`)).toBe('a{b{one}}');
    expect(read('<a><b>one</b><c><![CDATA[two')).toBe('a{b{one}|c{two}}');
  });

  it('says where the content of an element stands', () => {
    const source = '<a x="1">\n<b>one <i>two</i></b><c/></a>';
    const [a] = readElements(source).children;
    const inner = (element: XmlElement): string => source.slice(element.innerStart, element.innerEnd);
    expect(inner(a!)).toBe('\n<b>one <i>two</i></b><c/>');
    expect(a!.children.map(inner)).toEqual(['one <i>two</i>', '']);
  });

  it('knows namespaces by their address, not their prefix', () => {
    const source = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x=" http://purl.org/dc/elements/1.1/ "><x:creator>J</x:creator></feed>';
    expect(read(source)).toBe('feed{dc:creator{J}}');
    expect(read('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title></a:feed>')).toBe('feed{title{T}}');
    expect(read('<item><content:encoded>T</content:encoded></item>')).toBe('item{content:encoded{T}}');
  });

  it('does not follow markup into any depth, and loses nothing that stands there', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + 'x' + '</a>'.repeat(depth);
    expect(read(`<r>${nested(500)}<b>after</b></r>`)).toMatch(/^r(\{a){99}\{(a\{\}\|){400}a\{x\}\}{99}\|b\{after\}\}$/);
    expect(read(`<r><b>before</b>${nested(5_000)}</r>`)).toContain('b{before}');
  });

  it('reads anything without throwing', () => {
    const piece = fc.constantFrom('<', '>', '</', '/>', '"', "'", '=', '&', ';', '<![CDATA[', ']]>', '<!--', '-->', '<?', '<!', 'item', 'a', ' ', '[', ']');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(readElements(pieces.join('')).name).toBe('');
    }));
  });

  // With time that grows faster than the length, none of these would end while the runner waits.
  it('reads what is long and broken to its end', () => {
    for (const piece of ['<', '<a', '<a "', '<a>', '</a>', '<!--', '<![CDATA[', '<!x [', '<a b=\'', '&', '<?']) {
      expect(readElements(`<rss>${piece.repeat(400_000)}`).name).toBe('');
    }
  });
});
