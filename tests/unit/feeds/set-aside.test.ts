import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAside } from '../../../lib/feeds/set-aside';
import { readElements, type XmlElement } from '../../../lib/feeds/xml-elements';

const long = 'word '.repeat(60);

describe('setAside', () => {
  it('puts marks in place of long character data, and knows what stood where', () => {
    const source = `<a><![CDATA[${long}]]></a><b><![CDATA[short]]></b><c><![CDATA[${long}2]]></c>`;
    const aside = setAside(source);
    expect(aside.source).toBe('<a><![CDATA[\u00010\u0001]]></a><b><![CDATA[short]]></b><c><![CDATA[\u00011\u0001]]></c>');
    expect(['\u00010\u0001', '\u00011\u0001', '\u00012\u0001', 'short'].map(aside.textOf)).toEqual([long, `${long}2`, '\u00012\u0001', 'short']);
    for (const what of ['<a>', '</a>', '<b>', 'short', '<c>', '</c>']) {
      expect(aside.placeOf(aside.source.indexOf(what))).toBe(source.indexOf(what));
    }
  });

  it.each([
    ['a comment', `<a><!-- <![CDATA[ --><![CDATA[${long}]]></a>`],
    ['an instruction', `<a><?x <![CDATA[ ?><![CDATA[${long}]]></a>`],
    ['a tag', `<a title="<![CDATA[${long}]]>"/>`],
    ['data without an end', `<a><![CDATA[${long}</a>`],
    ['the mark itself', `<a>\u0001<![CDATA[${long}]]></a>`],
  ])('leaves all as it is beside %s', (_what, source) => {
    expect(setAside(source).source).toBe(source);
  });

  it('changes nothing of what is read', () => {
    const piece = fc.constantFrom(
      ...['<item>', '</item>', '<title>', '</title>', '<p class="a>b">', '</p>', '<br/>', 'words', '&amp;', '&#1;', '<', ']]>', '<![CDATA[', '<![CDATA[short]]>'],
      ...[`<![CDATA[${long}]]>`, `<![CDATA[<item>${long}</title>]]]>`, `<![CDATA[${long}`, `<a href="<![CDATA[${long}">`, `<a x='>' y=`],
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const source = `<rss><channel>${pieces.join('')}</channel></rss>`;
      // Beside a comment nothing is set aside.
      const plain = `<!---->${source}`;
      expect(told(readElements(source), source)).toEqual(told(readElements(plain), plain));
    }), { numRuns: 1_000 });
  });
});

/** All that is known of what stands in an element. */
function told({ children }: XmlElement, source: string): unknown[] {
  return children.map((child) => [child.name, child.text, source.slice(child.innerStart, child.innerEnd), told(child, source)]);
}
