import type { ReactNode } from 'react';
import { NamesSection } from '../names-and-topics/NamesSection';
import { About } from './About';
import { BaseNotice } from './BaseNotice';
import { CoverageFiles } from './CoverageFiles';
import { ImportsLeft } from './ImportsLeft';
import { Keeping } from './Keeping';
import { KeptArticles } from './KeptArticles';
import { Navigation } from './Navigation';
import { Packs } from './Packs';
import { Reading } from './Reading';
import { Sites } from './Sites';
import { Sources } from './Sources';
import { Storage } from './Storage';
import { UpdateNote } from './UpdateNote';
import { WholeBase } from './WholeBase';
import type { SectionName } from './sections';
import { usePlace } from './use-place';
import { useShownPart } from './use-shown-part';

interface Section {
  readonly title: string;
  readonly lead: string;
  readonly content: (rest: string) => ReactNode;
}

const contents: Record<SectionName, Section> = {
  sources: {
    title: 'Sources',
    lead: 'The outlets whose reporting your cards draw on. Everything they bring stays in this browser.',
    content: (rest) => <Sources rest={rest} />,
  },
  names: {
    title: 'Names & topics',
    lead: 'Whom and what Sidelight knows. Follow what matters to you, and put right what is wrong.',
    content: (rest) => <NamesSection rest={rest} />,
  },
  sites: {
    title: 'Sites',
    lead: 'Where Sidelight marks names whenever you read there.',
    content: () => <Sites />,
  },
  reading: {
    title: 'Reading',
    lead: 'How names are marked and cards open. Pages that are open follow at once.',
    content: () => <Reading />,
  },
  data: {
    title: 'Data',
    lead: 'What Sidelight knows, and where it came from.',
    content: () => <><ImportsLeft /><Packs /><CoverageFiles /><Keeping /><KeptArticles /><WholeBase /><Storage /></>,
  },
  about: {
    title: 'About',
    lead: 'Names you know, and what your own sources reported about them.',
    content: () => <About />,
  },
};

/** The reader's settings. Each section and each of its parts has an address of its own: `#sources`, `#reading/density`. */
export function OptionsPage() {
  const place = usePlace();
  useShownPart(place);
  const { title, lead, content } = contents[place.section];
  return (
    <div className="page">
      <title>{`${title} · Sidelight`}</title>
      <a className="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.querySelector('main')?.focus();
      }}>Skip to the settings</a>
      <Navigation current={place.section} />
      <main id="main" key={place.section} tabIndex={-1}>
        <BaseNotice />
        <UpdateNote />
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        {content(place.rest)}
      </main>
    </div>
  );
}
