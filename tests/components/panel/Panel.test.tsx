import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import { PanelContext } from '../../../components/services-context';
import { fail, succeed } from '../../../lib/errors/failure';
import type { PageReport } from '../../../lib/messaging/protocol';
import { expectAccessible } from '../../support/accessibility';
import { fakePanelServices, sessionsCoverage, sessionsInFull } from '../../support/fake-panel';

const url = 'http://herald.test/story';
const sessions = { id: 'jeff-sessions', name: 'Jeff Sessions', kind: 'person' as const };
const others = ['James Comey', 'Sergey Kislyak', 'Al Franken', 'Patrick Leahy', 'Michael Flynn', 'Carter Page', 'Paul Manafort', 'Ron Wyden'].map((name) => ({ id: name, name }));
const report: PageReport = {
  state: 'annotated',
  page: { url, title: 'A story', published: '2017-03-14T00:00:00Z' },
  annotations: [
    { text: 'Jeff Sessions', count: 1, confidence: 1, entity: sessions },
    { text: 'Sessions', count: 2, confidence: 1, entity: sessions },
    ...others.map((entity) => ({ text: entity.name, count: 1, confidence: 1, entity })),
  ],
};

type Fake = ReturnType<typeof fakePanelServices>;

function show({ shown = report, prepare }: { shown?: PageReport; prepare?: (panel: Fake['services']['panel']) => void } = {}) {
  const fake = fakePanelServices(shown);
  prepare?.(fake.services.panel);
  const view = render(<PanelContext value={fake.services}><Panel /></PanelContext>);
  return { ...fake, panel: fake.services.panel, pages: fake.services.pages, container: view.container };
}

const openSessions = async () => {
  await userEvent.click(await screen.findByRole('button', { name: /^Jeff Sessions/ }));
  await screen.findByRole('tab', { name: /^Before/ });
};

describe('Panel', () => {
  it('lists the names on the page, finds them by typing and by arrow keys, and shows each on the page', async () => {
    const { container, pages } = show();
    const name = await screen.findByRole('button', { name: /^Jeff Sessions/ });
    expect(name).toHaveTextContent('3 times');
    expect(screen.getByRole('tab', { name: 'Names 9' })).toBeInTheDocument();
    await expectAccessible(container);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a name on this page' }), 'k');
    expect(screen.queryByRole('button', { name: /^Jeff Sessions/ })).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: /^Sergey Kislyak/ })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Show Sergey Kislyak on the page' }));
    expect(pages.reveal).toHaveBeenCalledWith(7, 'Sergey Kislyak');
  });

  it('says when a name is no longer on the page', async () => {
    const { pages } = show();
    pages.reveal.mockResolvedValue(fail('not-found'));
    await userEvent.click(await screen.findByRole('button', { name: 'Show Jeff Sessions on the page' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That is not there any more.');
  });

  it('shows one entity in full, and goes back to its name by key', async () => {
    const { container, panel } = show();
    await openSessions();
    expect(screen.getByRole('heading', { name: 'Jeff Sessions' })).toHaveFocus();
    const entity = screen.getByRole('article', { name: 'Jeff Sessions' });
    expect(entity).toHaveTextContent('US Attorney General');
    expect(entity).toHaveTextContent('Also written Sessions, Attorney General Sessions');
    expect(entity).toHaveTextContent('3 times on this page');
    expect(entity).toHaveTextContent('nothing in Feb 2017');
    expect(panel.coverage).toHaveBeenCalledWith(expect.objectContaining({ entity: 'jeff-sessions', alongside: others.map(({ id }) => id) }));
    expect(panel.wasRead).toHaveBeenCalledWith('jeff-sessions');
    await expectAccessible(container);
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: /^Jeff Sessions/ })).toHaveFocus();
  });

  it('lists all of a bar’s reports, of an outlet’s, and everything again', async () => {
    const { container, panel } = show();
    await openSessions();
    await userEvent.click(screen.getByRole('button', { name: 'Mar 2017: 3 reports, this article' }));
    expect(await screen.findByRole('tab', { name: 'All 3', selected: true })).toBeInTheDocument();
    expect(panel.reports).toHaveBeenLastCalledWith({ entity: 'jeff-sessions', from: '2017-03-01T00:00:00Z', to: '2017-04-01T00:00:00Z', outlet: undefined });
    await userEvent.click(screen.getByRole('button', { name: 'Sample Wire 1' }));
    expect(await screen.findByRole('tab', { name: 'All 1' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Mar 2017: 3 reports, 1 by Sample Wire, this article' })).toHaveAttribute('aria-pressed', 'true');
    expect(await within(screen.getByRole('tabpanel')).findByRole('link', { name: 'Two meetings' })).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByText('Mar 2017, Sample Wire')).toBeInTheDocument();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(screen.getByRole('tab', { name: 'All 4' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Before 2' }));
    expect(within(screen.getByRole('tabpanel')).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says so where an outlet has nothing from a bar’s time', async () => {
    const { panel } = show();
    await openSessions();
    await userEvent.click(screen.getByRole('button', { name: 'Sample Wire 1' }));
    panel.reports.mockResolvedValue(succeed({ state: 'ready', items: [] }));
    await userEvent.click(screen.getByRole('button', { name: /^Jan 2017/ }));
    expect(await screen.findByText('Nothing by Sample Wire from that time.')).toBeInTheDocument();
  });

  it('says what a headline was before its outlet changed it', async () => {
    const { panel } = show();
    panel.reports.mockResolvedValueOnce(succeed({ state: 'ready', items: [{ id: 'new', title: 'New', formerTitle: 'Old', outlet: 'Sample Post', url: 'http://post.test/new' }] }));
    await openSessions();
    await userEvent.click(screen.getByRole('tab', { name: 'All 4' }));
    expect(await screen.findByText('Headline before:', { exact: false })).toHaveTextContent('Headline before: Old');
  });

  it('keeps a report, and lets it go again', async () => {
    const { panel, container } = show();
    await openSessions();
    await userEvent.click(screen.getByRole('tab', { name: 'All 4' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Keep: Two meetings', pressed: false }));
    expect(panel.change).toHaveBeenLastCalledWith([{ does: 'keep', article: 'meetings', isKept: true }]);
    await expectAccessible(container);
    panel.change.mockResolvedValueOnce(fail('storage-full'));
    await userEvent.click(await screen.findByRole('button', { name: 'Keep: Two meetings', pressed: true }));
    expect(panel.change).toHaveBeenLastCalledWith([{ does: 'keep', article: 'meetings', isKept: false }]);
    expect(await screen.findByText('Your disk has no room left', { exact: false })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep: Two meetings', pressed: true })).toHaveTextContent('Kept');
  });

  it('goes on where there are more reports than a page of them', async () => {
    const { panel } = show();
    panel.reports.mockResolvedValueOnce(succeed({ state: 'ready', items: [{ id: 'new', title: 'Newest', outlet: 'Sample Post', url: 'http://post.test/new' }], next: 12 }));
    await openSessions();
    await userEvent.click(screen.getByRole('tab', { name: 'All 4' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(panel.reports).toHaveBeenLastCalledWith(expect.objectContaining({ before: 12 }));
    const list = within(screen.getByRole('tabpanel'));
    expect(await list.findByRole('link', { name: 'Two meetings' })).toBeInTheDocument();
    expect(list.getByRole('link', { name: 'Newest' })).toBeInTheDocument();
  });

  it('follows and mutes with a way back, and takes the name for somebody else’s', async () => {
    const { panel, container } = show();
    await openSessions();
    panel.entity.mockResolvedValue(succeed({ ...sessionsInFull, attention: 'followed' }));
    await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(panel.change).toHaveBeenLastCalledWith([{ does: 'attend', entity: 'jeff-sessions', as: 'followed' }]);
    expect(await screen.findByRole('button', { name: 'Following' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Someone else?' }));
    await expectAccessible(container);
    await userEvent.click(await screen.findByRole('button', { name: /Pete Sessions/ }));
    expect(panel.change).toHaveBeenLastCalledWith(['Jeff Sessions', 'Sessions'].map((text) => ({ does: 'correct', correction: { text, not: 'jeff-sessions', is: 'pete', url } })));
    expect(screen.getByText('Noted for this page.')).toBeInTheDocument();
  });

  it('shows whom a card asked for, beside that card’s page only', async () => {
    const { panel, ask } = show();
    await screen.findByRole('button', { name: /^Jeff Sessions/ });
    act(() => ask({ tabId: 8, entity: 'jeff-sessions' }));
    expect(screen.queryByRole('heading', { name: 'Jeff Sessions' })).toBeNull();
    act(() => ask({ tabId: 7, entity: 'jeff-sessions' }));
    expect(await screen.findByRole('heading', { name: 'Jeff Sessions' })).toBeInTheDocument();
    expect(panel.settleAsk).toHaveBeenCalledOnce();
  });

  it('keeps the place of each page', async () => {
    const { tabs } = show();
    await openSessions();
    act(() => tabs.set({ id: 9, url: 'http://post.test/other' }));
    expect(await screen.findByRole('tab', { name: 'Names 9' })).toBeInTheDocument();
    act(() => tabs.set({ id: 7, url }));
    expect(await screen.findByRole('heading', { name: 'Jeff Sessions' })).toBeInTheDocument();
  });

  it('shows the event as other outlets report it, with this article among them', async () => {
    const article = (title: string, address: string) => ({ title, outlet: title.split(' ')[0]!, url: address, published: '2017-03-14T00:00:00Z' });
    const articles = [article('Post was first', 'http://post.test/1'), article('Herald, which is read', url)];
    const { container } = show({ prepare: (panel) => panel.story.mockResolvedValue(succeed({ state: 'ready', articles, near: [], total: 2 })) });
    await userEvent.click(await screen.findByRole('tab', { name: 'Elsewhere 1' }));
    const panel = within(screen.getByRole('tabpanel'));
    expect(panel.getByText('2 reports of this event, by 2 outlets.')).toBeInTheDocument();
    expect(panel.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Post was firstPost · 14 Mar 2017Not this event', 'Herald, which is readHerald, · 14 Mar 2017 · this article',
    ]);
    await expectAccessible(container);
  });

  it('says how long an event was reported, and which report is the newest', async () => {
    const article = (title: string, address: string, published: string) => ({ title, outlet: 'Post', url: address, published });
    const articles = [article('Read here', url, '2017-03-14T00:00:00Z'), article('Later', 'http://post.test/1', '2017-03-16T00:00:00Z')];
    show({ prepare: (panel) => panel.story.mockResolvedValue(succeed({ state: 'ready', articles, near: [], total: 2 })) });
    await userEvent.click(await screen.findByRole('tab', { name: 'Elsewhere 1' }));
    const panel = within(screen.getByRole('tabpanel'));
    expect(panel.getByText('2 reports of this event, by one outlet, from 14 Mar 2017 to 16 Mar 2017.')).toBeInTheDocument();
    expect(panel.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Read herePost · 14 Mar 2017 · this article', 'LaterPost · 16 Mar 2017 · newestNot this event',
    ]);
  });

  it('takes an article out of the event, and puts it back', async () => {
    const article = (title: string, address: string) => ({ title, outlet: 'Post', url: address, published: '2017-03-14T00:00:00Z' });
    const [here, other] = [article('Read here', url), article('Of something else', 'http://post.test/1')];
    const { panel, container } = show({ prepare: (fake) => fake.story.mockResolvedValue(succeed({ state: 'ready', title: 'Read here', articles: [here, other], near: [], total: 2 })) });
    await userEvent.click(await screen.findByRole('tab', { name: 'Elsewhere 1' }));
    expect(screen.getByRole('heading', { name: 'Read here' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Not this event: Read here' })).toBeNull();
    panel.story.mockResolvedValue(succeed({ state: 'ready', articles: [], near: [], total: 0 }));
    await userEvent.click(screen.getByRole('button', { name: 'Not this event: Of something else' }));
    expect(panel.placeInStory).toHaveBeenLastCalledWith({ url: other.url, page: url, belongs: false });
    expect(await screen.findByText('Nobody else among your sources reports this event.')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Reports of this event' })).toHaveFocus();
    await expectAccessible(container);
    panel.story.mockResolvedValue(succeed({ state: 'ready', articles: [here, other], near: [], total: 2 }));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(panel.placeInStory).toHaveBeenLastCalledWith({ url: other.url, page: url, belongs: true });
    expect(await screen.findByText('Of something else')).toBeInTheDocument();
  });

  it('joins what may be the same event, and parts it again', async () => {
    const near = [{ title: 'Of the same', outlet: 'Wire', url: 'http://wire.test/2', published: '2017-03-15T00:00:00Z', reports: 3 }];
    const { panel, container } = show({ prepare: (fake) => fake.story.mockResolvedValue(succeed({ state: 'ready', articles: [], near, total: 0 })) });
    await userEvent.click(await screen.findByRole('tab', { name: /^Elsewhere/ }));
    const region = await screen.findByRole('region', { name: 'Perhaps the same event' });
    expect(region).toHaveTextContent('Wire · 15 Mar 2017 · one of 3 reports');
    await expectAccessible(container);
    const articles = [{ title: 'Read here', outlet: 'Post', url }, { title: 'Of the same', outlet: 'Wire', url: 'http://wire.test/2' }];
    panel.story.mockResolvedValue(succeed({ state: 'ready', articles, near: [], total: 2 }));
    await userEvent.click(screen.getByRole('button', { name: 'The same event: Of the same' }));
    expect(panel.joinStories).toHaveBeenLastCalledWith({ url: 'http://wire.test/2', page: url });
    expect(await screen.findByText('Noted: one event.')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Reports of this event' })).toHaveFocus();
    panel.story.mockResolvedValue(succeed({ state: 'ready', articles: [], near, total: 0 }));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(panel.partStories).toHaveBeenLastCalledWith({ came: ['s7'], page: url });
    expect(await screen.findByText('They are two events again.')).toBeInTheDocument();
    expect(await screen.findByRole('region', { name: 'Perhaps the same event' })).toBeInTheDocument();
  });

  it('says so where two events could not be joined', async () => {
    const near = [{ title: 'Of the same', outlet: 'Wire', url: 'http://wire.test/2', reports: 1 }];
    const { panel } = show({ prepare: (fake) => fake.story.mockResolvedValue(succeed({ state: 'ready', articles: [], near, total: 0 })) });
    panel.joinStories.mockResolvedValue(fail('not-found'));
    await userEvent.click(await screen.findByRole('tab', { name: /^Elsewhere/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'The same event: Of the same' }));
    expect(await screen.findByText('That is not there any more.')).toBeInTheDocument();
  });

  it('invites to add sources where they have nothing yet', async () => {
    const { panel, container } = show();
    panel.entity.mockResolvedValue(succeed({ state: 'ready', entity: { ...sessions, aliases: [] }, attention: 'usual', articles: 0, outlets: [] }));
    const none = { items: [], total: 0 };
    panel.coverage.mockResolvedValue(succeed({ ...sessionsCoverage, before: none, since: none, said: none }));
    await userEvent.click(await screen.findByRole('button', { name: /^Jeff Sessions/ }));
    expect(await screen.findByText('Nothing from your sources on this yet.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Add a source' })).toHaveAttribute('href', 'options.html#sources');
    await expectAccessible(container);
  });

  it('says what happened when coverage could not be had, and asks again', async () => {
    const { panel, container } = show();
    panel.coverage.mockResolvedValueOnce(fail('no-answer'));
    await userEvent.click(await screen.findByRole('button', { name: /^Jeff Sessions/ }));
    expect(await screen.findByText('Your coverage could not be read just now.')).toBeInTheDocument();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('tab', { name: 'Before 2' })).toBeInTheDocument();
  });

  it('says so where the page has nothing for it', async () => {
    show({ shown: { state: 'not-an-article' } });
    expect(await screen.findByText('This page does not look like an article.')).toBeInTheDocument();
  });
});
