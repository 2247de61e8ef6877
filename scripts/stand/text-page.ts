import { markup, type Markup } from './markup';
import { statedDate } from './stated-date';

/**
 * A plain text as a minimal article page: the first line that is not empty is the title, empty lines part paragraphs,
 * and nothing in it can become markup.
 */
export function textPage(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const titleAt = lines.findIndex((line) => line.trim() !== '');
  const title = lines[titleAt]?.trim() ?? '';
  const rest = lines.slice(titleAt + 1).join('\n');
  const date = statedDate(rest);
  return markup`<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
${date === undefined ? '' : markup`<meta property="article:published_time" content="${date}">\n`}<title>${title}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.125rem/1.6 Georgia, 'Liberation Serif', serif; }
h1 { line-height: 1.2; text-wrap: balance; }
p { overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<article>
<h1>${title}</h1>
${paragraphs(rest)}
</article>
</main>
</body>
</html>
`.source;
}

function paragraphs(text: string): Markup {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  return markup`${blocks.map((block) => markup`<p>${block}</p>\n`)}`;
}
