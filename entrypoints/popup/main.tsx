import '../../assets/tokens.css';
import '../../assets/pages.css';
import '../../assets/reading.css';
import '../../assets/feeds.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Popup } from '../../components/popup/Popup';
import { PopupContext } from '../../components/services-context';
import { createClient } from '../../lib/messaging/client';
import { backgroundProtocol } from '../../lib/messaging/protocol';
import { backgroundTransport } from '../../lib/platform/background-transport';
import { createBaseService } from '../../lib/platform/base-service';
import { createPageService } from '../../lib/platform/page-service';
import { isPrivateWindow } from '../../lib/platform/private-window';
import { followScheme } from '../../lib/platform/scheme';
import { createSettingsService } from '../../lib/platform/settings-service';
import { createSiteService } from '../../lib/platform/site-service';

const ask = createClient(backgroundProtocol, backgroundTransport);
const settings = createSettingsService();
const services = {
  pages: createPageService(ask),
  sites: createSiteService(ask),
  settings,
  base: createBaseService(ask),
  isPrivate: isPrivateWindow(),
  locales: navigator.languages,
};
followScheme(settings, document.documentElement);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <PopupContext value={services}>
        <Popup />
      </PopupContext>
    </ErrorBoundary>
  </StrictMode>,
);
