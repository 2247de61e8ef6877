import '../../assets/tokens.css';
import '../../assets/pages.css';
import '../../assets/reading.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Panel } from '../../components/panel/Panel';
import { ReadingContext } from '../../components/services-context';
import { createClient } from '../../lib/messaging/client';
import { backgroundProtocol } from '../../lib/messaging/protocol';
import { backgroundTransport } from '../../lib/platform/background-transport';
import { createPageService } from '../../lib/platform/page-service';
import { createSiteService } from '../../lib/platform/site-service';

const ask = createClient(backgroundProtocol, backgroundTransport);
const services = { pages: createPageService(ask), sites: createSiteService(ask) };

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <ReadingContext value={services}>
        <Panel />
      </ReadingContext>
    </ErrorBoundary>
  </StrictMode>,
);
