const filler =
  'This page was made up for a test, and so was all that it tells. The paragraph is as long as it is because a page is only ' +
  'taken for an article where there is enough of it to read, and a sentence or two would look like a notice.';

/** A document that is an article beyond doubt, with this in the middle of its body. */
export function sampleArticle(body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A sample story</title>
<meta property="og:type" content="article">
<style>body { margin: 16px; font: 16px/1.5 sans-serif; max-width: 600px }</style>
${head}
</head>
<body>
<article>
<h1>A sample story</h1>
<p>${filler}</p>
${body}
<p>${filler}</p>
</article>
</body>
</html>`;
}
