/*
 * Shapes that pages of news take, each with its article marked: `g="a"` is the article, `g="f"` foreign, `g="e"` counts
 * neither way, and the innermost one decides. What has no mark around it is foreign. Class names are mostly such as
 * tools make, since pages that nobody has seen cannot be told by theirs.
 */

export interface PageShape {
  readonly name: string;
  readonly html: string;
}

const subjects = ['The council', 'A spokeswoman', 'The harbour authority', 'Residents', 'The committee', 'An engineer', 'The ministry', 'Two members', 'The operator', 'Opponents of the plan'];
const verbs = ['said', 'decided', 'found', 'told reporters', 'had warned for years', 'denied', 'admitted', 'learned', 'argued', 'confirmed'];
const ends = [
  'that the old bridge could no longer carry lorries, and that repairs would take until spring',
  'on Tuesday that the money had been spent before anybody had asked for it',
  'that nobody had read the report, although it had been on the table since March',
  'that the ferry would run every half hour, except in fog and on Sundays',
  'that a second survey, which is due in June, might well say the opposite',
  'in a letter of four pages, parts of which have been seen by this newspaper',
  'that there was no reason to doubt the figures, however odd they looked',
  'after a meeting that went on until long past midnight',
];
let seed = 7;

function pick(from: readonly string[]): string {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return from[Math.floor(seed / 65_536) % from.length] ?? '';
}

const sentence = (): string => `${pick(subjects)} ${pick(verbs)} ${pick(ends)}.`;
const text = (count: number): string => Array.from({ length: count }, sentence).join(' ');
const times = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('\n');
/** A paragraph, two sentences unless said otherwise. */
const p = (count = 2): string => `<p>${text(count)}</p>`;
const ps = (count: number, each = 2): string => times(count, () => p(each));
const headline = (at = 0): string => `${pick(subjects)} ${pick(verbs)} it would happen again, report ${at} says`;

const navigation = (links: number): string =>
  `<nav><ul>${times(links, (at) => `<li><a href="/n${at}">Section ${at}</a></li>`)}</ul></nav>`;
/** The same of nothing but `div`, as tools make it. */
const bareNavigation = (links: number): string =>
  `<div class="css-1k2"><div>${times(links, (at) => `<div class="css-9z"><a href="/n${at}">Section ${at}</a></div>`)}</div></div>`;
const teasers = (count: number): string =>
  times(count, (at) => `<div class="t-${at}"><a href="/t${at}"><img alt="" src="data:,"><h3>${headline(at)}</h3></a><p>${sentence()}</p></div>`);
const teaserLinks = (count: number): string => `<ul>${times(count, (at) => `<li><a href="/r${at}">${headline(at)}</a></li>`)}</ul>`;
const footer = `<footer><p>© The Larkfield Ledger. All rights reserved. The Larkfield Ledger is not responsible for what stands on other sites.</p>${teaserLinks(3)}</footer>`;
const bareFooter = `<div class="css-77"><p>© The Larkfield Ledger. All rights reserved. The Larkfield Ledger is not responsible for what stands on other sites.</p><p>Registered in Larkfield. Our offices are open on weekdays from nine to five, and closed on public holidays.</p></div>`;
const comment = (at: number, sentences: number): string =>
  `<li id="c${at}"><div><b>Reader ${at}</b> <time>3 hours ago</time></div><p>${text(sentences)}</p><button>Reply</button></li>`;

function page(body: string, { head = '<meta property="og:type" content="article">', language = 'en', direction = 'ltr' } = {}): string {
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>Report says it will happen again - The Larkfield Ledger</title>${head}</head><body>${body}</body></html>`;
}

const h1 = '<h1>Report says it will happen again</h1>';

const shapes: Readonly<Record<string, () => string>> = {
  'plain article among teasers': () =>
    page(`<header>${navigation(12)}</header><main><article g="a">${h1}${ps(10)}</article><aside>${teasers(8)}</aside></main>${footer}`),

  'divs without meaning, hashed classes': () =>
    page(`${bareNavigation(20)}<div class="css-a1"><div class="css-a2"><div g="a">${h1}<div class="css-b">${ps(9)}</div></div></div><div class="css-a3">${teasers(10)}</div></div>${bareFooter}`),

  'breaks instead of paragraphs': () =>
    page(`${bareNavigation(15)}<div id="main"><div g="a">${h1}<div class="txt">${times(9, () => `${text(2)}<br><br>`)}</div></div><div>${teaserLinks(12)}</div></div>${bareFooter}`),

  'tables for layout': () =>
    page(
      `<table width="960"><tr><td colspan="3"><a href="/">Ledger</a> | <a href="/s">Sport</a> | <a href="/w">World</a></td></tr><tr><td width="150" valign="top">${times(20, (at) => `<a href="/x${at}">Section ${at}</a><br>`)}</td><td valign="top"><span g="a"><font size="5"><b>Report says it will happen again</b></font><br><br>${times(8, () => `<font face="Arial">${text(3)}</font><br><br>`)}</span></td><td width="160" valign="top">${times(8, (at) => `<b><a href="/y${at}">${headline(at)}</a></b><br>${sentence()}<br><br>`)}</td></tr></table>`,
      { head: '' },
    ),

  'sections without article': () =>
    page(`<div>${navigation(10)}</div><div g="a">${h1}${times(5, (at) => `<section><h2>What happened, part ${at}</h2>${ps(3)}</section>`)}</div><section><h2>Most read</h2>${teaserLinks(10)}</section><section><h2>From our partners</h2>${teasers(5)}</section>${footer}`),

  'huge navigation': () =>
    page(`${bareNavigation(400)}<div>${times(30, (at) => `<ul><li><a href="/m${at}">Menu ${at}</a><ul>${times(12, (sub) => `<li><a href="/m${at}/${sub}">Entry ${sub}</a></li>`)}</ul></li></ul>`)}</div><div g="a">${h1}${ps(5)}</div>${footer}`),

  'live blog with many entries': () =>
    page(
      `<header>${navigation(10)}</header><main><div g="a">${h1}${ps(2)}<div class="lb">${times(14, (at) => `<article id="e${at}"><header><time>${10 + at}:15</time><h2>Entry ${at}: what was said</h2></header>${ps(2)}<footer g="f"><button>Share</button><a href="#e${at}">Link to this entry</a></footer></article>`)}</div></div></main><aside>${teasers(4)}</aside>${footer}`,
      { head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Report says it will happen again"}</script>' },
    ),

  'live updates as list items': () =>
    page(`${bareNavigation(12)}<div g="a">${h1}<p>${text(2)}</p><h2>Key points</h2><ul>${times(4, () => `<li>${sentence()}</li>`)}</ul><ol class="q1">${times(10, (at) => `<li><span>${at}m ago</span><h3>It went on, says entry ${at}</h3><div>${ps(2)}</div></li>`)}</ol></div><div>${teaserLinks(15)}</div>${bareFooter}`),

  'paywalled teaser': () =>
    page(`<header>${navigation(8)}</header><main><article g="a">${h1}<p>${text(2)}</p>${p(3)}<p>${text(2)}</p><div g="f" class="gate"><h2>Keep reading for one pound a week</h2><p>You have read all your free articles this month. Subscribe now to read this story and everything else that we publish.</p><ul><li>All articles, on all your devices</li><li>Cancel whenever you like</li></ul><button>Subscribe</button><p>Already a subscriber? <a href="/in">Sign in</a></p></div></article></main><section>${teasers(8)}</section>${footer}`),

  'paywall in bare divs': () =>
    page(`${bareNavigation(10)}<div class="x1"><div g="a">${h1}<div>${ps(3, 3)}</div></div><div class="x9"><div>This article is for subscribers. Choose the offer that suits you and go on reading at once, without advertisements.</div><div><button>Monthly, 9.99</button><button>Yearly, 99</button></div></div></div><div>${teasers(10)}</div>${bareFooter}`),

  'accelerated mobile page': () =>
    page(`<amp-sidebar id="s"><ul>${times(10, (at) => `<li><a href="/a${at}">Section ${at}</a></li>`)}</ul></amp-sidebar><main><article g="a">${h1}<amp-img g="e" width="10" height="10"></amp-img>${ps(4)}<amp-ad g="f" width="300" height="250"><div>Advertisement</div></amp-ad>${ps(4)}</article><amp-list>${teasers(6)}</amp-list></main>${footer}`),

  'questions and answers': () =>
    page(`<header>${navigation(8)}</header><div g="a">${h1}${p(2)}${times(8, (at) => `<p><strong>What did they say the ${at + 1}. time?</strong></p><p>${text(3)}</p>`)}</div><div class="rail">${teaserLinks(8)}</div>${footer}`),

  'interview as a definition list': () =>
    page(`${navigation(8)}<article><div g="a">${h1}<p>${text(2)}</p><dl>${times(7, (at) => `<dt>And what came then, in year ${at}?</dt><dd>${text(3)}</dd>`)}</dl></div></article><div>${teasers(6)}</div>${footer}`),

  'table of figures in the article': () =>
    page(`${navigation(8)}<article g="a">${h1}${ps(4)}<table><caption>How the districts voted</caption><thead><tr><th>District</th><th>For</th><th>Against</th></tr></thead><tbody>${times(8, (at) => `<tr><td>District of Larkfield ${at}</td><td>${at * 7} per cent</td><td>${100 - at * 7} per cent</td></tr>`)}</tbody></table>${ps(4)}</article>${footer}`),

  'list article': () =>
    page(`${navigation(8)}<main><div g="a">${h1}<p>${text(2)}</p>${times(8, (at) => `<h2>${at + 1}. The bridge of Larkfield</h2><p>${text(1)}</p><ul><li>${sentence()}</li><li>${sentence()}</li></ul>`)}</div></main><div>${teasers(6)}</div>${footer}`),

  'pictures with captions and pull quotes': () =>
    page(`${navigation(8)}<article g="a">${h1}${times(4, () => `${ps(2)}<figure g="e"><img alt="" src="data:,"><figcaption>${sentence()} Photograph: A. Person</figcaption></figure><blockquote g="e"><p>${sentence()}</p></blockquote>`)}</article><aside>${teasers(5)}</aside>${footer}`),

  'related boxes amid the text': () =>
    page(`${bareNavigation(10)}<div g="a">${h1}<div class="css-k">${times(5, (at) => `${ps(2)}<div g="f" class="css-r${at}"><div>Read more</div>${teaserLinks(3)}</div>`)}</div></div><div>${teasers(6)}</div>${bareFooter}`),

  'related box with teaser text amid the text': () =>
    page(`${bareNavigation(10)}<div g="a">${h1}<div class="css-k">${times(4, (at) => `${ps(3)}<div g="f" class="css-r${at}"><a href="/z${at}"><div><img alt="" src="data:,"></div><div>${headline(at)}</div><div>${sentence()}</div></a></div>`)}</div></div><div>${teasers(6)}</div>${bareFooter}`),

  'newsletter form amid the text': () =>
    page(`${navigation(10)}<article g="a">${h1}${ps(4)}<div g="f"><form action="/s"><h3>Get the Larkfield morning letter</h3><p>Our editors send the five stories that matter to your inbox each morning. No noise, and you may leave at any time.</p><label>Your address <input type="email"></label><button>Sign up</button><p>By signing up you agree to our terms and to our policy about what we keep of you.</p></form></div>${ps(4)}<section g="f"><h3>Get the weekend letter</h3><p>Our best reporting, long and slow, each Saturday in your inbox.</p><input type="email"><button>Sign up</button></section>${ps(2)}</article>${footer}`),

  'long comments after a short article': () =>
    page(`${navigation(8)}<main><article g="a">${h1}${ps(4)}</article><section id="comments"><h2>26 comments</h2><ol>${times(26, (at) => comment(at, 5))}</ol></section></main>${footer}`),

  'long comments that only an id for tests names': () =>
    page(`${bareNavigation(10)}<div class="w"><div g="a">${h1}<div>${ps(5)}</div></div><div class="css-z1" data-testid="comment-list"><div>Join the conversation</div>${times(20, (at) => `<div class="css-z2"><div><span>Reader ${at}</span><span>2 days ago</span></div><div>${text(4)}</div><div><button>Like</button><button>Reply</button></div></div>`)}</div></div>${bareFooter}`),

  'cookie wall over the article': () =>
    page(`<div role="dialog" aria-modal="true" style="position: fixed; inset: 10%"><h2>We value your privacy</h2><p>We and our 812 partners store and read information on your device, such as cookies, and process personal data for the purposes that are described below. You may agree to it, or object.</p>${ps(3, 3)}<button>Agree</button><button>Manage</button></div>${navigation(8)}<article g="a">${h1}${ps(6)}</article>${footer}`),

  'cookie notice as bare divs at the end': () =>
    page(`${bareNavigation(8)}<div g="a">${h1}<div>${ps(5)}</div></div>${bareFooter}<div class="css-cc" style="position: fixed; bottom: 0; left: 0; right: 0"><div><div>We and our partners store and read information on your device, such as cookies, and process personal data for the purposes that are described below.</div>${times(6, () => `<div>${text(2)}</div>`)}</div><button>Agree</button></div>`),

  'next articles below the first': () =>
    page(`${navigation(8)}<main><article g="a">${h1}${ps(8)}</article><article g="e"><h1>${headline(2)}</h1>${ps(6)}</article><article g="e"><h1>${headline(3)}</h1>${ps(6)}</article></main>${footer}`),

  'opinion with an author box': () =>
    page(`${navigation(8)}<article><div g="a">${h1}${ps(7)}</div><div class="bio" g="e"><p>A. Person writes about bridges. ${sentence()}</p></div><div class="tags"><a href="/a">Bridges</a><a href="/b">Larkfield</a><a href="/c">Money</a></div><h3>Topics</h3>${teaserLinks(5)}</article>${footer}`),

  'Japanese': () =>
    page(`<div>${times(20, (at) => `<a href="/j${at}">欄${at}</a>`)}</div><div g="a"><h1>橋は再び閉鎖される見通し</h1>${times(8, () => '<p>市議会は火曜日、古い橋がもはやトラックの重さに耐えられないとして、春まで修理が続くとの見通しを明らかにした。住民は三月から報告書が机の上にあったにもかかわらず、誰も読まなかったと話している。</p>')}</div><div>${times(8, (at) => `<a href="/k${at}">関連記事${at}：渡し船は三十分ごとに運航</a>`)}</div>`, { language: 'ja' }),

  'Arabic from right to left': () =>
    page(`<nav>${times(12, (at) => `<a href="/r${at}">قسم ${at}</a>`)}</nav><div g="a"><h1>التقرير يقول إنه سيحدث مرة أخرى</h1>${times(8, () => '<p>قال المجلس يوم الثلاثاء إن الجسر القديم لم يعد قادرا على حمل الشاحنات، وإن الإصلاحات ستستمر حتى الربيع. وأضافت متحدثة أن المال قد أنفق قبل أن يطلبه أحد.</p>')}</div><div>${times(8, (at) => `<a href="/s${at}">العبارة ستعمل كل نصف ساعة ${at}</a>`)}</div>`, { language: 'ar', direction: 'rtl' }),

  'Thai without spaces': () =>
    page(`<nav>${times(12, (at) => `<a href="/r${at}">หมวด ${at}</a>`)}</nav><div g="a"><h1>รายงานระบุว่าจะเกิดขึ้นอีก</h1>${times(8, () => '<p>สภาเมืองกล่าวเมื่อวันอังคารว่าสะพานเก่าไม่สามารถรับน้ำหนักรถบรรทุกได้อีกต่อไปและการซ่อมแซมจะใช้เวลาจนถึงฤดูใบไม้ผลิ</p>')}</div><div>${times(8, (at) => `<a href="/s${at}">เรือข้ามฟากจะออกทุกครึ่งชั่วโมง ${at}</a>`)}</div>`, { language: 'th' }),

  'Russian in bare divs': () =>
    page(`${times(15, (at) => `<div><a href="/r${at}">Раздел ${at}</a></div>`)}<div g="a"><h1>В докладе говорится, что это повторится</h1><div>${times(8, () => '<div>Городской совет сообщил во вторник, что старый мост больше не выдерживает грузовики, и что ремонт продлится до весны. По словам жителей, доклад лежал на столе с марта, но его никто не прочитал.</div>')}</div></div><div>${times(8, (at) => `<div><a href="/s${at}">Паром будет ходить каждые полчаса ${at}</a></div>`)}</div>`, { language: 'ru' }),

  'paragraphs each in wrappers of its own': () =>
    page(`${bareNavigation(10)}<div class="root"><div g="a"><div><div>${h1}</div></div>${times(9, (at) => `<div class="blk-${at}"><div><div><p>${text(2)}</p></div></div></div>`)}</div>${times(6, (at) => `<div class="rel-${at}"><div><a href="/t${at}">${headline(at)}</a></div></div>`)}</div>${bareFooter}`),

  'advertisements in wrappers between paragraphs': () =>
    page(`${bareNavigation(10)}<div g="a">${h1}${times(6, (at) => `<div class="blk"><p>${text(2)}</p></div><div g="f" class="u${at}"><div>Advertisement</div><div><a href="/ad${at}">Windows for every house, half the price</a></div></div>`)}</div><div>${teasers(6)}</div>${bareFooter}`),

  'sponsored box with prose amid the text': () =>
    page(`${navigation(10)}<article g="a">${h1}${ps(5)}<aside g="f"><p>Paid for by Windows Ltd</p><p>${text(3)}</p><a href="/win">Learn more</a></aside>${ps(5)}</article>${footer}`),

  'fact box amid the text': () =>
    page(`${navigation(10)}<article g="a">${h1}${ps(5)}<aside g="e"><h3>What is known of the bridge</h3><p>${text(2)}</p></aside>${ps(5)}</article>${footer}`),

  'short news item among many teasers': () =>
    page(`${navigation(20)}<div class="m"><div g="a">${h1}<p>${text(2)}</p><p>${text(2)}</p></div></div><div class="l">${teasers(25)}</div>${footer}`),

  'letters: many links in the text': () =>
    page(`${navigation(10)}<div class="post"><div g="a">${h1}${times(7, (at) => `<p>${sentence()} <a href="/l${at}">${sentence()}</a> ${sentence()}</p>`)}</div></div><div>${teaserLinks(10)}</div>${footer}`),

  'lead, byline and date before the text': () =>
    page(`${navigation(10)}<main><div><div g="a">${h1}<h2>${sentence()}</h2></div><div g="e">By <a href="/p">A. Person</a>, <time>14 November</time></div><div><a href="/x">Share</a><button>Save</button><button>Listen</button></div><div g="a">${ps(8)}</div></div><div>${teasers(6)}</div></main>${footer}`),

  'recipe-like steps in ordered list': () =>
    page(`${navigation(8)}<article g="a">${h1}<p>${text(2)}</p><ol>${times(10, () => `<li>${text(2)}</li>`)}</ol><p>${text(2)}</p></article><section>${teasers(8)}</section>${footer}`),

  'text in custom elements': () =>
    page(`<site-header>${navigation(10)}</site-header><story-body><div g="a">${h1}${times(8, () => `<story-paragraph>${p(2)}</story-paragraph>`)}</div></story-body><story-more>${teasers(8)}</story-more>${footer}`),

  'folded rest of the article': () =>
    page(`${navigation(8)}<div g="a">${h1}${ps(4)}<details open><summary>The rest of the story</summary>${ps(5)}</details></div><div>${teasers(6)}</div>${footer}`),

  'correction and credits after the text': () =>
    page(`${navigation(8)}<article g="a">${h1}${ps(8)}<p g="e"><em>An earlier version of this article named another bridge.</em></p><ul g="f"><li><a href="/1">Facebook</a></li><li><a href="/2">Mail</a></li></ul></article><h2>More from Larkfield</h2>${teasers(8)}${footer}`),

  'transcript with speakers': () =>
    page(`${bareNavigation(8)}<div class="tr"><div g="a">${h1}${times(16, (at) => `<div class="turn"><b>${at % 2 ? 'HOST' : 'GUEST'}:</b> <span>${text(2)}</span></div>`)}</div></div><div>${teaserLinks(8)}</div>${bareFooter}`),

  'timeline as nested lists': () =>
    page(`${navigation(8)}<div g="a">${h1}${ps(2)}<ul>${times(6, (at) => `<li><h3>${at + 1} March</h3><ul><li>${text(2)}</li><li>${text(2)}</li></ul></li>`)}</ul></div><div>${teasers(6)}</div>${footer}`),
};

export const articleOfShape = { explained: 'Marked where it is made.', article: ['[g=a]'], foreign: ['[g=f]'], either: ['[g=e]'] } as const;

export const pageShapes: readonly PageShape[] = Object.entries(shapes).map(([name, make]) => ({ name, html: make() }));
