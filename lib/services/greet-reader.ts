/** Why the background was started for the first time, in the browsers' own words. */
export interface Installed {
  readonly reason: string;
  /** Given with an update. */
  readonly previousVersion?: string;
}

export interface GreetingPorts {
  /** Of the extension that runs. */
  readonly version: () => string;
  /** How the extension came into this browser, in the browsers' own words. */
  readonly installType: () => Promise<string>;
  readonly openWelcome: () => Promise<void>;
  readonly noteUpdate: () => Promise<void>;
}

/**
 * The welcome page for who has just installed Sidelight, a quiet note for who has a new version, and nothing when the
 * browser itself was updated or the same version was loaded again. Whoever loads it from a folder, as tests and
 * developers do, opens pages by themselves.
 */
export async function greetReader({ reason, previousVersion }: Installed, { installType, openWelcome, noteUpdate, version }: GreetingPorts): Promise<void> {
  if (reason === 'update' && previousVersion !== version()) await noteUpdate();
  if (reason === 'install' && (await installType()) !== 'development') await openWelcome();
}
