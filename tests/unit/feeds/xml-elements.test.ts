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
    const source = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "<c/>">]><!-- <d> --><a>&b;</a>';
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
  });

  it('takes signs that begin nothing as text', () => {
    expect(read('<a>1 < 2 & 3 <3</a>')).toBe('a{1 < 2 & 3 <3}');
  });

  it('minds angle brackets in quotes, and quotes that never close', () => {
    expect(read('<a title="a > b">x</a>')).toBe('a{x}');
    expect(read('<a title="open>x</a>')).toBe('a{x}');
  });

  it('knows namespaces by their address, not their prefix', () => {
    const source = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x=" http://purl.org/dc/elements/1.1/ "><x:creator>J</x:creator></feed>';
    expect(read(source)).toBe('feed{dc:creator{J}}');
    expect(read('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title></a:feed>')).toBe('feed{title{T}}');
    expect(read('<item><content:encoded>T</content:encoded></item>')).toBe('item{content:encoded{T}}');
  });

  it('does not follow markup into any depth', () => {
    const deep = '<a>'.repeat(5_000) + 'x' + '</a>'.repeat(5_000);
    expect(read(`<r>${deep}<b>after</b></r>`)).toContain('b{after}');
  });

  it('reads anything without throwing', () => {
    const piece = fc.constantFrom('<', '>', '</', '/>', '"', "'", '=', '&', ';', '<![CDATA[', ']]>', '<!--', '-->', '<?', '<!', 'item', 'a', ' ', '[', ']');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(readElements(pieces.join('')).name).toBe('');
    }));
  });

  it('takes time that grows with the length only', () => {
    for (const piece of ['<', '<a', '<a "', '<a>', '</a>', '<!--', '<![CDATA[', '<!x [', '<a b=\'', '&', '<?']) {
      const started = performance.now();
      readElements(`<rss>${piece.repeat(50_000)}`);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
