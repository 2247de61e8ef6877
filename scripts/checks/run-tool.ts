import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../lib/model/z';
import { projectFolder } from '../project-folder';

export interface ToolRun {
  readonly succeeded: boolean;
  readonly stdout: string;
  /** Both streams, as a reader of a terminal would see them. */
  readonly output: string;
}

const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Runs the program of an installed package, in the project's folder, without a shell between. */
export function runTool(
  { packageName, program = packageName }: { readonly packageName: string; readonly program?: string },
  args: readonly string[],
  /** Where the run is long: each piece as it comes. */
  onOutput: (piece: string) => void = () => undefined,
): Promise<ToolRun> {
  const folder = join(projectFolder, 'node_modules', packageName);
  const { bin } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[program];
  if (file === undefined) throw new Error(`${packageName} has no program ${program}.`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, file), ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    const take = (piece: string): void => {
      output += piece;
      onOutput(piece);
    };
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece;
      take(piece);
    });
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ succeeded: code === 0, stdout, output }));
  });
}
