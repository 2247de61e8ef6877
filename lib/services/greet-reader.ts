export interface GreetingPorts {
  /** How the extension came into this browser, in the browsers' own words. */
  readonly installType: () => Promise<string>;
  readonly openWelcome: () => Promise<void>;
  readonly noteUpdate: () => Promise<void>;
}

/**
 * The welcome page for who has just installed Sidelight, a quiet note for who has a new version, and nothing when the
 * browser itself was updated. Whoever loads it from a folder, as tests and developers do, opens pages by themselves.
 */
export async function greetReader(reason: string, { installType, openWelcome, noteUpdate }: GreetingPorts): Promise<void> {
  if (reason === 'update') await noteUpdate();
  if (reason === 'install' && (await installType()) !== 'development') await openWelcome();
}
