/**
 * `npm run bench -- sources [HOSTS] [SOURCES PER HOST] [BROWSER]` follows misbehaving sources on loopback hosts, 1,000 on 50 unless
 * said otherwise, in each browser with the built extension, and says how politely and how well.
 */
import { browserNames } from '../../scripts/browsers/known-browsers';
import { runUnruly, type UnrulyRun } from '../support/unruly/run';

const wanted = browserNames.filter((name) => process.argv.includes(name));
const [hosts = 50, perHost = 20] = process.argv.slice(2).map(Number).filter((count) => count > 0);
const runs: UnrulyRun[] = [];
for (const browser of wanted.length > 0 ? wanted : browserNames) {
  const started = performance.now();
  const say = (progress: string): void => console.error(`${browser}, ${((performance.now() - started) / 1000).toFixed(0)} s: ${progress}`);
  runs.push(await runUnruly(browser, { hosts, perHost, say }));
}

const rows: [string, (run: UnrulyRun) => string | number][] = [
  ['sources, hosts', ({ sources, hosts: count }) => `${sources}, ${count}`],
  ['sources asked', ({ asked }) => asked],
  ['requests, redirects counted', ({ requests }) => requests],
  ['most at once to one host', ({ mostAtOnce }) => mostAtOnce],
  ['before a host had allowed it', ({ early }) => early.length],
  ['with a cookie', ({ withCookies }) => withCookies],
  ['articles that could be had, stored', ({ good, goodStored }) => `${good}, ${goodStored}`],
  ['of these missing', ({ missing }) => [...missing].map(([behaviour, count]) => `${count} of “${behaviour}”`).join(', ') || 'none'],
  ['rows stored in all', ({ stored }) => stored],
  ['sources that moved for good, followed', ({ moving, moved }) => `${moving}, ${moved}`],
  ['titles with markup', ({ titlesWithMarkup }) => titlesWithMarkup],
  ['extension process, MB before, most', ({ memoryMb }) => (memoryMb ? `${memoryMb.before.toFixed(0)}, ${memoryMb.most.toFixed(0)}` : 'not known')],
  ['seconds, without the alarm’s minutes', ({ seconds }) => seconds.toFixed(0)],
];
console.log(`| | ${runs.map(({ version }) => version).join(' | ')} |`);
console.log(`| --- |${runs.map(() => ' --- |').join('')}`);
for (const [name, of] of rows) console.log(`| ${name} | ${runs.map(of).join(' | ')} |`);
