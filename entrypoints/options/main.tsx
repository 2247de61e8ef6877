import '../../assets/tokens.css';
import '../../assets/pages.css';
import '../../assets/options.css';
import '../../assets/sources.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { OptionsPage } from '../../components/options/OptionsPage';
import { OptionsContext } from '../../components/services-context';
import { createClient } from '../../lib/messaging/client';
import { backgroundProtocol } from '../../lib/messaging/protocol';
import { backgroundTransport } from '../../lib/platform/background-transport';
import { extensionVersion } from '../../lib/platform/extension-version';
import { openDatabase } from '../../lib/storage/open-database';
import { followScheme } from '../../lib/platform/scheme';
import { createSettingsService } from '../../lib/platform/settings-service';
import { createUpdateNotes } from '../../lib/platform/update-note';
import { keepStorage, storageUse } from '../../lib/platform/storage-use';
import { createKnowledgeService } from './knowledge-service';
import { createListedSiteService } from './listed-site-service';
import { createNameService } from './name-service';
import { createSourceService } from './source-service';

const context = { database: openDatabase(), ask: createClient(backgroundProtocol, backgroundTransport) };

const settings = createSettingsService();
followScheme(settings, document.documentElement);

const services = {
  sources: createSourceService(context),
  names: createNameService(context),
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
