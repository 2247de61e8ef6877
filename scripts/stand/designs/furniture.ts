import { markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import type { Site } from './site';

/** Says on every page what it is. */
export function sampleNote({ outlet }: Site): Markup {
  return markup`<p class="sample-note">This is a sample article, written for Sidelight. ${outlet.name} is an invented outlet.</p>`;
}

export function shareButtons(): Markup {
  return markup`<ul class="share" aria-label="Share">
<li><button type="button">Share</button></li>
<li><button type="button">Send by e-mail</button></li>
<li><button type="button">Copy link</button></li>
</ul>`;
}

/** Nothing is sent anywhere: the form has no address, and the strictest outlet forbids forms altogether. */
export function commentForm(headingLevel: 'h2' | 'h3'): Markup {
  const heading = headingLevel === 'h2' ? markup`<h2>Comments</h2>` : markup`<h3>Comments</h3>`;
  return markup`<section class="comments" aria-label="Comments">
${heading}
<form>
<label>Your name <input name="name" autocomplete="off" placeholder="Jeff Example"></label>
<label>Your comment <textarea name="comment" rows="3" placeholder="What do you make of it?"></textarea></label>
<button type="button">Post comment</button>
</form>
</section>`;
}

export function newsletterBox({ outlet }: Site): Markup {
  return markup`<section class="newsletter" aria-label="Newsletter">
<h2>The morning, in five minutes</h2>
<p>${outlet.name} writes to you before breakfast: the White House, Congress and Moscow.</p>
<label>E-mail <input type="email" name="email" autocomplete="off"></label>
<button type="button">Sign up</button>
</section>`;
}

/** Code that other sites are meant to copy: full of names, and not a word of the article. */
export function embedCode(article: StandArticle, { addresses, articles, outlet }: Site): Markup {
  return markup`<details class="embed"><summary>Embed this story</summary>
<pre><code>&lt;iframe src="${addresses.article(article)}?embed=1"
  title="${article.title} (${outlet.name})"
  data-next="${articles[0]?.title ?? ''}" data-desk="Attorney General, FBI"&gt;&lt;/iframe&gt;</code></pre>
</details>`;
}

export function linkList(articles: readonly StandArticle[], { addresses }: Site): Markup {
  return markup`${articles.map(
    (article) => markup`<li><a href="${addresses.article(article)}">${article.title}</a></li>`,
  )}`;
}
