import { describe, expect, it } from 'vitest';
import { inlineMarkup, inlineWords, linkTargets } from '../../../scripts/stand/inline-text';

const linkTo = (target: string) => `/to/${target}`;

describe('inlineMarkup', () => {
  it('turns the few marks into elements, nested ones too', () => {
    expect(inlineMarkup('**Muscle Shoals, *Alabama*** and **Kis***lyak* [**Jeff** *Sessions*](post/x)’s', linkTo).source).toBe(
      '<b>Muscle Shoals, <em>Alabama</em></b> and <b>Kis</b><em>lyak</em> <a href="/to/post/x"><b>Jeff</b> <em>Sessions</em></a>’s',
    );
  });

  it('escapes everything else', () => {
    expect(inlineMarkup('<b> & "it\'s"', linkTo).source).toBe('&lt;b&gt; &amp; &quot;it&#39;s&quot;');
  });
});

describe('inlineWords', () => {
  it('keeps the words, with soft hyphens and no-break spaces as characters', () => {
    expect(inlineWords('Mr.&nbsp;**Ro&shy;sen** [x](y/z)')).toBe('Mr.\u00a0Ro\u00adsen x');
  });
});

describe('linkTargets', () => {
  it('finds links inside other marks', () => {
    expect(linkTargets('a **b [c](post/d)** [e](wire/)')).toEqual(['post/d', 'wire/']);
  });
});
