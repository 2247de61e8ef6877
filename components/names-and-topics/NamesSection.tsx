import { EntityView } from './EntityView';
import { NameBrowser } from './NameBrowser';
import { Suggestions } from './Suggestions';
import { readNamePlace } from './name-address';

/** @param rest of the page's address, behind `#names` */
export function NamesSection({ rest }: { readonly rest: string }) {
  const place = readNamePlace(rest);
  switch (place.at) {
    case 'entity': return <EntityView id={place.id} />;
    case 'suggestions': return <Suggestions />;
    case 'list': return <NameBrowser initial={place.filter} />;
  }
}
