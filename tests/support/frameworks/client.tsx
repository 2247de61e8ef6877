import { hydrateRoot } from 'react-dom/client';
import { AppAt } from './apps';

/** Lets React take over the page that came from the server; a test says when. */
export type Hydrate = typeof hydrate;

function hydrate(): void {
  const root = document.getElementById('root');
  if (root) hydrateRoot(root, <AppAt path={location.pathname} />);
}

Object.assign(globalThis, { hydrate });
if (location.pathname !== '/hydrated') hydrate();
