/*
 * Shapes of pages that were written by somebody who had not seen the rules that find articles, to tell how well those
 * do on pages that nobody has seen. Marked as in page-shapes.ts: `g="a"` is the article, `g="f"` foreign, `g="e"` counts
 * neither way, the innermost mark decides, and what has none around it is foreign.
 */
import type { PageShape } from './page-shapes';

const who = ['Mayor Ines Falk', 'The port union', 'A court in Brask', 'The hospital', 'Farmers along the Orle', 'The regulator', 'Her deputy', 'Nobody in the room', 'The insurer', 'Three former ministers'];
const did = ['refused on Monday to say', 'has since confirmed', 'wrote in an internal memo', 'would not rule out', 'told a packed hearing', 'made it plain', 'had long suspected'];
const what = ['that the harbour wall had been inspected only once in eleven years', 'how much of the flood money was still in the account', 'that the new trams were two centimetres too wide for the depot', 'why the sirens had stayed silent that night', 'that the contract went to the only bidder', 'that the vote would have to be held again', 'who had ordered the sluice to be opened'];
const tails = ['', '', ', according to minutes of the meeting', ', a week before the election', ', and promised to publish the rest “in good time”', '; the company has denied it'];
const short = ['Then the lights went out.', 'It was not the first time.', 'She shook her head.', 'Police were called at 4am.', 'Why?', 'The dog survived.'];
let state = 20_251;

function draw(from: readonly string[]): string {
  state = (state * 48_271) % 2_147_483_647;
  return from[state % from.length] ?? '';
}
const s = (): string => `${draw(who)} ${draw(did)} ${draw(what)}${draw(tails)}.`;
const prose = (sentences: number): string => Array.from({ length: sentences }, s).join(' ');
const many = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('');
const title = (at: number): string => `${draw(who)} ${draw(did)} it ${at + 2} times`;
const ps = (count: number, sentences = 3): string => many(count, () => `<p>${prose(sentences)}</p>`);
const cards = (count: number): string => many(count, (at) => `<a href="/c/${at}" class="k${at % 3}"><span>News</span><h4>${title(at)}</h4><p>${s()}</p><time>${at + 1}h</time></a>`);
const menu = (count: number): string => `<div role="navigation">${many(count, (at) => `<a href="/m/${at}">Topic ${at}</a> `)}</div>`;
const legal = '<div class="btm"><div>Orle Valley Media AB, Quay Street 4. Responsible under press law: N. Lind. We follow the code of the press council, and correct what we got wrong.</div><a href="/i">Imprint</a> <a href="/p">Privacy</a></div>';

function html(body: string, head = '', root = 'lang="en"'): string {
  return `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Harbour wall was inspected once in eleven years</title>${head}</head><body>${body}</body></html>`;
}
const h1 = '<h1>Harbour wall was inspected once in eleven years</h1>';
const ogArticle = '<meta property="og:type" content="article"><meta property="og:title" content="Harbour wall was inspected once in eleven years">';
const ld = (type: string): string => `<script type="application/ld+json">{"@context":"https://schema.org","@type":"${type}","headline":"Harbour wall was inspected once in eleven years","datePublished":"2025-03-04T08:00:00Z"}</script>`;

const shapes: Readonly<Record<string, () => string>> = {
  'live blog with a column of key events': () =>
    html(`${menu(9)}<div class="w"><div class="l"><h3>Key events</h3>${many(9, (at) => `<div><time>0${at}:10</time><a href="#b${at}">${title(at)}</a></div>`)}</div><div class="r"><div g="a">${h1}<p>${prose(2)}</p></div><div>${many(15, (at) => `<div id="b${at}" class="blk" g="a"><div g="e"><time>${at}.10 CET</time> <span>Jon Aas</span></div><h2 g="a">${title(at)}</h2><p>${prose(2)}</p><p>${s()}</p><div g="f"><button>Share</button> <a href="#b${at}">Permalink</a></div></div>`)}</div><button>Load more</button></div></div>${legal}`, ld('LiveBlogPosting')),

  'teaser before a paywall, with the rest of the page full of prose': () =>
    html(`${menu(12)}<main><div class="ar"><div g="a">${h1}<div class="intro"><p>${prose(2)}</p></div><p>${prose(3)}</p></div><div class="pw"><h3>Read on with Plus</h3><p>Subscribers make our reporting possible. With Plus you read all articles on the web and in the app, and you may cancel each month.</p><p>Already a subscriber? Log in and read on at once.</p><a href="/buy">To the offer</a></div></div><section><h2>The most read this week</h2>${cards(10)}</section></main>${legal}`, ogArticle),

  'opinion with pull quotes, drop cap and a long note on the author': () =>
    html(`${menu(6)}<article><header><span g="e">Opinion</span><div g="a">${h1}<p class="standfirst">${s()}</p></div></header><div class="bd"><div g="a"><p><span class="drop">T</span>hey knew. ${prose(3)}</p>${ps(2)}</div><aside class="pull" g="e"><blockquote>“${s()}”</blockquote></aside><div g="a">${ps(3)}</div><aside class="pull" g="e"><blockquote>“${s()}”</blockquote></aside><div g="a">${ps(2)}</div><p g="e"><i>Maria Lund is a columnist. ${s()} ${s()}</i></p></div></article><div>${cards(6)}</div>${legal}`, ogArticle),

  'interview in which the questions are headings': () =>
    html(`${menu(8)}<div id="c"><div g="a">${h1}<p><em>${prose(2)}</em></p>${many(9, () => `<h3>So who ${draw(did)} it?</h3><p>${prose(3)}</p>`)}</div><ul>${many(8, (at) => `<li><a href="/${at}">${title(at)}</a></li>`)}</ul></div>${legal}`),

  'interview in turns of span and br': () =>
    html(`${menu(8)}<div class="story"><div g="a">${h1}<div>${many(14, (at) => `<span class="${at % 2 ? 'q' : 'an'}">${at % 2 ? `<b>LEDGER:</b> And who ${draw(did)} it?` : `<b>FALK:</b> ${prose(3)}`}</span><br><br>`)}</div></div></div><div class="x">${cards(8)}</div>${legal}`),

  'AMP with consent, sidebar and stories after it': () =>
    html(`<amp-consent id="k"><div><p>We ask you to allow us and our 240 partners to store information on your device and to read it, so that we can show advertisements and measure them.</p><button>Allow</button></div></amp-consent><header><amp-img></amp-img>${menu(6)}</header><article class="amp-art"><div g="a">${h1}</div><div g="e"><span>By Jon Aas</span></div><div g="a" class="amp-body"><p>${prose(3)}</p><p>${prose(3)}</p></div><amp-embed><h3>You may like</h3>${cards(4)}</amp-embed><div g="a" class="amp-body"><p>${prose(3)}</p><p>${prose(2)}</p></div></article><amp-next-page>${cards(5)}</amp-next-page>${legal}`, ld('NewsArticle')),

  'wire story as text with line breaks': () =>
    html(`<div class="top"><a href="/">Home</a> <a href="/w">World</a></div><div class="cols"><div class="lft">${many(20, (at) => `<a href="/${at}">${title(at)}</a><br>`)}</div><div class="mid"><div g="a">${h1}<div class="d">BRASK, March 4 (Wire) - ${prose(2)}<br><br>${many(8, () => `${prose(2)}<br><br>`)}(Reporting by Jon Aas; editing by N. Lind)</div></div></div></div><div>${legal}</div>`),

  'wire story in pre': () =>
    html(`<center><a href="/">News server</a></center><h2 g="a">Harbour wall was inspected once in eleven years</h2><hr><pre g="a" style="white-space: pre-wrap">${many(8, () => `    ${prose(3)}\n\n`)}</pre><hr><a href="/next">Next</a>`),

  'three layout tables deep, story cut into rows': () =>
    html(`<table border="0"><tr><td><table><tr><td bgcolor="navy">${many(10, (at) => `<a href="/${at}"><font size="1">Topic ${at}</font></a><br>`)}</td></tr></table></td><td><table><tr><td g="a"><font size="6">Harbour wall was inspected once in eleven years</font></td></tr>${many(8, () => `<tr><td g="a"><font size="3">${prose(3)}</font></td></tr>`)}<tr><td><font size="1">Copyright 2003 The Orle Valley Ledger. No part may be printed or sent on without leave in writing.</font></td></tr></table></td><td><table>${many(9, (at) => `<tr><td><a href="/r${at}"><font size="2">${title(at)}</font></a></td></tr>`)}</table></td></tr></table>`),

  'gallery: the captions are the story': () =>
    html(`${menu(8)}<div class="gal"><div g="a">${h1}<p>${prose(2)}</p>${many(12, (at) => `<figure><div class="ph"><img alt="" src="data:,"></div><figcaption>${prose(2)}<small g="e">Photograph ${at + 1}/12: N. Lind</small></figcaption></figure>`)}</div></div><div class="more"><h2>More galleries</h2>${many(8, (at) => `<a href="/g${at}"><img alt="" src="data:,"><span>${title(at)}</span></a>`)}</div>${legal}`, ogArticle),

  'list of things to buy': () =>
    html(`${menu(10)}<article><div g="a">${h1}<p>${prose(2)}</p>${many(8, (at) => `<h2>${at + 1}. Best for a wet harbour</h2><p>${prose(2)}</p><div g="f" class="buy"><a href="/b${at}">£${at + 20} at Shoplet</a> <a href="/d${at}">£${at + 22} at Marketto</a></div><h4>Pros</h4><ul><li>Dry inside, even after a night in the rain</li><li>Light enough for a child to carry</li></ul>`)}</div></article><aside>${cards(6)}</aside>${legal}`),

  'stories in full prose inside the article': () =>
    html(`${menu(8)}<div class="artc"><div g="a">${h1}${ps(3)}</div><div class="in-story"><div>More on this story</div>${many(3, (at) => `<a href="/i${at}"><h3>${title(at)}</h3><p>${prose(2)}</p></a>`)}</div><div g="a">${ps(4)}</div><div class="in-story"><div>Recommended</div>${many(3, (at) => `<div><h3><a href="/j${at}">${title(at)}</a></h3><p>${prose(2)}</p></div>`)}</div><div g="a">${ps(3)}</div></div>${legal}`, ogArticle),

  'comments in the same container as the paragraphs': () =>
    html(`${menu(8)}<div class="entry"><div g="a">${h1}${ps(5)}</div><h3>14 responses to “Harbour wall was inspected once in eleven years”</h3>${many(14, (at) => `<div class="resp" id="resp-${at}"><p class="by"><cite>reader${at}</cite> says: <a href="#resp-${at}">March ${at + 4}, 2025 at 10:${at + 10}</a></p><p>${prose(3)}</p><p><a href="#r">Reply</a></p></div>`)}<form><textarea></textarea><p>Your address will not be shown. What is needed is marked.</p><button>Post</button></form></div>${legal}`),

  'comments as paragraphs beside the paragraphs': () =>
    html(`<div id="left">${menu(10)}</div><div id="content"><div g="a">${h1}${ps(6)}</div><h2 id="comments">Comments</h2><dl>${many(10, (at) => `<dt>reader${at} wrote:</dt><dd><p>${prose(2)}</p></dd>`)}</dl></div>`),

  'encyclopedia': () =>
    html(`<div id="mw-head">${menu(8)}</div><div id="content"><h1 g="a">Harbour wall</h1><div id="siteSub" g="e">From the Orle encyclopedia</div><div class="parser"><div g="e" role="note">For the wall of the old town, see <a href="/x">Old wall</a>.</div><table class="box" g="e"><tbody>${many(6, (at) => `<tr><th>Length</th><td>${at} m</td></tr>`)}</tbody></table><div g="a"><p>The <b>harbour wall</b> is a wall. ${prose(3)}<sup g="e"><a href="#c1">[1]</a></sup></p><p>${prose(3)}</p></div><div class="toc" role="navigation"><h2>Contents</h2><ul>${many(6, (at) => `<li><a href="#s${at}">Section ${at}</a></li>`)}</ul></div><div g="a">${many(5, (at) => `<h2>Section ${at}<span g="e">[<a href="/e">edit</a>]</span></h2>${ps(2)}`)}<p>${s()} <a href="/a">${draw(who)}</a> ${draw(did)} <a href="/b">the wall</a>.</p></div><h2 g="e">References</h2><ol class="refs" g="e">${many(14, (at) => `<li id="c${at}"><a href="#r">^</a> <cite><a href="/o${at}">“${title(at)}”</a>. Orle Valley Ledger. ${at + 1} March 2021.</cite></li>`)}</ol><div class="navbox">${many(30, (at) => `<a href="/w${at}">Walls of ${at}</a> · `)}</div></div></div><div id="foot"><p>Text is available under a free licence; further terms may apply. By using this site you agree to its terms of use and to what it keeps of you.</p></div>`),

  'newsletter on the web, with boxes that ask to subscribe': () =>
    html(`<div class="hd">${menu(4)}</div><div class="single-post"><div g="a">${h1}<h3 class="sub">${s()}</h3></div><div class="byl"><a href="/u">Maria Lund</a> Mar 04, 2025 <button>12</button> <button>Share</button></div><div class="markup" dir="auto"><div g="a">${ps(3)}</div><div class="sw"><p>The Orle Letter is made possible by its readers. To receive new posts and support my work, consider becoming a free or paid subscriber.</p><form><input type="email"><button>Subscribe</button></form></div><div g="a">${ps(3)}<h2>What comes now</h2>${ps(3)}<blockquote><p>${prose(2)}</p></blockquote>${ps(1)}</div><p class="bw"><a href="/share">Share</a></p><div class="fn" g="e"><a href="#f1">1</a><div><p>${s()}</p></div></div></div><div class="cm"><h4>Discussion about this post</h4>${many(5, (at) => `<div><a href="/u${at}">Reader ${at}</a><div><p>${prose(2)}</p></div><button>Like</button><button>Reply</button></div>`)}</div><div class="ft">© 2025 Maria Lund. Privacy ∙ Terms ∙ Collection notice</div></div>`, ogArticle),

  'newsletter as nested tables': () =>
    html(`<table width="100%"><tr><td align="center"><table width="600"><tr><td><a href="/v">View in browser</a></td></tr><tr><td g="a"><h1>Harbour wall was inspected once in eleven years</h1></td></tr>${many(7, () => `<tr><td><table><tr><td g="a"><p>${prose(3)}</p></td></tr></table></td></tr>`)}<tr><td><p>You receive this letter since you signed up for it. <a href="/u">Unsubscribe</a></p></td></tr></table></td></tr></table>`),

  'text in two columns of divs': () =>
    html(`${menu(8)}<div class="g2"><div g="a">${h1}</div><div class="c1" g="a">${ps(5)}</div><div class="c2" g="a">${ps(5)}</div></div><div class="rel">${cards(8)}</div>${legal}`, '<style>.g2{display:grid;grid-template-columns:1fr 1fr}.g2 > :first-child{grid-column:1/3}</style>'),

  'one full article after the other': () =>
    html(`${menu(8)}<div class="inf"><section class="st"><div g="a">${h1}${ps(6)}</div><div>${cards(3)}</div></section>${many(4, (at) => `<section class="st" g="e"><h1>${title(at)}</h1>${ps(6)}<div>${cards(3)}</div></section>`)}</div>${legal}`, ogArticle),

  'tabloid: one short sentence a paragraph, videos between': () =>
    html(`${menu(14)}<div class="body"><div g="a">${h1}<ul class="bul"><li>Harbour wall left to rot for eleven years</li><li>Mayor ‘knew all along’</li></ul></div><div class="by">By JON AAS, for the Ledger</div>${many(16, (at) => `<p g="a">${at % 3 ? s() : draw(short)}</p>${at % 5 === 4 ? `<div class="vid"><div>Your browser does not support this video</div><div>Up next</div><div>Ferry hits pier in storm</div><div>Now playing 0:41</div></div>` : ''}`)}</div><div class="puff">${cards(14)}</div>${legal}`),

  'blocks of a component system, text in data components': () =>
    html(`<div id="root"><div class="sc-a">${menu(10)}</div><main class="sc-b"><article class="sc-c"><div class="sc-d" g="a">${h1}</div><div class="sc-d"><span>4 March 2025</span><span>Jon Aas</span></div>${many(10, (at) => `<div class="sc-d" data-component="${at % 4 === 2 ? 'image' : 'text'}-block">${at % 4 === 2 ? `<figure g="e"><img alt="" src="data:,"><figcaption>${s()}</figcaption></figure>` : `<div class="sc-e" g="a"><p>${prose(2)}</p><p>${s()}</p></div>`}</div>`)}<section class="sc-f"><h2>Related topics</h2>${many(4, (at) => `<a href="/t${at}">Harbours ${at}</a>`)}</section></article><div class="sc-g"><h2>Top stories</h2>${cards(3)}</div><div class="sc-g"><h2>Most read</h2><ol>${many(10, (at) => `<li><a href="/q${at}">${title(at)}</a></li>`)}</ol></div></main>${legal}</div>`),

  'report of a match with tables of numbers': () =>
    html(`${menu(10)}<div class="mr"><div g="a">${h1}</div><table g="e"><tr><th>Brask</th><td>2</td><td>1</td><th>Orle</th></tr></table><div g="a">${ps(5)}</div><div g="e"><h3>Line-ups</h3><table>${many(11, (at) => `<tr><td>${at + 1}</td><td>Player ${at}</td><td>${at + 12}</td><td>Other ${at}</td></tr>`)}</table></div><div g="a">${ps(2)}</div></div><div>${cards(6)}</div>${legal}`),

  'podcast page: notes, then a transcript': () =>
    html(`${menu(6)}<div class="ep"><div g="a">${h1}<p>${prose(3)}</p></div><div class="pl"><button>Play</button> 00:00 / 31:12 <a href="/dl">Download</a></div><div g="a"><h2>Transcript</h2>${many(16, (at) => `<p>[00:${at + 10}:00] ${at % 2 ? 'LUND' : 'AAS'}: ${prose(2)}</p>`)}</div></div><div class="eps"><h2>Earlier episodes</h2>${many(8, (at) => `<div><a href="/e${at}">${title(at)}</a><p>${prose(2)}</p></div>`)}</div>${legal}`),

  'Chinese, each paragraph a section of spans': () =>
    html(`<div class="hd">${many(8, (at) => `<a href="/${at}">频道${at}</a>`)}</div><div id="page"><div g="a"><h2>海堤十一年仅检查一次</h2></div><div class="meta">记者 林</div><div id="js_content" g="a">${many(10, () => '<section style="margin:8px"><span style="font-size:16px">市长周一拒绝说明海堤在过去十一年中为何只检查过一次，</span><span>港口工会表示，他们早就怀疑合同只给了唯一的投标者。</span></section>')}</div><div>${many(6, (at) => `<div><a href="/r${at}">推荐阅读：渡轮在风暴中撞上码头${at}</a></div>`)}</div></div><div>版权所有 未经许可不得转载</div>`, '', 'lang="zh-CN"'),

  'Korean with breaks': () =>
    html(`<div>${many(12, (at) => `<a href="/${at}">섹션${at}</a>`)}</div><div class="cont"><div g="a"><h3>방파제, 11년 동안 한 번만 점검</h3></div><div g="a" id="txt">${many(8, () => '시장은 월요일 방파제가 11년 동안 왜 한 번만 점검되었는지 밝히기를 거부했다. 항만 노조는 계약이 유일한 입찰자에게 돌아갔다고 오랫동안 의심해 왔다고 밝혔다.<br><br>')}</div><div class="rank"><ol>${many(10, (at) => `<li><a href="/k${at}">폭풍 속에서 여객선이 부두에 충돌 ${at}</a></li>`)}</ol></div></div><div>저작권자 © 무단 전재 및 재배포 금지</div>`, '', 'lang="ko"'),

  'Hindi in bare divs': () =>
    html(`${many(10, (at) => `<a href="/${at}">विषय ${at}</a>`)}<div class="a"><div g="a"><h1>ग्यारह साल में एक बार जाँची गई बंदरगाह की दीवार</h1>${many(8, () => '<div>महापौर ने सोमवार को यह बताने से इनकार कर दिया कि बंदरगाह की दीवार की ग्यारह साल में केवल एक बार जाँच क्यों हुई। बंदरगाह संघ ने कहा कि उसे लंबे समय से संदेह था।</div>')}</div></div><div>${many(8, (at) => `<a href="/r${at}">तूफान में नौका घाट से टकराई ${at}</a>`)}</div>`, '', 'lang="hi"'),

  'German with “read also” paragraphs between': () =>
    html(`${menu(9)}<article><div g="a"><h1>Hafenmauer in elf Jahren einmal geprüft</h1></div>${many(8, (at) => `<p g="a">Die Bürgermeisterin wollte am Montag nicht sagen, warum die Hafenmauer in elf Jahren nur einmal geprüft worden war. Die Gewerkschaft der Hafenarbeiter hatte nach eigenen Angaben schon lange einen Verdacht, den sie nun bestätigt sieht.</p>${at % 3 === 2 ? `<p><strong>Lesen Sie auch: <a href="/l${at}">Fähre rammt im Sturm den Kai</a></strong></p>` : ''}`)}</article><div>${cards(6)}</div>${legal}`, '', 'lang="de"'),

  'long read in which a map and its notes stand between': () =>
    html(`<header>${menu(5)}</header><div class="lr"><div g="a" class="hero">${h1}<p>${s()}</p></div>${many(4, () => `<div class="ch" g="a"><h2>The night of the sirens</h2>${ps(4, 4)}</div><div class="map" g="e"><svg width="10" height="10"></svg><p>Source: port survey. Depths in metres.</p></div>`)}<div class="cr" g="e"><p>Edited by N. Lind. Maps by Jon Aas.</p></div></div><div class="nx">${cards(4)}</div>${legal}`),

  'court decision with numbered paragraphs and notes': () =>
    html(`<div class="bc"><a href="/">Decisions</a> › <a href="/2025">2025</a></div><div class="dec"><div g="a"><h1>Union v Port of Brask</h1>${many(5, (at) => `<h2>${at + 1}. What is in dispute</h2><div class="n">${many(3, (sub) => `<div><span>${at + 1}.${sub + 1}</span> <div>${prose(3)}</div></div>`)}</div>`)}</div></div><div class="ft">${menu(5)}</div>`),

  'text that scripts have put word by word into spans': () =>
    html(`${menu(8)}<div class="v"><div g="a">${h1}${many(8, () => `<p>${prose(3).split(' ').map((word) => `<span>${word}</span>`).join(' ')}</p>`)}</div></div><div>${cards(8)}</div>${legal}`),

  'tabs of a page: story, background, comments': () =>
    html(`${menu(8)}<div class="tabs"><button>Story</button><button>Comments</button></div><div class="tp"><div role="tabpanel" id="t1"><div g="a">${h1}${ps(6)}</div></div><div role="tabpanel" id="t2" hidden><div>${many(8, () => `<p>${prose(3)}</p>`)}</div></div></div><div>${cards(6)}</div>${legal}`),
};

export const heldBackShapes: readonly PageShape[] = Object.entries(shapes).map(([name, make]) => ({ name, html: make() }));
