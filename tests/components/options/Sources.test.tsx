import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Sources } from '../../../components/options/Sources';
import { OptionsContext } from '../../../components/services-context';
import { fail, succeed } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices, sourceOf } from '../../support/fake-services';

function show() {
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><Sources /></OptionsContext>);
  return { ...fakes, container };
}

const field = () => screen.getByLabelText('Address of a news site or a feed');

describe('Sources', () => {
  it('invites to add a source while there is none', async () => {
    const { container } = show();
    expect(screen.getByText('Your sources will be listed here.')).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'See outlets of your country' }));
    expect(await screen.findByLabelText('Country or subject')).toHaveValue('United Kingdom');
  });

  it('shows what it would add within the click, and adds it with one more key', async () => {
    const { services, container } = show();
    await userEvent.type(field(), 'post.test/feed');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(services.sources.preview).toHaveBeenCalledExactlyOnceWith('post.test/feed', undefined);
    expect(await screen.findByRole('heading', { name: 'Sample Post' })).toBeVisible();
    expect(screen.getByText('Kislyak goes home')).toBeVisible();
    expect(services.sources.add).not.toHaveBeenCalled();
    await expectAccessible(container);

    expect(screen.getByRole('button', { name: 'Add Sample Post' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(services.sources.add).toHaveBeenCalledExactlyOnceWith('post.test/feed');
    expect(await screen.findByText('Added Sample Post with 12 articles.')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Sample Post' })).toBeNull();
    expect(screen.getByRole('row', { name: /Sample Post/ })).toHaveTextContent('12');
  });

  it('adds nothing when the reader leaves the preview', async () => {
    const { services } = show();
    await userEvent.type(field(), 'post.test/feed{Enter}');
    await screen.findByRole('button', { name: 'Add Sample Post' });
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Add Sample Post' })).toBeNull();
    expect(services.sources.add).not.toHaveBeenCalled();
  });

  it('shows another feed of the same site', async () => {
    const { services } = show();
    const sport = { url: 'http://post.test/sport', title: 'Sport' };
    services.sources.preview.mockResolvedValueOnce(succeed({ url: 'http://post.test/feed', title: 'Post', articles: 0, newest: [], others: [sport] }));
    await userEvent.type(field(), 'post.test{Enter}');
    expect(await screen.findByText('There is no article in it yet.')).toBeVisible();
    await userEvent.click(screen.getByText('One more feed of this site'));
    await userEvent.click(screen.getByRole('button', { name: 'Sport' }));
    expect(services.sources.preview).toHaveBeenLastCalledWith(sport.url, undefined);
  });

  it('keeps what was typed when there is nothing to add, and says why', async () => {
    const { services, container } = show();
    services.sources.preview.mockResolvedValue(fail('not-a-feed'));
    await userEvent.type(field(), 'post.test{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('That address holds no feed.');
    expect(field()).toHaveValue('post.test');
    await expectAccessible(container);
  });

  it('offers to allow another host when the site keeps its feed there', async () => {
    const { services } = show();
    services.sources.preview.mockResolvedValueOnce(fail('no-permission', 'feeds.post.test'));
    await userEvent.type(field(), 'post.test{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Allow feeds.post.test' }));
    expect(services.sources.preview).toHaveBeenLastCalledWith('post.test', 'feeds.post.test');
    expect(await screen.findByRole('button', { name: 'Add Sample Post' })).toBeVisible();
  });

  it('imports a list of feeds: shows what is in it, adds what is new, and takes it back', async () => {
    const { services, lists, container } = show();
    lists.sources.set([sourceOf({ title: 'Wire', url: 'https://wire.test/feed' })]);
    const opml = `<opml><body><outline text="News"><outline text="Post" xmlUrl="https://post.test/feed"/><outline text="Herald" xmlUrl="https://herald.test/feed"/></outline>
      <outline text="Wire" xmlUrl="https://wire.test/feed"/><outline text="Broken" xmlUrl="javascript:x"/></body></opml>`;
    await userEvent.upload(screen.getByLabelText('Import a list of feeds'), new File([opml], 'mine.opml'));
    expect(await screen.findByText(/mine.opml names 3 sources in 2 folders. You have 1 of them already./)).toBeVisible();
    expect(screen.getByText('Broken: javascript:x')).toBeInTheDocument();
    await expectAccessible(container);

    await userEvent.click(screen.getByRole('button', { name: 'Add 2 sources' }));
    expect(services.sources.addAll.mock.calls[0]?.[0]).toMatchObject([{ title: 'Post', folder: ['News'] }, { title: 'Herald' }]);
    expect(await screen.findByText(/^Added 2 sources/)).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Sources fetched' })).toHaveAttribute('max', '2');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Removed 2 sources.')).toBeVisible();
  });

  it('says that a file is no list of feeds', async () => {
    show();
    await userEvent.upload(screen.getByLabelText('Import a list of feeds'), new File(['notes'], 'notes.opml'));
    expect(await screen.findByRole('alert')).toHaveTextContent('notes.opml: That file is no list of feeds.');
  });

  it('suggests outlets by country and subject', async () => {
    const { services, container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Choose from suggestions' }));
    expect(await screen.findByLabelText('Country or subject')).toHaveValue('United Kingdom');
    await userEvent.selectOptions(screen.getByLabelText('Country or subject'), 'Science');
    const [first] = screen.getAllByRole('checkbox');
    await userEvent.click(first!);
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Add 1 source' }));
    expect(services.sources.addAll.mock.calls[0]?.[0]).toMatchObject([{ folder: ['Science'] }]);
  });

  it('shows what is in a suggestion before it is added, or why it cannot, and closes it again', async () => {
    const { services, container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Choose from suggestions' }));
    const [first, second] = await screen.findAllByRole('button', { name: /^Preview / });
    await userEvent.click(first!);
    expect(await screen.findByText('Kislyak goes home')).toBeVisible();
    expect(first).toHaveAttribute('aria-expanded', 'true');
    expect(services.sources.addAll).not.toHaveBeenCalled();
    await expectAccessible(container);
    await userEvent.click(first!);
    expect(screen.queryByText('Kislyak goes home')).toBeNull();

    services.sources.preview.mockResolvedValueOnce(fail('no-permission', 'feeds.post.test'));
    await userEvent.click(second!);
    expect(await screen.findByText(/did not get your permission/)).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Allow feeds.post.test' }));
    expect(services.sources.preview).toHaveBeenLastCalledWith(expect.any(String), 'feeds.post.test');
    expect(await screen.findByText('Kislyak goes home')).toBeVisible();
  });

  it('lets a list of feeds be looked into, and taken in part', async () => {
    const { services, container } = show();
    const outlines = Array.from({ length: 60 }, (_, at) => `<outline text="Paper ${at}" xmlUrl="https://p${at}.test/feed"/>`).join('');
    await userEvent.upload(screen.getByLabelText('Import a list of feeds'), new File([`<opml><body>${outlines}</body></opml>`], 'mine.opml'));
    await userEvent.click(await screen.findByRole('button', { name: 'Preview Paper 3' }));
    expect(services.sources.preview).toHaveBeenCalledExactlyOnceWith('https://p3.test/feed', undefined);
    expect(await screen.findByText('Kislyak goes home')).toBeVisible();
    await expectAccessible(container);

    expect(screen.queryByRole('checkbox', { name: /Paper 55/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show more of the other 10' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Paper 55/ }));
    expect(screen.getByRole('button', { name: 'Add 59 sources' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Choose all' }));
    await userEvent.click(screen.getByRole('button', { name: 'Choose none' }));
    await userEvent.type(screen.getByLabelText('Find in this list'), 'paper 7');
    await userEvent.click(screen.getByRole('button', { name: 'Choose all' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add 1 source' }));
    expect(services.sources.addAll.mock.calls[0]?.[0]).toMatchObject([{ title: 'Paper 7' }]);
  });

  it('pauses a source, keeps its articles for a while, and files it', async () => {
    const { services, lists, container } = show();
    const post = sourceOf({ title: 'Sample Post' });
    lists.sources.set([post]);
    await userEvent.click(await screen.findByRole('button', { name: 'More about Sample Post' }));
    await userEvent.click(screen.getByLabelText(/^Pause/));
    expect(services.sources.change).toHaveBeenLastCalledWith(post, { paused: true }, undefined);
    expect(await screen.findByText('Paused')).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Keep its articles'), 'For 30 days');
    expect(services.sources.change).toHaveBeenLastCalledWith(expect.objectContaining({ id: post.id }), { keepDays: 30 }, undefined);
    await userEvent.type(screen.getByLabelText('Folder'), 'News / Local');
    await userEvent.tab();
    expect(services.sources.change).toHaveBeenLastCalledWith(expect.objectContaining({ id: post.id }), { title: 'Sample Post', folder: ['News', 'Local'] }, undefined);
    expect(await screen.findByText('News / Local')).toBeVisible();
    await expectAccessible(container);
  });

  it('asks for the hosts that have whole articles in the same click, and for those that come up later', async () => {
    const { services, lists, container } = show();
    const post = sourceOf({ title: 'Sample Post' });
    lists.sources.set([post]);
    lists.pageSites.set(['https://www.post.test/', 'https://live.post.test/']);
    await userEvent.click(await screen.findByRole('button', { name: 'More about Sample Post' }));
    expect(screen.queryByText(/^Whole articles are on/)).toBeNull();
    await userEvent.click(screen.getByLabelText(/^Fetch whole articles/));
    expect(services.sources.change).toHaveBeenLastCalledWith(post, { fullText: true }, ['https://www.post.test/', 'https://live.post.test/']);

    act(() => lists.pageSites.set(['https://cdn.post.test/', 'http://cdn.post.test/']));
    expect(await screen.findByText('Whole articles are on cdn.post.test. Sidelight fetches them when you allow that.')).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Allow cdn.post.test' }));
    expect(services.sources.change).toHaveBeenLastCalledWith(expect.objectContaining({ id: post.id }), { fullText: true }, ['https://cdn.post.test/', 'http://cdn.post.test/']);
    act(() => lists.pageSites.set([]));
    expect(screen.queryByText(/^Whole articles are on/)).toBeNull();
  });

  it('says what goes when a source’s articles are kept for less long, and takes that back', async () => {
    const { services, lists } = show();
    lists.sources.set([sourceOf({ title: 'Sample Post', keepDays: 90 })]);
    await userEvent.click(await screen.findByRole('button', { name: 'More about Sample Post' }));
    await userEvent.selectOptions(screen.getByLabelText('Keep its articles'), 'For a year');
    expect(await screen.findByText('Kept for Sample Post.')).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Keep its articles'), 'For a week');
    expect(await screen.findByText(/^What Sample Post reported more than 7 days ago goes within five minutes/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(services.sources.change).toHaveBeenLastCalledWith(expect.objectContaining({ title: 'Sample Post' }), { keepDays: 365 });
    expect(await screen.findByText('As before. Nothing more is given up.')).toBeVisible();
  });

  it('finds a source among many', async () => {
    const { lists } = show();
    lists.sources.set(Array.from({ length: 20 }, (_, at) => sourceOf({ title: `Outlet ${at}` })));
    await userEvent.type(await screen.findByLabelText('Find a source'), 'outlet 17');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText(/^1 source/)).toBeVisible();
  });

  it('holds only the lines in and near sight of a thousand, and says how many there are', async () => {
    const { lists, container } = show();
    lists.sources.set(Array.from({ length: 1000 }, (_, at) => sourceOf({ title: `Outlet ${at}`, articles: 2 })));
    expect(await screen.findByText('1,000 sources · 2,000 articles')).toBeVisible();
    expect(screen.getAllByRole('row').length).toBeLessThan(50);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
    await expectAccessible(container);
  });

  it('shows those alone that need the reader, and all again', async () => {
    const { lists } = show();
    const troubled = { sourceId: 'gone', nextFetch: '2017-11-15T00:00:00Z', failuresInRow: 1, lastFailure: { at: '2017-11-14T00:00:00Z', kind: 'refused', detail: '404' } } as const;
    lists.sources.set([sourceOf({ title: 'Sample Post' }), sourceOf({ title: 'Gone', fetching: troubled })]);
    await userEvent.click(await screen.findByRole('button', { name: 'One needs you' }));
    expect(screen.queryByRole('row', { name: /Sample Post/ })).toBeNull();
    expect(screen.getByRole('row', { name: /Gone/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'One needs you' }));
    expect(screen.getByRole('row', { name: /Sample Post/ })).toBeVisible();
  });

  it('says so when nothing is found', async () => {
    const { lists } = show();
    lists.sources.set(Array.from({ length: 20 }, (_, at) => sourceOf({ title: `Outlet ${at}` })));
    await userEvent.type(await screen.findByLabelText('Find a source'), 'gazette');
    expect(screen.getByText(/^No source of yours/)).toBeVisible();
  });

  it('removes at once and takes it back on Undo', async () => {
    const { lists, container } = show();
    lists.sources.set([sourceOf({ title: 'Sample Post' }), sourceOf({ title: 'Sample Wire' })]);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Sample Post' }));
    expect(screen.queryByRole('row', { name: /Sample Post/ })).toBeNull();
    expect(await screen.findByText('Removed Sample Post.')).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Sample Post is back.')).toBeVisible();
    expect(screen.getByRole('row', { name: /Sample Post/ })).toBeVisible();
  });

  it('says so when it is too late to undo', async () => {
    const { lists, services } = show();
    lists.sources.set([sourceOf({ title: 'Sample Post' })]);
    services.sources.restore.mockResolvedValue(succeed(false));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Sample Post' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Sample Post is gone for good by now. Add it again by its address.')).toBeVisible();
  });

  it('refreshes one source, or all', async () => {
    const { lists, services } = show();
    const post = sourceOf({ title: 'Sample Post' });
    lists.sources.set([post]);
    await userEvent.click(await screen.findByRole('button', { name: 'Refresh Sample Post' }));
    expect(services.sources.refresh).toHaveBeenLastCalledWith([post]);
    expect(await screen.findByText('2 new articles from Sample Post.')).toBeVisible();
    services.sources.refresh.mockResolvedValue(succeed({ newArticles: 0, failed: 1 }));
    await userEvent.click(screen.getByRole('button', { name: 'Refresh all' }));
    expect(services.sources.refresh).toHaveBeenLastCalledWith([post]);
    expect(await screen.findByText('Sample Post could not be fetched. Its health says why, and what to do.')).toBeVisible();
  });

  it('shows the words for a source’s health beside the dot', async () => {
    const { lists } = show();
    const fetching = { sourceId: 'a', nextFetch: '2017-11-14T14:20:00Z', lastSuccess: '2017-11-14T13:54:00Z', failuresInRow: 0, articlesPerWeek: 41 };
    lists.sources.set([sourceOf({ title: 'Sample Herald', articles: 1204, fetching })]);
    const row = await screen.findByRole('row', { name: /Sample Herald/ });
    expect(row).toHaveTextContent('Fresh 6 min ago');
    expect(row).toHaveTextContent('41 a week');
    expect(within(row).getByText('1,204')).toBeVisible();
  });

  it('says what happened when the database cannot be opened', async () => {
    const { lists, container } = show();
    lists.sources.fail(fail('database-newer'));
    expect(await screen.findByText(/A newer Sidelight wrote your data/)).toHaveAttribute('role', 'alert');
    await expectAccessible(container);
  });
});
