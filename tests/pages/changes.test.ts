import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;
/** What a test keeps in its page between two steps. */
declare global {
  var textsRead: string[];
  var kept: { states: string[]; asked: string[][]; stop(): void; readAnyway(): void };
}

describe.each(browserNames)('keepAnnotated in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  /** Keeps the page annotated with these two names, and paints them. */
  async function keep(html: string, path?: string): Promise<void> {
    page = await pages.open(html, { path });
    await page.evaluate(() => {
      const controller = new AbortController();
      const { signal } = controller;
      const findNames = lab.finder({ sessions: 'Jeff Sessions', kislyak: 'Sergey Kislyak' });
      const painter = lab.createMarks(signal);
      const states: string[] = [];
      const { readAnyway } = lab.keepAnnotated({
        window,
        findNames,
        changed(state) {
          states.push(state.state);
          painter.paint(state.state === 'annotated' ? state.marks.map(({ range }) => range) : []);
        },
        isOwn: (node) => node instanceof Element && node.localName === 'sidelight-card',
        signal,
      });
      globalThis.kept = { states, asked: findNames.asked, stop: () => controller.abort(), readAnyway };
    });
  }

  async function untilPainted(expected: readonly string[]): Promise<void> {
    await page.waitForFunction((texts) => JSON.stringify(lab.painted()) === JSON.stringify(texts), {}, expected);
  }

  const states = (): Promise<string[]> => page.evaluate(() => globalThis.kept.states);
  const questions = (): Promise<number> => page.evaluate(() => globalThis.kept.asked.length);

  it('marks an article that a script renders late', async () => {
    const late = sampleArticle('<p>It was Jeff Sessions who spoke.</p>');
    const article = /<article>[^]*<\/article>/.exec(late)?.[0] ?? '';
    await keep(late.replace(article, '<div id="app">Loading …</div>'));
    await page.waitForFunction(() => globalThis.kept.states.includes('not-an-article'));
    await page.evaluate((html) => {
      document.querySelector('#app')?.append(document.createRange().createContextualFragment(html));
    }, article);
    await untilPainted(['Jeff Sessions']);
  });

  it('marks what only a class had hidden, and no longer what one hides', async () => {
    await keep(sampleArticle('<p>It was Jeff Sessions who spoke.</p><div class="folded"><p>Later he met Sergey Kislyak.</p></div>', '<style>.folded { display: none }</style>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => document.querySelector('.folded')?.classList.remove('folded'));
    await untilPainted(['Jeff Sessions', 'Sergey Kislyak']);
    await page.evaluate(() => document.querySelectorAll('article p')[1]?.classList.add('folded'));
    await untilPainted(['Sergey Kislyak']);
  });

  it('marks an article in a dialog of the top layer', async () => {
    const article = /<article>[^]*<\/article>/.exec(sampleArticle('<p>It was Jeff Sessions who spoke.</p>'))?.[0] ?? '';
    await keep(`<!doctype html><html lang="en"><title>A list</title><p>Stories</p><dialog>${article}</dialog>`);
    await page.waitForFunction(() => globalThis.kept.states.includes('not-an-article'));
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await untilPainted(['Jeff Sessions']);
  });

  it('marks what is added to an article', async () => {
    await keep(sampleArticle('<p id="first">It was Jeff Sessions who spoke.</p>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.append('He had met Sergey Kislyak twice.');
      document.querySelector('#first')?.after(paragraph);
    });
    await untilPainted(['Jeff Sessions', 'Sergey Kislyak']);
  });

  it('reads only the paragraph again in which something changed', async () => {
    await keep(sampleArticle('<p id="first">It was <b>Jeff Sessions</b> who spoke.</p><p>Nobody <i>else</i> did.</p>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => {
      const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
      globalThis.textsRead = [];
      Object.defineProperty(CharacterData.prototype, 'data', {
        get(this: CharacterData) {
          const value = data?.get?.call(this) as string;
          if (value.trim() !== '') globalThis.textsRead.push(value);
          return value;
        },
      });
      document.querySelector('#first')?.append(' And Sergey Kislyak listened.');
    });
    await untilPainted(['Jeff Sessions', 'Sergey Kislyak']);
    expect(await page.evaluate(() => globalThis.textsRead)).toEqual(['It was ', 'Jeff Sessions', ' who spoke.', ' And Sergey Kislyak listened.']);
  });

  it('reads all again where a class around them may have changed what is seen of paragraphs', async () => {
    await keep(sampleArticle('<div id="all"><p>It was Jeff Sessions who spoke<span> to Sergey Kislyak</span>.</p></div>', '<style>.short span { display: none }</style>'));
    await untilPainted(['Jeff Sessions', 'Sergey Kislyak']);
    await page.evaluate(() => document.querySelector('#all')?.classList.add('short'));
    await untilPainted(['Jeff Sessions']);
  });

  it('marks text that is rewritten in its place', async () => {
    await keep(sampleArticle('<p id="first">It was Jeff Sessions who spoke.</p>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => {
      const text = document.querySelector('#first')?.firstChild;
      if (text) text.nodeValue = 'No, it was Sergey Kislyak who spoke.';
    });
    await untilPainted(['Sergey Kislyak']);
  });

  it('marks the same text in new elements without asking again', async () => {
    await keep(sampleArticle('<p id="first">It was Jeff Sessions who spoke.</p>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => {
      const article = document.querySelector('article');
      article?.replaceWith(article.cloneNode(true));
    });
    await page.waitForFunction(() => globalThis.kept.states.length > 1);
    await untilPainted(['Jeff Sessions']);
    const isThere = await page.evaluate(
      () => [...(CSS.highlights.get('sidelight') ?? [])].every(({ startContainer }) => startContainer.isConnected),
    );
    expect(isThere).toBe(true);
    expect(await questions()).toBe(1);
  });

  it('takes the marks off when the article is gone', async () => {
    await keep(sampleArticle('<p>It was Jeff Sessions who spoke.</p>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => document.querySelector('article')?.remove());
    await untilPainted([]);
    expect((await states()).at(-1)).toBe('not-an-article');
  });

  it('does not read again for what happens beside the article, or for a card of its own', async () => {
    await keep(`${sampleArticle('<p>It was Jeff Sessions who spoke.</p>')}<div id="ticker">0</div>`);
    await untilPainted(['Jeff Sessions']);
    const timers = await page.evaluate(async () => {
      const started: string[] = [];
      let cause = '';
      const startTimer = Reflect.get(window, 'setTimeout') as (handler: TimerHandler, delayMs: number) => number;
      Reflect.set(window, 'setTimeout', (handler: TimerHandler, delayMs: number) => {
        started.push(cause);
        return startTimer.call(window, handler, delayMs);
      });
      const change = async (name: string, act: () => void): Promise<void> => {
        cause = name;
        act();
        // Observers are told of it before anything that was queued after it runs.
        await Promise.resolve();
      };
      const card = document.createElement('sidelight-card');
      const ticker = document.querySelector('#ticker') ?? document.body;
      await change('card', () => document.documentElement.append(card));
      await change('no card', () => card.remove());
      await change('ticker', () => ticker.replaceChildren('1'));
      await change('article', () => document.querySelector('article')?.append('More. '));
      return started;
    });
    expect(timers).toEqual(['article']);
  });

  it('reads what is no article only when asked to', async () => {
    const page404 = `<!doctype html><title>A list</title><main>${'<p>It was Jeff Sessions who spoke, said a line of a list of lines, all alike.</p>'.repeat(5)}</main>`;
    await keep(page404, '/');
    await page.waitForFunction(() => globalThis.kept.states.includes('not-an-article'));
    expect(await questions()).toBe(0);
    await page.evaluate(() => globalThis.kept.readAnyway());
    await untilPainted(Array.from({ length: 5 }, () => 'Jeff Sessions'));
  });

  it('does nothing any more once its signal has fired', async () => {
    await keep(sampleArticle('<p id="first">It was Jeff Sessions who spoke.</p>'));
    await untilPainted(['Jeff Sessions']);
    await page.evaluate(() => {
      globalThis.kept.stop();
      document.querySelector('#first')?.append(' And Sergey Kislyak listened.');
    });
    // A second annotator reads the change; when it is done the first one would be too.
    await page.evaluate(() => {
      globalThis.kept = { ...globalThis.kept, stop: () => undefined };
      return new Promise<void>((resolve) => {
        const signal = new AbortController().signal;
        lab.keepAnnotated({
          window,
          findNames: lab.finder({ kislyak: 'Sergey Kislyak' }),
          changed: (state) => {
            if (state.state !== 'annotated') return;
            if (state.marks.length === 2) resolve();
            else document.querySelector('#first')?.append(' Sergey Kislyak left.');
          },
          isOwn: () => false,
          signal,
        });
      });
    });
    expect(await states()).toEqual(['annotated']);
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
  });
});
