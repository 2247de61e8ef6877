import { runEverything } from './checks/run-everything';

await runEverything({ withBrowsers: true });
