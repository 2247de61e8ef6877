import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import { PopupContext } from '../../../components/services-context';
import type { ShownTab } from '../../../components/services';
import { fail } from '../../../lib/errors/failure';
import type { PageReport } from '../../../lib/messaging/protocol';
import { expectAccessible } from '../../support/accessibility';
import { keptOf } from '../../support/fake-names';
import { fakeReadingServices } from '../../support/fake-services';

const sessions = { id: 'jeff-sessions', name: 'Jeff Sessions', description: 'US Attorney General' };
const kislyak = { id: 'sergey-kislyak', name: 'Sergey Kislyak' };
const annotated: PageReport = {
  state: 'annotated',
  page: { url: 'http://herald.test/story', title: 'A story' },
  annotations: [
    { text: 'Jeff Sessions', count: 1, confidence: 1, entity: sessions },
    { text: 'Kislyak', count: 1, confidence: 1, entity: kislyak },
    { text: 'Sessions', count: 3, confidence: 1, entity: sessions },
  ],
};
const away: PageReport = { state: 'failed', failure: { kind: 'no-answer' } };

function show(report: PageReport, ...tab: [tab?: ShownTab]) {
  const fakes = fakeReadingServices(report, ...tab);
  const { container } = render(<PopupContext value={fakes.services}><Popup /></PopupContext>);
  return { ...fakes, container };
}

describe('Popup', () => {
  it('says that a page is annotated this once alone', async () => {
    show(annotated);
    expect(await screen.findByText(/^This page alone is annotated/)).toBeVisible();
    expect(screen.getByRole('switch')).not.toBeChecked();
  });

  it('knows a site that is on because all are, and one that is never wanted', async () => {
    const { sites, settings } = show(annotated);
    act(() => sites.set([{ pattern: 'http://*/*', isAllowed: true }]));
    expect(screen.getByRole('switch')).toBeChecked();
    await act(() => settings.change((before) => ({ ...before, sites: { ...before.sites, off: ['http://herald.test/*'] } })));
    expect(screen.getByRole('switch')).not.toBeChecked();
  });

  it('says quietly that what is known was lost, and where that can be mended', async () => {
    const { base, container } = show(annotated);
    act(() => base.set({ state: 'lost', kept: keptOf() }));
    expect(screen.getByRole('link', { name: 'See what can be restored' })).toHaveAttribute('href', 'options.html');
    await expectAccessible(container);
    act(() => base.fail(fail('database-newer')));
    expect(screen.getByText(/^A newer Sidelight wrote your data/)).toBeVisible();
  });

  it('says that nothing new can be kept on a full disk, and where to look', async () => {
    const { base, container } = show(annotated);
    act(() => base.set({ state: 'ready', isFull: true }));
    expect(screen.getByText(/^Your disk is full/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what helps' })).toHaveAttribute('href', 'options.html#data');
    await expectAccessible(container);
    act(() => base.set({ state: 'ready', isFull: false }));
    expect(screen.queryByText(/^Your disk is full/)).toBeNull();
  });

  it('says in a private window what is not kept', async () => {
    const { services } = fakeReadingServices(annotated);
    const { container } = render(<PopupContext value={{ ...services, isPrivate: true }}><Popup /></PopupContext>);
    expect(screen.getByText('Private window: what you read here is not kept.')).toBeVisible();
    await expectAccessible(container);
  });

  it('lists the names on the page, each once with how often, and goes to one on a press', async () => {
    const { services, container } = show(annotated);
    const names = await screen.findAllByRole('listitem');
    expect(names.map((name) => name.textContent)).toEqual(['Jeff Sessions4 timesUS Attorney General', 'Sergey Kislyakonce']);
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: /Jeff Sessions/ }));
    expect(services.pages.reveal).toHaveBeenCalledExactlyOnceWith(7, 'jeff-sessions');
  });

  it('switches the site on within the click, and asks the page again', async () => {
    const { services, container } = show(away);
    const toggle = screen.getByRole('switch', { name: 'Mark names on http://herald.test' });
    expect(toggle).not.toBeChecked();
    services.pages.report.mockResolvedValue(annotated);
    await userEvent.click(toggle);
    expect(services.sites.switchOn).toHaveBeenCalledExactlyOnceWith('http://herald.test/*');
    expect(await screen.findByText('Jeff Sessions')).toBeVisible();
    expect(toggle).toBeChecked();
    await expectAccessible(container);
    await userEvent.click(toggle);
    expect(services.sites.switchOff).toHaveBeenCalledExactlyOnceWith('http://herald.test/*');
    expect(toggle).not.toBeChecked();
  });

  it('says so when the permission was not given', async () => {
    const { services, container } = show(away);
    services.sites.switchOn.mockResolvedValue(fail('no-permission'));
    await userEvent.click(screen.getByRole('switch'));
    expect(await screen.findByRole('alert')).toHaveTextContent('did not get your permission');
    expect(screen.getByRole('switch')).not.toBeChecked();
    await expectAccessible(container);
  });

  it('annotates once without any permission', async () => {
    const { services, container } = show(away);
    expect(await screen.findByText('Nothing is marked on this page.')).toBeVisible();
    services.pages.report.mockResolvedValue(annotated);
    await userEvent.click(screen.getByRole('button', { name: 'Annotate once' }));
    expect(services.pages.annotateOnce).toHaveBeenCalledExactlyOnceWith(7);
    expect(await screen.findByText('Jeff Sessions')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Annotate once' })).toBeNull();
    await expectAccessible(container);
  });

  it('waits for a page that is still being read', async () => {
    const { services, container } = show({ state: 'reading' });
    expect(await screen.findByText('Reading this page…')).toBeVisible();
    await expectAccessible(container);
    services.pages.report.mockResolvedValue(annotated);
    expect(await screen.findByText('Jeff Sessions')).toBeVisible();
  });

  it.each<[PageReport, string]>([
    [{ state: 'not-an-article' }, 'This page does not look like an article.'],
    [{ state: 'nothing-known' }, 'Sidelight knows no names yet.'],
    [{ ...annotated, annotations: [] }, 'None of the names you know is on this page.'],
    [{ state: 'failed', failure: { kind: 'database-newer' } }, 'This page could not be read.'],
  ])('has words for %o', async (report, words) => {
    const { container } = show(report);
    expect(await screen.findByText(words)).toBeVisible();
    await expectAccessible(container);
  });

  it('invites to import a pack while nothing is known', async () => {
    show({ state: 'nothing-known' });
    expect(await screen.findByRole('link', { name: 'Import a pack' })).toHaveAttribute('href', 'options.html#data');
    expect(screen.getByRole('link', { name: 'Add sources' })).toHaveAttribute('href', 'options.html#sources');
  });

  it('offers nothing on a page where no extension can run', async () => {
    const { services, container } = show(away, { id: 1, url: 'chrome://extensions/' });
    expect(await screen.findByText('Sidelight cannot run on this page.')).toBeVisible();
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(services.pages.report).not.toHaveBeenCalled();
    await expectAccessible(container);
  });

  it('follows the reader to another tab and forgets what it knew of the one before', async () => {
    const { tabs, services } = show(annotated);
    await screen.findByText('Jeff Sessions');
    services.pages.report.mockResolvedValue({ state: 'not-an-article' });
    act(() => tabs.set({ id: 8, url: 'http://post.test/' }));
    expect(screen.queryByText('Jeff Sessions')).toBeNull();
    expect(await screen.findByText('This page does not look like an article.')).toBeVisible();
    expect(screen.getByRole('switch', { name: 'Mark names on http://post.test' })).toBeVisible();
  });

  it('tries again when it is asked to', async () => {
    const { services } = show({ state: 'failed', failure: { kind: 'database-unavailable' } });
    services.pages.report.mockResolvedValueOnce(annotated);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Jeff Sessions')).toBeVisible();
  });

  function showFeeds() {
    const fakes = fakeReadingServices(annotated);
    fakes.services.pages.findFeeds.mockResolvedValue({ ok: true, value: [{ url: 'http://post.test/feed', title: 'Post' }, { url: 'http://feeds.test/x', title: '' }] });
    const open = () => render(<PopupContext value={fakes.services}><Popup /></PopupContext>);
    return { pages: fakes.services.pages, open };
  }

  it('shows what is in a feed of the site with one press, and adds it with one key', async () => {
    const { pages, open } = showFeeds();
    const { container } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add source: Post' }));
    expect(pages.previewFeed).toHaveBeenCalledExactlyOnceWith('http://post.test/feed', undefined);
    expect(await screen.findByText('Kislyak goes home')).toBeVisible();
    expect(pages.followFeed).not.toHaveBeenCalled();
    await expectAccessible(container);
    expect(screen.getByRole('button', { name: 'Add Sample Post' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(pages.followFeed).toHaveBeenCalledExactlyOnceWith('http://post.test/feed');
    expect(await screen.findByText('Sample Post is one of your sources now.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add source: Post' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Add source: feeds.test' })).toBeVisible();
    await expectAccessible(container);
  });

  it('adds nothing that the reader does not want after all', async () => {
    const { pages, open } = showFeeds();
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add source: Post' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    expect(pages.followFeed).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Add source: Post' })).toBeVisible();
  });

  it('goes on where the browser’s question had closed it', async () => {
    const { pages, open } = showFeeds();
    pages.wantedFeed.mockResolvedValueOnce('http://post.test/feed');
    open();
    expect(await screen.findByRole('button', { name: 'Add Sample Post' })).toBeVisible();
  });

  it('says why a feed could not be shown, and asks for the host that is missing', async () => {
    const { pages, open } = showFeeds();
    pages.previewFeed.mockResolvedValueOnce(fail('no-permission', 'feeds.post.test'));
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add source: Post' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Your browser did not get your permission');
    await userEvent.click(screen.getByRole('button', { name: 'Allow feeds.post.test' }));
    expect(pages.previewFeed).toHaveBeenLastCalledWith('http://post.test/feed', 'feeds.post.test');
    expect(await screen.findByRole('button', { name: 'Add Sample Post' })).toBeVisible();
  });
});
