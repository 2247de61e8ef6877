import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import type { Machine } from './find-browser';

export const thisMachine: Machine = {
  platform: process.platform,
  variables: process.env,
  isAdministrator: process.getuid?.() === 0,
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false; // not there, or not for us: both mean that this is not the one
    }
  },
  run(command, args) {
    // 2: standard output belongs to reports.
    const { status } = spawnSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return status === 0;
  },
  say(progress) {
    console.error(progress);
  },
};
