import { useOptionsServices } from '../services-context';

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Alt', 'J'], 'The next name on the page, with its card'],
  [['Alt', 'K'], 'The one before'],
  [['Esc'], 'Close the card and go back to where you read'],
];

/** What Sidelight does with what the reader reads, in plain words. */
export function About() {
  const { version } = useOptionsServices();
  return (
    <div className="prose">
      <h2>How to read with it</h2>
      <p>
        Switch a news site on from the toolbar. Names that Sidelight knows get a dotted underline. Rest the pointer on one,
        tap it, or go there by key.
      </p>
      <h2 id="shortcuts">Keys</h2>
      <table className="keys">
        <tbody>
          {keys.map(([pressed, does]) => (
            <tr key={does}>
              <th scope="row">{pressed.map((key) => <kbd key={key}>{key}</kbd>)}</th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 id="privacy">What stays with you</h2>
      <ul>
        <li>Everything is matched in this browser. No text of a page you read leaves it.</li>
        <li>Requests go to the sources you added, and to nobody else. They carry no cookies.</li>
        <li>There are no statistics, no account and no code from elsewhere.</li>
        <li>Sidelight runs on the sites you switched on, and once where you ask for it. Any other site gets nothing at all.</li>
        <li>A site that you switched on could find out that names are marked on its pages, though not what your cards show.</li>
        <li>Removing Sidelight from your browser removes all it stored.</li>
      </ul>
      <h2>This version</h2>
      <p>{`Sidelight ${version}, free software under the Apache License 2.0.`}</p>
      <p><a href="welcome.html">See the welcome page again</a></p>
    </div>
  );
}
