import { markup, type Markup } from './markup';

/** A piece of a paragraph: `**bold**`, `*emphasis*`, `[words](outlet/slug)`, or plain text. */
type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'b' | 'em'; readonly inside: readonly Inline[] }
  | { readonly kind: 'a'; readonly target: string; readonly inside: readonly Inline[] };

/** Says where `outlet/slug` (an article) or `outlet/` (a front page) is. */
export type Linker = (target: string) => string;

const pattern = /\*\*(?<bold>(?:[^*]|\*[^*]+\*)+)\*\*|\*(?<em>[^*]+)\*|\[(?<words>[^\]]+)\]\((?<target>[^)]*)\)/;

export function inlineMarkup(source: string, linkTo: Linker): Markup {
  return render(parse(source), linkTo);
}

/** The words alone, as a feed's text or a JSON answer carries them. */
export function inlineWords(source: string): string {
  return words(parse(source));
}

/** Where the paragraph's links go: `outlet/slug` or `outlet/`. */
export function linkTargets(source: string): string[] {
  return targets(parse(source));
}

function parse(source: string): Inline[] {
  const match = pattern.exec(source);
  if (match === null) return source === '' ? [] : [{ kind: 'text', text: readEntities(source) }];
  const { bold, em, words: linkWords = '', target = '' } = match.groups ?? {};
  const before = parse(source.slice(0, match.index));
  const after = parse(source.slice(match.index + match[0].length));
  if (bold !== undefined) return [...before, { kind: 'b', inside: parse(bold) }, ...after];
  if (em !== undefined) return [...before, { kind: 'em', inside: parse(em) }, ...after];
  return [...before, { kind: 'a', target, inside: parse(linkWords) }, ...after];
}

/** The two characters that an editor would not see, written as HTML writes them. */
function readEntities(text: string): string {
  return text.replaceAll('&shy;', '\u00ad').replaceAll('&nbsp;', '\u00a0');
}

function render(parts: readonly Inline[], linkTo: Linker): Markup {
  return markup`${parts.map((part) => {
    switch (part.kind) {
      case 'text':
        return markup`${part.text}`;
      case 'b':
        return markup`<b>${render(part.inside, linkTo)}</b>`;
      case 'em':
        return markup`<em>${render(part.inside, linkTo)}</em>`;
      case 'a':
        return markup`<a href="${linkTo(part.target)}">${render(part.inside, linkTo)}</a>`;
    }
  })}`;
}

function words(parts: readonly Inline[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : words(part.inside))).join('');
}

function targets(parts: readonly Inline[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    return part.kind === 'a' ? [part.target, ...targets(part.inside)] : targets(part.inside);
  });
}
