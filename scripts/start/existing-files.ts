import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** npm runs its commands in the project's folder and says in `INIT_CWD` where they were asked for. */
export function absoluteFile(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** The files of these that are there, as absolute paths; a sentence for each that is not. */
export function existingFiles(files: readonly string[], sayProblem: (problem: string) => void): string[] {
  return files.map(absoluteFile).filter((file) => {
    const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!isThere) sayProblem(`There is no file ${file}: check its name.`);
    return isThere;
  });
}
