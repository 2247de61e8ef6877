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
import { createSettingsService } from '../../lib/platform/settings-service';
import { keepStorage, storageUse } from '../../lib/platform/storage-use';
import { createKnowledgeService } from './knowledge-service';
import { createListedSiteService } from './listed-site-service';
import { createNameService } from './name-service';
import { createSourceService } from './source-service';

const context = { database: openDatabase(), ask: createClient(backgroundProtocol, backgroundTransport) };

const services = {
  sources: createSourceService(context),
  names: createNameService(context),
  knowledge: createKnowledgeService(context),
  settings: createSettingsService(),
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
