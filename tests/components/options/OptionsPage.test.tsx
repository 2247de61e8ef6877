import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { OptionsPage } from '../../../components/options/OptionsPage';
import { OptionsContext } from '../../../components/services-context';
import { fail } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices, sourceOf } from '../../support/fake-services';

function show(hash = '') {
  location.hash = hash;
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><OptionsPage /></OptionsContext>);
  return { ...fakes, container };
}

afterEach(() => {
  location.hash = '';
});

describe('OptionsPage', () => {
  it('opens at the sources, and says how many there are', async () => {
    const { lists, container } = show();
    act(() => lists.sources.set([sourceOf({ title: 'Sample Post' })]));
    expect(screen.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Sources 1' })).toHaveAttribute('aria-current', 'page');
    await expectAccessible(container);
  });

  it.each([['#data', 'Data'], ['#sites', 'Sites'], ['#about', 'About'], ['#reading', 'Reading'], ['#names', 'Names & topics'],
    ['#names/e/jeff', 'Names & topics'], ['#names/merges', 'Names & topics'], ['#reading/density', 'Reading'], ['#nowhere', 'Sources']])(
    'opens %s at %s', async (hash, title) => {
      const { container } = show(hash);
      expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expectAccessible(container);
    },
  );

  it('says quietly that there is a new version, until it was read', async () => {
    const { updates, container } = show();
    act(() => updates.set('0.2.0'));
    expect(screen.getByText(/^Sidelight is 0.2.0 now/)).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Good' }));
    expect(screen.queryByText(/^Sidelight is 0.2.0 now/)).toBeNull();
  });

  it('follows the address', async () => {
    show();
    act(() => {
      location.hash = '#about';
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'About' })).toBeVisible();
  });
});

describe('Sites', () => {
  it('lists the sites that are on, and removes one', async () => {
    const { lists, services, container } = show('#sites');
    act(() => lists.sites.set([{ pattern: 'https://herald.test/*', isAllowed: true }, { pattern: 'http://post.test/*', isAllowed: false }]));
    expect(screen.getByRole('row', { name: /herald\.test/ })).toHaveTextContent('On');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Remove herald.test' }));
    expect(services.sites.remove).toHaveBeenCalledExactlyOnceWith('https://herald.test/*');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('herald.test is on.')).toBeVisible();
  });

  it('does not say of one that it is off while Sidelight runs on all', async () => {
    const { lists } = show('#sites');
    act(() => lists.sites.set(['https://herald.test/*', 'https://*/*', 'http://*/*'].map((pattern) => ({ pattern, isAllowed: true }))));
    await userEvent.click(screen.getByRole('button', { name: 'Remove herald.test' }));
    expect(await screen.findByText(/^Removed herald\.test from this list\. Sidelight still runs there/)).toBeVisible();
  });

  it('offers to allow a site again whose permission was taken back', async () => {
    const { lists, services, container } = show('#sites');
    act(() => lists.sites.set([{ pattern: 'http://post.test/*', isAllowed: false }]));
    services.sites.switchOn.mockResolvedValueOnce(fail('no-permission'));
    await userEvent.click(screen.getByRole('button', { name: 'Allow http://post.test' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('did not get your permission');
    await expectAccessible(container);
  });
});
