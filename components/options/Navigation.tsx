import { Mark } from '../forms/Mark';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import type { Live } from '../use-live';
import { SettingSearch } from './SettingSearch';
import { sectionNames } from './sections';
import type { SectionName } from './sections';

const labels: Record<SectionName, string> = {
  sources: 'Sources',
  names: 'Names & topics',
  sites: 'Sites',
  reading: 'Reading',
  data: 'Data',
  about: 'About',
};

export function Navigation({ current }: { readonly current: SectionName }) {
  const { sources, names, sites, locales } = useOptionsServices();
  const known = useLive(names.watchCount);
  const counts: Partial<Record<SectionName, number>> = {
    sources: countOf(useLive(sources.watch)),
    names: known.state === 'ready' && known.value > 0 ? known.value : undefined,
    sites: countOf(useLive(sites.watch)),
  };
  return (
    <nav aria-label="Settings">
      <div className="brand"><Mark />Sidelight</div>
      <SettingSearch />
      <ul>
        {sectionNames.map((name) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === current ? 'page' : undefined}>
              {labels[name]} <span className="count">{counts[name]?.toLocaleString([...locales])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function countOf(live: Live<readonly unknown[]>): number | undefined {
  return live.state === 'ready' && live.value.length > 0 ? live.value.length : undefined;
}
