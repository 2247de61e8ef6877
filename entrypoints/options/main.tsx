import '../../assets/tokens.css';
import '../../assets/pages.css';
import '../../assets/forms.css';
import '../../assets/feeds.css';
import '../../assets/lists.css';
import '../../assets/options.css';
import '../../assets/names.css';
import '../../assets/reading-section.css';
import '../../assets/sources.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { OptionsPage } from '../../components/options/OptionsPage';
import { OptionsContext } from '../../components/services-context';
import { fail } from '../../lib/errors/failure';
import { createClient } from '../../lib/messaging/client';
import { backgroundProtocol } from '../../lib/messaging/protocol';
import { backgroundTransport } from '../../lib/platform/background-transport';
import { extensionVersion } from '../../lib/platform/extension-version';
import { isPrivateWindow } from '../../lib/platform/private-window';
import { openDatabase } from '../../lib/storage/open-database';
import { followScheme } from '../../lib/platform/scheme';
import { createSettingsService } from '../../lib/platform/settings-service';
import { createUpdateNotes } from '../../lib/platform/update-note';
import { keepStorage, storageUse } from '../../lib/platform/storage-use';
import { createLostBaseService } from './lost-base-service';
import { createKnowledgeService } from './knowledge-service';
import { createListedSiteService } from './listed-site-service';
import { createNameService } from './name-service';
import { createSourceService } from './source-service';

const ask = createClient(backgroundProtocol, backgroundTransport);
// A private window would give a database of its own, empty and soon forgotten, which is not the reader's.
const context = { database: isPrivateWindow() ? Promise.resolve(fail('database-private')) : openDatabase(), ask };

const settings = createSettingsService();
followScheme(settings, document.documentElement);

const services = {
  sources: createSourceService(context),
  names: createNameService(context),
  base: createLostBaseService(context),
  knowledge: createKnowledgeService(context),
  settings,
  updates: createUpdateNotes(),
  storage: { use: storageUse, keep: keepStorage },
  sites: createListedSiteService(context),
  now: () => new Date(),
  locales: navigator.languages,
  version: extensionVersion(),
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <OptionsContext value={services}>
        <OptionsPage />
      </OptionsContext>
    </ErrorBoundary>
  </StrictMode>,
);
