// Brings the story once the page has loaded, as sites do that are written for a browser alone: first the head, then,
// in a later frame, the text. Elements and text only; the page's markup is never built from strings.

addEventListener('load', () => {
  const place = document.querySelector('#story[data-story]');
  if (place !== null) void bring(place);
});

async function bring(place) {
  const answer = await fetch(place.dataset.story);
  if (!answer.ok) {
    place.replaceChildren(make('p', { textContent: 'This story is not available.' }));
    return;
  }
  const story = await answer.json();
  const article = make('article', {}, header(story), figure(story));
  place.replaceChildren(article);
  requestAnimationFrame(() => {
    article.append(shareRow(), body(story), embed(story));
    place.append(document.querySelector('#story-end').content.cloneNode(true), comments());
    place.removeAttribute('aria-busy');
  });
}

function header(story) {
  return make(
    'header',
    {},
    make('p', { className: 'kicker', textContent: story.kicker }),
    make('h1', { textContent: story.headline }),
    make('p', { className: 'standfirst', textContent: story.standfirst }),
    make(
      'p',
      { className: 'byline' },
      `By ${story.byline} `,
      make('time', { dateTime: story.published, textContent: story.shown }),
    ),
    make('p', { className: 'sample-note', textContent: story.note }),
  );
}

function figure(story) {
  return make(
    'figure',
    {},
    make('img', { src: story.image, alt: '', width: 1200, height: 675 }),
    make('figcaption', { textContent: story.caption }),
  );
}

function shareRow() {
  const buttons = ['Share', 'Copy link', 'Print'].map((name) => make('button', { type: 'button', textContent: name }));
  return make('div', { className: 'share' }, ...buttons);
}

function body(story) {
  const blocks = story.blocks.map(({ kind, text }) => make(kind === 'heading' ? 'h2' : 'p', { textContent: text }));
  return make('div', { className: 'text' }, ...blocks);
}

function embed(story) {
  const code = `<wire-story slug="${story.slug}" title="${story.headline}"></wire-story>`;
  const pre = make('pre', {}, make('code', { textContent: code }));
  return make('details', { className: 'embed' }, make('summary', { textContent: 'Embed' }), pre);
}

function comments() {
  const field = make('textarea', { name: 'comment', rows: 3, placeholder: 'Moderated. Be exact.' });
  const form = make('form', {}, make('label', {}, 'Your comment ', field));
  form.append(make('button', { type: 'button', textContent: 'Send' }));
  return make('section', { className: 'comments' }, make('h2', { textContent: 'Comments' }), form);
}

function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}
