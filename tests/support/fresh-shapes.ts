/*
 * A fourth lot of shapes. Marked as in page-shapes.ts: `g="a"` is the article, `g="f"` foreign, `g="e"` counts neither
 * way, the innermost mark decides, and what has none around it is foreign.
 */
import type { PageShape } from './page-shapes';

const who = ['The harbour master', 'Two former clerks', 'Councillor Ilse Varga', 'The insurer', 'Neighbours on Pond Street', 'A spokesman', 'The ferry company', 'Marine biologists'];
const did = ['said on Tuesday that they knew nothing of', 'had asked for', 'wants to see', 'will decide this week about', 'wrote a long letter about', 'denied any part in', 'counted the cost of'];
const what = ['the crane that fell into the basin during the storm', 'the sealed crates found under the old fish market', 'a report which the city had kept in a drawer since 2011', 'the new timetable, and of the boats that it leaves out', 'forty kilometres of pipe that nobody admits to owning', 'the bill for the sand that was moved twice'];
let state = 90_210;

function pick(of: readonly string[]): string {
  state = (state * 48_271) % 2_147_483_647;
  return of[state % of.length] ?? '';
}
const said = (): string => `${pick(who)} ${pick(did)} ${pick(what)}.`;
const talk = (count: number): string => Array.from({ length: count }, said).join(' ');
const repeat = (count: number, make: (number: number) => string): string => Array.from({ length: count }, (_, number) => make(number)).join('');
const ps = (count: number, sentences = 3): string => repeat(count, () => `<p>${talk(sentences)}</p>`);
const list = (count: number): string => `<ul>${repeat(count, (number) => `<li><a href="/s/${number}">${pick(who)} ${pick(did)} it, part ${number + 1}</a></li>`)}</ul>`;
const cards = (count: number): string => repeat(count, (number) => `<div class="c${number % 3}"><a href="/c/${number}"><h3>${pick(who)} ${pick(did)} it</h3></a><p>${said()}</p></div>`);
const top = '<div id="top"><a href="/">Basin Courier</a> <a href="/city">City</a> <a href="/port">Port</a> <a href="/weather">Weather</a></div>';
const foot = '<div id="bottom"><p>Basin Courier, founded in 1887, is printed at Pond Street 4 and belongs to its readers. All rights reserved.</p><a href="/imprint">Imprint</a></div>';
const h1 = '<h1>Crane in the basin: who knew what, and when</h1>';
const og = '<meta property="og:type" content="article">';
const page = (body: string, head = '', attributes = 'lang="en"'): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Crane in the basin</title>${head}</head><body>${body}</body></html>`;

const hebrew = 'מבקרת המדינה פרסמה ביום רביעי דוח חמור על הנמל, ובו שאלות רבות שאיש לא ענה עליהן במשך שנים.';
const japanese = '港湾局は水曜日、嵐の夜に倒れたクレーンについて新しい報告書を発表し、市議会は来週までに説明を求めると述べた。';
const thai = 'คณะกรรมการท่าเรือเผยแพร่รายงานฉบับใหม่เกี่ยวกับเครนที่ล้มลงในคืนที่มีพายุและเรียกร้องให้เทศบาลชี้แจงภายในสัปดาห์หน้าต่อประชาชนทุกคนในเมือง';

const shapes: Readonly<Record<string, () => string>> = {
  'live blog: posts as articles in an article, each with its time and buttons': () =>
    page(`${top}<article><div g="a">${h1}<p>${talk(2)}</p></div>${repeat(12, (number) => `<article class="post" id="p${number}"><header><time g="e">1${number % 10}.0${number % 6}</time><h2 g="a">${pick(who)} ${pick(did)} it</h2></header><div g="a">${ps(2, 2)}</div><div class="share-bar"><button>Share</button><a href="#p${number}">Copy link</a></div></article>`)}</article>${cards(6)}${foot}`, '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Crane in the basin"}</script>'),

  'AMP: custom elements between the paragraphs and around them': () =>
    page(`<amp-sidebar id="m" hidden>${list(6)}</amp-sidebar>${top}<main><article><div g="a">${h1}</div><amp-img layout="responsive"></amp-img>${repeat(5, (number) => `<div g="a">${ps(2)}</div><amp-ad type="x" data-slot="${number}"><div>Advertisement: boots that last a hundred winters, now at half the price in all of our shops.</div></amp-ad>`)}</article><amp-list>${cards(5)}</amp-list></main>${foot}`, og),

  'wall: the beginning, a gradient over it and an offer in the flow': () =>
    page(`${top}<div class="x"><div g="a">${h1}<p>${talk(3)}</p><p>${talk(3)}</p></div><div class="fade"></div><section class="subscribe-box"><h2>This story is for members</h2><p>Members read everything that we write, listen to it on the way to work and keep the paper independent. Cancel whenever you like.</p><button>Join</button></section></div>${cards(7)}${foot}`, og),

  'Hebrew, from right to left, with links on its left': () =>
    page(`<div>${repeat(8, (number) => `<a href="/${number}">מדור ${number}</a> `)}</div><div class="col"><div g="a"><h1>הדוח על המנוף שנפל אל הים</h1>${repeat(8, () => `<p>${hebrew} ${hebrew}</p>`)}</div></div><div class="left">${repeat(6, (number) => `<a href="/r${number}"><h4>עוד ידיעה מן הנמל ${number}</h4></a>`)}</div>`, og, 'lang="he" dir="rtl"'),

  'Japanese in columns from right to left, with readings over the words': () =>
    page(`<nav><a href="/a">社会</a><a href="/b">経済</a></nav><div style="writing-mode: vertical-rl"><div g="a"><h1>港のクレーン、誰が知っていたのか</h1>${repeat(7, () => `<p>${japanese}${japanese}</p>`)}<p><ruby>港湾<rt>こうわん</rt></ruby>局は来月までに対策をまとめ、市民に説明する方針だと述べた。</p></div></div><ul>${repeat(8, (number) => `<li><a href="/n/${number}">関連する記事の見出し${number}</a></li>`)}</ul>`, og, 'lang="ja"'),

  'Thai, which is written without spaces': () =>
    page(`<div><a href="/1">ข่าว</a><a href="/2">กีฬา</a></div><div class="t"><div g="a"><h1>รายงานเรื่องเครนที่ล้มลง</h1>${repeat(8, () => `<p>${thai} ${thai}</p>`)}</div></div><div>${repeat(6, (number) => `<a href="/x${number}">ข่าวที่เกี่ยวข้อง ${number}</a>`)}</div>`, og, 'lang="th"'),

  'comments that come before the article': () =>
    page(`${top}<section id="comments"><h2>What you say (9)</h2>${repeat(9, (number) => `<div class="comment"><b>reader${number}</b><p>${talk(3)}</p></div>`)}</section><main><div g="a">${h1}${ps(6)}</div></main>${foot}`, og),

  'wall of cookies in the flow, before everything': () =>
    page(`<div id="gdpr-consent"><h2>We value your privacy</h2>${repeat(7, () => '<p>We and our 800 partners store and access information on your device, and process personal data to show advertisements and to measure them.</p>')}<button>Agree</button></div>${top}<div class="s"><div g="a">${h1}${ps(4, 2)}</div></div>${cards(4)}${foot}`, og),

  'boxes that are not there: display: contents all the way down': () =>
    page(`${top}<style>.k{display:contents}</style><div class="k"><div class="k"><div g="a">${h1}</div>${repeat(4, () => `<div class="k"><div class="k" g="a">${ps(2)}</div></div>`)}</div><div class="k"><div>${cards(5)}</div></div></div>${foot}`),

  'print view: old tables, fonts, and lines that are parted by breaks': () =>
    page(`<center><a href="/">Basin Courier</a> | <a href="javascript:print()">Print this</a></center><hr><table width="600"><tr><td><div g="a"><font size="5"><b>Crane in the basin: who knew what, and when</b></font></div><font size="2" g="e">By Ilse Varga</font><br><div g="a"><font size="3">${repeat(7, () => `${talk(3)}<br><br>`)}</font></div></td></tr></table><hr><font size="1">Copyright 1999 Basin Courier. Find this article at courier.example/crane</font>`),

  'agency copy in pre, with the desk’s lines around it': () =>
    page(`${top}<div><pre g="a">${repeat(9, () => `${Array.from({ length: 3 }, said).join('\n')}\n\n`)}</pre></div>${list(8)}${foot}`, og),

  'an article that quotes another one whole, as an article of its own': () =>
    page(`${top}<article class="main"><div g="a">${h1}${ps(4)}</div><article class="embed" g="e"><blockquote><p>${talk(2)}</p></blockquote><a href="/other">From another paper</a></article><div g="a">${ps(4)}</div></article><div class="next">${cards(5)}</div>${foot}`),

  'letters to the editor, each signed': () =>
    page(`${top}<main><div g="a"><h1>Letters: the crane, the sand and the ferries</h1></div>${repeat(7, (number) => `<div class="letter"><div g="a">${ps(2, 2)}</div><p g="e"><b>Reader ${number}</b><br>Pond Street</p></div>`)}</main>${list(7)}${foot}`, og),

  'report whose tables hold more than its text': () =>
    page(`${top}<div class="r"><div g="a">${h1}${ps(3)}</div>${repeat(3, (number) => `<table g="e"><caption>Table ${number}: what was moved, in tonnes</caption>${repeat(30, (row) => `<tr><td>Basin ${row}</td><td>${row * 17}</td><td>${row * 31}</td><td>moved on a Tuesday, weighed on the day after</td></tr>`)}</table><div g="a">${ps(2)}</div>`)}</div>${cards(4)}${foot}`, og),

  'the next stories below the story, each as long as it': () =>
    page(`${top}<div class="stream"><article><div g="a">${h1}${ps(7)}</div></article><article g="e"><h1>Ferries: what the new timetable leaves out</h1>${ps(6)}</article><article g="e"><h1>Sand: moved twice, paid for three times</h1>${ps(6)}</article></div>${foot}`, og),

  'transcript: who speaks in front of what is said': () =>
    page(`${top}<div id="tr"><div g="a">${h1}<p>${talk(2)}</p>${repeat(24, (number) => `<p><strong>${number % 2 ? 'VARGA' : 'CLERK'}:</strong> ${talk(1 + (number % 3))}</p>`)}</div></div>${list(9)}${foot}`),

  'story in one of three columns, the other two of text as well': () =>
    page(`${top}<table><tr><td width="20%"><b>In short</b><p>${said()}</p><p>${said()}</p></td><td><div g="a">${h1}${ps(8)}</div></td><td width="20%"><b>Weather</b><p>Wind from the west, showers in the afternoon and a calm night with some fog over the water.</p>${list(6)}</td></tr></table>${foot}`),
};

export const freshShapes: readonly PageShape[] = Object.entries(shapes).map(([name, make]) => ({ name, html: make() }));
