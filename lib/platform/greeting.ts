import { greetReader } from '../services/greet-reader';
import { installType } from './lifecycle';
import { openWelcomePage } from './tabs';
import { noteUpdate } from './update-note';

/** @param reason why the extension was started for the first time, as `onInstalled` tells it */
export function greetIn(reason: string): Promise<void> {
  return greetReader(reason, { installType, openWelcome: openWelcomePage, noteUpdate });
}
