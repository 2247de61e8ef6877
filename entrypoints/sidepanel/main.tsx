import '../../assets/tokens.css';
import '../../assets/pages.css';
import '../../assets/reading.css';
import '../../assets/panel.css';
import '../../assets/panel-entity.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Panel } from '../../components/panel/Panel';
import { PanelContext } from '../../components/services-context';
import { createClient } from '../../lib/messaging/client';
import { backgroundProtocol } from '../../lib/messaging/protocol';
import { backgroundTransport } from '../../lib/platform/background-transport';
import { createPageService } from '../../lib/platform/page-service';
import { createPanelService } from '../../lib/platform/panel-service';
import { followScheme } from '../../lib/platform/scheme';
import { createSettingsService } from '../../lib/platform/settings-service';
import { createSiteService } from '../../lib/platform/site-service';

const ask = createClient(backgroundProtocol, backgroundTransport);
const services = {
  pages: createPageService(ask),
  sites: createSiteService(ask),
  panel: createPanelService(ask),
  locales: navigator.languages,
};
followScheme(createSettingsService(), document.documentElement);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <PanelContext value={services}>
        <Panel />
      </PanelContext>
    </ErrorBoundary>
  </StrictMode>,
);
