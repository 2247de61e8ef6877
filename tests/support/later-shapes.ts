/*
 * A third lot of shapes, of kinds that the other two lack. Marked as in page-shapes.ts: `g="a"` is the article, `g="f"`
 * foreign, `g="e"` counts neither way, the innermost mark decides, and what has none around it is foreign.
 */
import type { PageShape } from './page-shapes';

const openings = ['Rail engineers', 'The archive', 'Tessa Quill', 'A panel of three judges', 'The school board', 'Divers', 'Both airlines', 'The co-operative', 'Customs officers'];
const acts = ['opened on Thursday', 'had kept quiet about', 'will have to pay for', 'described in court', 'were the first to notice', 'cannot explain', 'asked twice for'];
const things = ['the tunnel under the Marren, which has been shut since the spring tides', 'a ledger of names that nobody thought had survived the fire', 'the missing eleven minutes on the recording', 'a refund that was promised in writing, and never came', 'the second set of keys, as a locksmith told the inquiry', 'what the valley calls the long winter'];
let at = 4_077;

function one(of: readonly string[]): string {
  at = (at * 16_807) % 2_147_483_647;
  return of[at % of.length] ?? '';
}
const line = (): string => `${one(openings)} ${one(acts)} ${one(things)}.`;
const lines = (count: number): string => Array.from({ length: count }, line).join(' ');
const each = (count: number, make: (number: number) => string): string => Array.from({ length: count }, (_, number) => make(number)).join('');
const paragraphs = (count: number, sentences = 3): string => each(count, () => `<p>${lines(sentences)}</p>`);
const links = (count: number): string => `<ul class="u">${each(count, (number) => `<li><a href="/l/${number}">${one(openings)} ${one(acts)} it for the ${number + 2}nd time</a></li>`)}</ul>`;
const tiles = (count: number): string => each(count, (number) => `<div class="q${number % 4}"><a href="/q/${number}"><img src="data:," alt=""><h3>${one(openings)} ${one(acts)} it</h3></a><div>${line()}</div></div>`);
const bar = '<header><a href="/">The Marren Post</a><nav><a href="/news">News</a><a href="/sport">Sport</a><a href="/life">Life</a></nav></header>';
const end = '<footer><div>The Marren Post is published by Marren Press, 2 Mill Lane, and is a member of the press council of the valley.</div><a href="/terms">Terms</a></footer>';
const h1 = '<h1>Tunnel under the Marren stays shut, engineers say</h1>';
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tunnel under the Marren stays shut</title>${head}</head><body>${body}</body></html>`;
const article = '<meta property="og:type" content="article">';

const shapes: Readonly<Record<string, () => string>> = {
  'ticker of a match, newest first, with the score above it': () =>
    page(`${bar}<div class="score"><b>Marren</b> 2 : 1 <b>Brask</b><table><tr><td>Shots</td><td>14</td><td>9</td></tr></table></div><main><div g="a">${h1}<p>${lines(2)}</p></div>${each(20, (number) => `<div class="tk"><span g="e">${90 - number * 4}'</span><p g="a">${lines(2)}</p></div>`)}</main><div>${tiles(6)}</div>${end}`, article),

  'two paragraphs before a wall, then the rest as a blur of nonsense': () =>
    page(`${bar}<div class="story"><div g="a">${h1}${paragraphs(3)}</div><div aria-hidden="true" g="e" style="filter: blur(6px)">${paragraphs(2)}</div><div class="offer"><h2>Keep reading for 1 a week</h2><p>You have read all of your free articles this month. Choose a plan that suits you and read on without limits.</p><button>See plans</button></div></div>${tiles(8)}${end}`, article),

  'recipe with its story before it': () =>
    page(`${bar}<article><div g="a">${h1}${paragraphs(4)}</div><div class="rc" g="e"><h2>Ingredients</h2><ul>${each(9, (number) => `<li>${number + 1} spoons of flour</li>`)}</ul></div><div g="a"><h2>Method</h2><ol>${each(6, () => `<li>${lines(2)}</li>`)}</ol></div><div class="nutrition-x" g="e">Calories 210 · Fat 9 g</div></article><h2>Comments (4)</h2>${each(4, (number) => `<div><b>cook${number}</b><p>${lines(2)}</p></div>`)}${end}`),

  'column whose quotes are set large between its paragraphs': () =>
    page(`${bar}<div class="op"><div g="a">${h1}<p class="deck">${line()}</p></div>${each(4, () => `<div g="a">${paragraphs(2)}</div><div class="pq" g="e"><p>“${line()}”</p></div>`)}<div g="a">${paragraphs(1)}</div></div><section>${tiles(5)}</section>${end}`, article),

  'digest of short stories with a heading each': () =>
    page(`${bar}<main><div g="a">${h1}<p>${lines(2)}</p>${each(8, () => `<h2>${one(openings)} ${one(acts)} it</h2><p>${lines(3)}</p>`)}</div></main>${links(8)}${end}`, article),

  'questions and answers that fold': () =>
    page(`${bar}<main><div g="a">${h1}<p>${lines(3)}</p>${each(6, (number) => `<h2><button g="e">Why is tunnel ${number} shut?</button></h2><div>${paragraphs(2)}</div>`)}</div></main>${tiles(5)}${end}`),

  'blog of a local paper with boxes on both sides': () =>
    page(`<div id="wrap">${bar}<div id="l" class="widget-area"><h3>Weather</h3><p>Rain from the west, clearing by the evening. Highs of nine degrees, and a light wind.</p>${links(10)}</div><div id="c"><div class="post-77 hentry"><div class="entry-title" g="a">${h1}</div><p class="postmeta">Posted by tq on March 9 | 3 comments</p><div class="entry-content" g="a">${paragraphs(8)}</div><div class="sharedaddy"><h3>Share this:</h3><a href="#f">Facebook</a></div><div class="authorbox"><p>Tessa Quill has covered the valley since 2009. She lives in Marren with two dogs and a boat that leaks, and answers letters.</p></div></div><div id="respond"><h3>Leave a reply</h3><p>Your email address will not be published. Required fields are marked, and comments are read before they appear.</p></div></div><div id="r" class="widget-area">${tiles(6)}</div></div>${end}`, article),

  'scrolled story: pictures that stay and cards that pass over them': () =>
    page(`${bar}<div g="a">${h1}<p>${lines(2)}</p></div>${each(4, () => `<section style="position:relative"><div style="position:sticky;top:0;height:40px"><canvas></canvas></div>${each(3, () => `<div class="step" style="position:relative"><div g="a"><p>${lines(2)}</p></div></div>`)}</section>`)}<div g="a">${paragraphs(4)}</div>${tiles(4)}${end}`),

  'press release with who to ask and what the company says of itself': () =>
    page(`${bar}<div class="rl"><div g="a">${h1}<p>MARREN, March 9 -- ${lines(3)}</p>${paragraphs(5)}</div><div g="e"><p><b>About Marren Tunnels</b></p><p>${lines(3)}</p><p>Contact: Tessa Quill, press@marren.example, 555-0100.</p></div></div><div class="more">${links(10)}</div>${end}`),

  'question about cookies longer than the story': () =>
    page(`<div class="cmp" role="dialog" style="position:fixed;bottom:0"><h2>Your choice</h2>${each(9, () => '<p>We and our 611 partners store or read information on devices, such as cookies, and process personal data, such as unique identifiers and standard information that a device sends.</p>')}<button>Accept</button></div>${bar}<main><div g="a">${h1}${paragraphs(4, 2)}</div></main>${end}`, article),

  'interview in rows, who speaks beside what is said': () =>
    page(`${bar}<div class="iv"><div g="a">${h1}<p>${lines(2)}</p></div>${each(12, (number) => `<div class="row"><div g="e">${number % 2 ? 'Quill' : 'The Post'}</div><div g="a">${number % 2 ? lines(3) : `And who ${one(acts)} it?`}</div></div>`)}</div>${tiles(6)}${end}`),

  'list of findings with a chart and its source between': () =>
    page(`${bar}<article><div g="a">${h1}<p>${lines(3)}</p></div>${each(5, (number) => `<div g="a"><h3>${number + 1}. What was found</h3><p>${lines(3)}</p></div><figure class="ch" g="e"><svg></svg><figcaption>Share of trains that were late, in per cent. Source: Marren Rail</figcaption></figure>`)}</article>${links(6)}${end}`),

  'story that ends in a form for tips and a list of what others read': () =>
    page(`${bar}<div class="a1"><div g="a">${h1}${paragraphs(7)}</div><form><p>Do you know more about this story? Write to us in confidence, and tell us how we may reach you afterwards.</p><textarea></textarea></form><div class="rr"><h4>Others also read</h4>${tiles(6)}</div></div>${end}`, article),

  'story in one paragraph and more, below a line without its period and who wrote it': () =>
    page(`${bar}<main><div class="hd"><div g="a">${h1}</div><p class="sf" g="a">Engineers now doubt that it was the rain; unsure when the last of them may leave</p><p g="e">By Ana Quill and Bo Marren, Post Correspondents</p></div><div g="a">${paragraphs(2)}</div></main>${tiles(4)}${end}`),
};

export const laterShapes: readonly PageShape[] = Object.entries(shapes).map(([name, make]) => ({ name, html: make() }));

/** Pages that are no article and are left alone. */
export const noArticles: readonly PageShape[] = Object.entries({
  'front page with a lead story and sections': () =>
    page(`${bar}<main><section><h2><a href="/lead">Tunnel under the Marren stays shut</a></h2><p>${lines(2)}</p></section>${each(5, () => `<section>${tiles(7)}</section>`)}</main>${end}`),
  'results of a search, each with a line of what was found': () =>
    page(`${bar}<form><input value="tunnel"></form><p>About 1,204 results</p>${each(12, (number) => `<div><h3><a href="/r${number}">${one(openings)} ${one(acts)} it</a></h3><cite>post.example › news</cite><p>${lines(1)}</p></div>`)}${end}`),
  'results of a search whose headings stand in their links': () =>
    page(`${bar}${each(12, (number) => `<div><a href="/r${number}"><h3>${one(openings)} ${one(acts)} it</h3><cite>post.example</cite></a><div>Mar 9, 2025 — ${lines(2)}</div></div>`)}${end}`),
  'editor of documents': () =>
    page(`<div role="menubar"><span>File</span><span>Edit</span></div><div role="textbox" contenteditable="true" class="doc">${paragraphs(12)}</div>`),
  'notes in an editor that names itself only by what may be edited': () =>
    page(`<ul><li>Notes of Monday</li><li>Notes of Tuesday</li></ul><main><div contenteditable>${h1}${paragraphs(12)}</div></main>`),
  'shop: what it sells and what buyers say': () =>
    page(`${bar}<h2>Boots for the tunnel</h2><p>£49.00, in stock. Delivery on Thursday.</p><button>Add to basket</button>${tiles(8)}<h3>Reviews (20)</h3>${each(20, (number) => `<div class="review"><b>Buyer ${number}</b><p>${line()}</p></div>`)}${end}`),
  'shop that says so, with more in the reviews than beside what is sold': () =>
    page(`${bar}<h1>Boots for the tunnel</h1><p>£49.00</p>${each(20, (number) => `<div class="said"><b>Buyer ${number}</b><p>${lines(2)}</p></div>`)}${end}`, '<meta property="og:type" content="product">'),
  'letters in rows, each with how it begins': () =>
    page(`<table>${each(30, (number) => `<tr role="row"><td>Quill ${number}</td><td>${lines(2)}</td></tr>`)}</table>`),
  'messages of a room': () => page(`<div role="log">${each(40, (number) => `<div role="listitem"><b>Quill ${number}</b><div>${lines(2)}</div></div>`)}</div>`),
  'what friends wrote': () =>
    page(`<main>${each(20, (number) => `<article role="article"><a href="/u${number}">Quill ${number}</a><div dir="auto">${lines(2)}</div><button>Like</button></article>`)}</main>`),
  'cards that can be moved from list to list': () =>
    page(each(4, (list) => `<section><h2>List ${list}</h2>${each(8, () => `<div draggable="true">${lines(2)}</div>`)}</section>`)),
}).map(([name, make]) => ({ name, html: make() }));
