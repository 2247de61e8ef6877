import { useOptionsServices } from '../services-context';

/** What Sidelight does with what the reader reads, in plain words. */
export function About() {
  const { version } = useOptionsServices();
  return (
    <div className="prose">
      <h2>How to read with it</h2>
      <p>
        Switch a news site on from the toolbar. Names that your packs know get a dotted underline. Rest the pointer on one,
        tap it, or press <kbd>Alt</kbd> <kbd>J</kbd> for the next and <kbd>Alt</kbd> <kbd>K</kbd> for the one before.{' '}
        <kbd>Esc</kbd> closes the card.
      </p>
      <h2>What stays with you</h2>
      <ul>
        <li>Everything is matched in this browser. No text of a page you read leaves it.</li>
        <li>Requests go to the sources you added, and to nobody else. They carry no cookies.</li>
        <li>There are no statistics, no account and no code from elsewhere.</li>
        <li>Sidelight runs on the sites you switched on, and once where you ask for it. Any other site gets nothing at all.</li>
        <li>A site that you switched on could find out that names are marked on its pages, though not what your cards show.</li>
        <li>Removing Sidelight from your browser removes all it stored.</li>
      </ul>
      <p className="note">{`Sidelight ${version} · Apache-2.0`}</p>
    </div>
  );
}
