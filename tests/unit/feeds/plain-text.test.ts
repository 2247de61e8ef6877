import { describe, expect, it } from 'vitest';
import { plainBlock, plainLine } from '../../../lib/feeds/plain-text';

const unknown = (value: string): string => plainLine({ value, markup: 'unknown' });

describe('plainLine', () => {
  it('takes tags and entities out of a title', () => {
    expect(unknown('<b>Senate</b> &amp; House:&nbsp;&#8220;no&#8221;')).toBe('Senate & House: “no”');
  });

  it('reads what was escaped once too often, except for angle brackets', () => {
    expect(unknown('&amp;#8216;No&amp;#8217; to AT&amp;amp;T&amp;nbsp;&amp;mdash; a &amp;lt; b')).toBe('‘No’ to AT&T — a &lt; b');
    expect(plainLine({ value: '<b>AT&amp;amp;T</b>', markup: 'html' })).toBe('AT&T');
    expect(plainLine({ value: 'AT&amp;T', markup: 'text' })).toBe('AT&amp;T');
  });

  it('leaves signs that are no tags', () => {
    expect(unknown('We <3 maths: a < b & c > d')).toBe('We <3 maths: a < b & c > d');
  });

  it('shows tags that are spelled out as text', () => {
    expect(unknown('How to use &lt;b&gt;')).toBe('How to use <b>');
    expect(plainLine({ value: 'How to use <b>', markup: 'text' })).toBe('How to use <b>');
  });

  it('leaves no script behind', () => {
    expect(unknown('One<script>alert("1 > 0")</script> two<img src=x onerror="alert(1)">')).toBe('One two');
    expect(unknown('<style>p{}</style>Plain<!-- said -->')).toBe('Plain');
  });

  it('reads Windows characters that were written as numbers', () => {
    expect(unknown('it&#146;s &#x2014; so')).toBe('it’s — so');
  });

  it('drops what cannot be seen', () => {
    expect(unknown('so\u00adme\u200b \u0007wo\ufeffrds')).toBe('some words');
  });
});

describe('plainBlock', () => {
  it('makes a line of each block', () => {
    const value = '<p>First\n paragraph.</p><div>Second<br/>third</div><ul><li>fourth</li></ul>';
    expect(plainBlock({ value, markup: 'html' })).toBe('First paragraph.\nSecond\nthird\nfourth');
  });

  it('knows blocks of XHTML by any prefix', () => {
    expect(plainBlock({ value: '<h:div><h:p>One</h:p><h:p>two</h:p><h:script>no</h:script></h:div>', markup: 'html' })).toBe('One\ntwo');
  });

  it('takes elements without content for complete, as XHTML does', () => {
    expect(plainBlock({ value: 'One<iframe src="x"/> two<p/>three', markup: 'html' })).toBe('One two\nthree');
  });

  it('reads markup in character data that was marked twice', () => {
    expect(plainBlock({ value: '<![CDATA[<p>One</p> two]]>', markup: 'html' })).toBe('One\ntwo');
  });

  it('keeps what stands before markup of any depth', () => {
    expect(plainBlock({ value: `before ${'<b>'.repeat(5_000)}`, markup: 'html' })).toBe('before');
  });

  // With time that grows faster than the length, none of these would end while the runner waits.
  it('reads what is long and broken to its end', () => {
    for (const piece of ['<', '<a ', '<b>', '</b>', '<!--', '&', '<script', '<p "', '<![CDATA[']) {
      const value = piece.repeat(200_000);
      expect(plainBlock({ value, markup: 'html' }).length).toBeLessThanOrEqual(value.length);
    }
  });

  it('leaves out what turns around the writing of all that follows', () => {
    expect(plainLine({ value: 'Minister \u202esngiser', markup: 'text' })).toBe('Minister sngiser');
  });
});
