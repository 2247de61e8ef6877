import { greetReader, type Installed } from '../services/greet-reader';
import { extensionVersion } from './extension-version';
import { installType } from './lifecycle';
import { openWelcomePage } from './tabs';
import { noteUpdate } from './update-note';

export function greetIn(installed: Installed): Promise<void> {
  return greetReader(installed, { installType, version: extensionVersion, openWelcome: openWelcomePage, noteUpdate });
}
