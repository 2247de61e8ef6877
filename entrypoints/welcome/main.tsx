import '../../assets/tokens.css';
import '../../assets/pages.css';
import '../../assets/forms.css';
import '../../assets/feeds.css';
import '../../assets/welcome.css';
import '../marks.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import catalogue from '../../assets/catalogue.json';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { WelcomeContext } from '../../components/services-context';
import { Welcome } from '../../components/welcome/Welcome';
import { createClient } from '../../lib/messaging/client';
import { backgroundProtocol } from '../../lib/messaging/protocol';
import { backgroundTransport } from '../../lib/platform/background-transport';
import { createSettingsService } from '../../lib/platform/settings-service';
import { followScheme } from '../../lib/platform/scheme';
import { createSiteService } from '../../lib/platform/site-service';
import { closeOwnTab } from '../../lib/platform/tabs';
import { openDatabase } from '../../lib/storage/open-database';
import { createSourceService } from '../options/source-service';
import { startExample } from './example';

const ask = createClient(backgroundProtocol, backgroundTransport);
const sources = createSourceService({ database: openDatabase(), ask });
followScheme(createSettingsService(), document.documentElement);

const services = {
  catalogue: catalogue.groups,
  addSources: sources.addAll,
  lookInside: sources.preview,
  sites: createSiteService(ask),
  startExample,
  close: () => void closeOwnTab(),
  locales: navigator.languages,
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <WelcomeContext value={services}>
        <Welcome />
      </WelcomeContext>
    </ErrorBoundary>
  </StrictMode>,
);
