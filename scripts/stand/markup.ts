/** Markup that is ready to be served. Only `markup` makes it, so text from a file can never become a tag. */
export interface Markup {
  readonly source: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A template for HTML and XML alike: every value in it is escaped unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const source = strings.reduce((whole, literal, i) => whole + asSource(parts[i - 1] ?? '') + literal);
  return { source };
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON for the inside of a `<script>` of data: no `</script>` in a title can end it. */
export function jsonMarkup(value: unknown): Markup {
  return { source: JSON.stringify(value).replaceAll('<', '\\u003c') };
}

function asSource(part: Part): string {
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  if ('source' in part) return part.source;
  return part.map((one) => one.source).join('');
}
