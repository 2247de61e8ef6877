export type BrowserName = 'chromium' | 'firefox';

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

export interface KnownBrowser {
  /** How sentences call it. */
  readonly title: string;
  /** Names an executable and wins over everything else. */
  readonly variable: string;
  /** On PATH, best first. */
  readonly commands: readonly string[];
  /** Where installers put it on systems that have nothing on PATH. `%NAME%` is an environment variable. */
  readonly places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>;
  /** Package manager → the packages that bring it. */
  readonly packages: Readonly<Record<PackageManager, readonly string[]>>;
  /** The oldest that has what the extension needs: highlights and carets from points in content scripts. */
  readonly oldest: number;
}

export type PackageManager = 'apt-get' | 'dnf' | 'apk' | 'pacman' | 'brew';

export const knownBrowsers: Readonly<Record<BrowserName, KnownBrowser>> = {
  chromium: {
    title: 'Chromium',
    variable: 'SIDELIGHT_CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-for-testing',
      'microsoft-edge',
      'microsoft-edge-stable',
      'google-chrome',
      'google-chrome-stable',
    ],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        String.raw`%LOCALAPPDATA%\Chromium\Application\chrome.exe`,
        String.raw`%PROGRAMFILES%\Google\Chrome\Application\chrome.exe`,
        String.raw`%PROGRAMFILES(X86)%\Microsoft\Edge\Application\msedge.exe`,
      ],
    },
    packages: {
      'apt-get': ['chromium'],
      dnf: ['chromium'],
      apk: ['chromium'],
      pacman: ['chromium'],
      brew: ['--cask', 'chromium'],
    },
    oldest: 128,
  },
  firefox: {
    title: 'Firefox',
    variable: 'SIDELIGHT_FIREFOX',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: [String.raw`%PROGRAMFILES%\Mozilla Firefox\firefox.exe`],
    },
    packages: {
      'apt-get': ['firefox-esr'],
      dnf: ['firefox'],
      apk: ['firefox-esr'],
      pacman: ['firefox'],
      brew: ['--cask', 'firefox'],
    },
    oldest: 140,
  },
};
