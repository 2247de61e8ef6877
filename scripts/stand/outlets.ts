/** An invented outlet. Its name says that it is a sample, wherever a card shows it. */
export interface Outlet {
  readonly id: OutletId;
  readonly name: string;
  readonly motto: string;
  readonly host: string;
  readonly feedPath: string;
  readonly feedType: string;
  /** Of its drawings, which the outlets share. */
  readonly palette: Readonly<Record<'paper' | 'sky' | 'mid' | 'ink' | 'accent', string>>;
}

export type OutletId = 'herald' | 'post' | 'wire';

export const outlets: readonly Outlet[] = [
  {
    id: 'herald',
    name: 'Sample Herald',
    motto: 'All the news that was written for a test',
    host: 'herald.test',
    feedPath: '/feed.xml',
    feedType: 'application/rss+xml',
    palette: { paper: '#f4efe3', sky: '#b9c3c6', mid: '#8b938f', ink: '#2f3536', accent: '#a4382c' },
  },
  {
    id: 'post',
    name: 'Sample Post',
    motto: 'Politics, culture and the rest',
    host: 'post.test',
    feedPath: '/atom.xml',
    feedType: 'application/atom+xml',
    palette: { paper: '#fff4e6', sky: '#8fc7c0', mid: '#4b8f8c', ink: '#12383b', accent: '#f2a65a' },
  },
  {
    id: 'wire',
    name: 'Sample Wire',
    motto: 'First, short, exact',
    host: 'wire.test',
    feedPath: '/feed.json',
    feedType: 'application/feed+json',
    palette: { paper: '#eef1f6', sky: '#aab6cf', mid: '#6c7ba0', ink: '#1d2640', accent: '#e0572f' },
  },
];
