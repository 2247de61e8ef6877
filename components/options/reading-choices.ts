import type { Settings } from '../../lib/settings/settings';

/** What a reader chooses about reading. */
export type ReadingChoices = Omit<Settings, 'version' | 'sites'>;
