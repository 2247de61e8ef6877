import { render, screen, within } from '@testing-library/react';
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
  });

  it('asks for the source within the click, and tells what it brought', async () => {
    const { services, container } = show();
    await userEvent.type(field(), 'post.test/feed');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(services.sources.add).toHaveBeenCalledExactlyOnceWith('post.test/feed', undefined);
    expect(await screen.findByText('Added Sample Post with 12 articles.')).toBeVisible();
    expect(field()).toHaveValue('');
    expect(screen.getByRole('row', { name: /Sample Post/ })).toHaveTextContent('12');
    await expectAccessible(container);
  });

  it('keeps what was typed when it could not be added, and says why', async () => {
    const { services, container } = show();
    services.sources.add.mockResolvedValue(fail('not-a-feed'));
    await userEvent.type(field(), 'post.test{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('That address holds no feed.');
    expect(field()).toHaveValue('post.test');
    await expectAccessible(container);
  });

  it('offers to allow another host when the site keeps its feed there', async () => {
    const { services } = show();
    services.sources.add.mockResolvedValueOnce(fail('no-permission', 'feeds.post.test'));
    await userEvent.type(field(), 'post.test{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Allow feeds.post.test' }));
    expect(services.sources.add).toHaveBeenLastCalledWith('post.test', 'feeds.post.test');
    expect(await screen.findByText(/^Added Sample Post/)).toBeVisible();
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
    expect(services.sources.refresh).toHaveBeenLastCalledWith(post);
    expect(await screen.findByText('2 new articles from Sample Post.')).toBeVisible();
    services.sources.refresh.mockResolvedValue(succeed({ newArticles: 0, failed: 1 }));
    await userEvent.click(screen.getByRole('button', { name: 'Refresh all' }));
    expect(services.sources.refresh).toHaveBeenLastCalledWith(undefined);
    expect(await screen.findByText('Nothing new from your sources. One source could not be fetched.')).toBeVisible();
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
