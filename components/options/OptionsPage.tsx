import type { ReactNode } from 'react';
import { About } from './About';
import { CoverageFiles } from './CoverageFiles';
import { Navigation } from './Navigation';
import { Packs } from './Packs';
import { Sites } from './Sites';
import { Sources } from './Sources';
import type { SectionName } from './sections';
import { useSection } from './use-section';

interface Section {
  readonly title: string;
  readonly lead: string;
  readonly content: ReactNode;
}

const contents: Record<SectionName, Section> = {
  sources: {
    title: 'Sources',
    lead: 'The outlets whose reporting your cards draw on. Everything they bring stays in this browser.',
    content: <Sources />,
  },
  data: {
    title: 'Data',
    lead: 'What Sidelight knows, and where it came from.',
    content: <><Packs /><CoverageFiles /></>,
  },
  sites: {
    title: 'Sites',
    lead: 'Where Sidelight marks names whenever you read there.',
    content: <Sites />,
  },
  about: {
    title: 'About',
    lead: 'Names you know, and what your own sources reported about them.',
    content: <About />,
  },
};

/** The reader's settings. Each section has an address of its own: `#sources`, `#data`, `#sites`, `#about`. */
export function OptionsPage() {
  const section = useSection();
  const { title, lead, content } = contents[section];
  return (
    <div className="page">
      <title>{`${title} · Sidelight`}</title>
      <Navigation current={section} />
      <main key={section}>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        {content}
      </main>
    </div>
  );
}
