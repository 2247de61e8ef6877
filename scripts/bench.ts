import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder';

const folder = join(projectFolder, 'tests', 'bench');
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

const [wanted, ...rest] = process.argv.slice(2);
if (wanted !== undefined && !known.includes(wanted)) {
  console.error(`There is no benchmark "${wanted}". There are: ${known.join(', ')}.`);
  process.exit(1);
}
for (const name of wanted === undefined ? known : [wanted]) {
  const file = join(folder, `${name}.ts`);
  // Each in a process of its own, with room for the peers: a million names as objects take gigabytes.
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx', file, ...rest], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
