import { useEffect, useState } from 'react';
import { sitePattern } from '../../lib/settings/sites';
import { Mark } from '../forms/Mark';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useWelcomeServices } from '../services-context';
import { ChooseSources } from './ChooseSources';
import type { CatalogueOutlet } from '../sources/catalogue';

/** What Sidelight does, shown on the page itself, and the two choices that make it work. Under a minute. */
export function Welcome() {
  const { catalogue, addSources, sites, close } = useWelcomeServices();
  const [chosen, setChosen] = useState<readonly CatalogueOutlet[]>([]);
  const [isBusy, setBusy] = useState(false);
  const followed = useNotice();
  const allowed = useNotice();

  // Some are known by their feed alone.
  const patterns = [...new Set(chosen.flatMap(({ site }) => sitePattern(site ?? '') ?? []))];

  // Nothing may be awaited before what asks the browser: it asks only while a click is being handled.
  const follow = async (outlets: readonly CatalogueOutlet[], isAgain = false) => {
    setBusy(true);
    const added = await addSources(outlets.map(({ outlet, site, feed }) => ({ url: feed, title: outlet, link: site })));
    setBusy(false);
    if (!added.ok) {
      followed.tellFailure(added.failure);
      return;
    }
    setChosen(outlets);
    const { ids, notAllowed } = added.value;
    if (notAllowed > 0) {
      const which = notAllowed < outlets.length ? `${notAllowed} of them` : outlets.length === 1 ? 'it' : 'them';
      const text = `You follow ${outletsInWords(outlets.length)} now, but Sidelight may not fetch from ${which}: not allowed by your browser.`;
      followed.tell({ tone: 'failed', text, action: { label: 'Allow', onPress: () => void follow(outlets, true) } });
      return;
    }
    const isNothingNew = ids.length === 0 && !isAgain;
    const text = `You follow ${outletsInWords(isAgain ? outlets.length : ids.length)} now. What they report comes in by itself.`;
    followed.tell({ tone: 'done', text: isNothingNew ? 'You follow these already.' : text });
  };

  const allow = async (which: 'chosen' | 'all') => {
    const switched = await (which === 'all' ? sites.switchAllOn() : sites.switchManyOn(patterns));
    if (!switched.ok) allowed.tellFailure(switched.failure);
    else allowed.tell({ tone: 'done', text: which === 'all' ? 'Sidelight runs on all sites.' : 'Sidelight runs on the sites of the outlets you chose.' });
  };

  return (
    <main className="welcome">
      <title>Welcome to Sidelight</title>
      <header>
        <p className="brand"><Mark />Sidelight</p>
        <h1>Know who is in the news, from sources you chose.</h1>
        <p className="lead">
          Sidelight marks the names it knows on the news page you read. Rest the pointer on one, and a card says who it is and
          what your own sources reported before and since. Everything happens in this browser, and no text of a page leaves it.
        </p>
      </header>
      <Example />
      <section aria-labelledby="choose">
        <h2 id="choose">1. Choose sources</h2>
        <p className="lead">Cards draw on the outlets you follow. Begin with a few; you can change them at any time.</p>
        <ChooseSources groups={catalogue} isBusy={isBusy} onFollow={(outlets) => void follow(outlets)} />
        <NoticeLine notice={followed.notice} />
      </section>
      <section aria-labelledby="allow">
        <h2 id="allow">2. Say where it may run</h2>
        <p className="lead">Nowhere, until you say so. You can also switch single sites on from the toolbar as you read.</p>
        <p className="buttons">
          <button type="button" className="button" aria-disabled={patterns.length === 0} onClick={() => { if (patterns.length > 0) void allow('chosen'); }}>
            On the sites of these outlets
          </button>
          <button type="button" className="button" onClick={() => void allow('all')}>On all news sites I read</button>
        </p>
        {chosen.length === 0 && <p className="note">Follow outlets above to allow their sites together.</p>}
        {chosen.length > 0 && patterns.length === 0 && (
          <p className="note">We know no site of these outlets, only their feeds. Switch their sites on from the toolbar as you read.</p>
        )}
        <NoticeLine notice={allowed.notice} />
      </section>
      <section aria-labelledby="ready">
        <h2 id="ready">3. That is all</h2>
        <p className="lead">
          Names that several of your sources use are learned by themselves. To know many at once, <a href="options.html#data/packs">import a pack</a>.
        </p>
        <p className="buttons">
          <button type="button" className="button primary" onClick={close}>Start reading</button>
          <a className="button" href="options.html">Open the settings</a>
        </p>
      </section>
    </main>
  );
}

function outletsInWords(count: number): string {
  return count === 1 ? 'one outlet' : `${count} outlets`;
}

/** A page in the page, annotated by the annotator itself over a knowledge of three names. */
function Example() {
  const { startExample } = useWelcomeServices();
  useEffect(() => {
    const over = new AbortController();
    startExample(over.signal);
    return () => over.abort();
  }, [startExample]);
  return (
    <section aria-label="An example" className="example">
      <p className="note">Try it: rest the pointer on a marked name, tap it, or press <kbd>Alt</kbd> <kbd>J</kbd>.</p>
      <article lang="en">
        <h2>Harbourton mayor asks the valley to share the cost of its walls</h2>
        <p>
          Ada Lindqvist told the Brook Valley Council on Tuesday that the city cannot pay for its new flood walls alone. The
          mayor asked the nine towns of the valley for a third of the cost, and promised that the work would begin in spring
          whatever they decide.
        </p>
        <p>
          The Brook Valley Council put off its answer until June. Several of its members said that they had heard of the plan
          for the first time, although Lindqvist had shown an early version of it to reporters in January, in the same room.
        </p>
      </article>
    </section>
  );
}
