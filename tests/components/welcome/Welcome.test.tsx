import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { WelcomeContext } from '../../../components/services-context';
import type { WelcomeServices } from '../../../components/services';
import { groupFor } from '../../../components/sources/catalogue';
import { Welcome } from '../../../components/welcome/Welcome';
import { fail, succeed } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { previewOf } from '../../support/fake-services';

const outlet = (name: string) => ({ outlet: name, site: `https://${name}.test`, feed: `https://${name}.test/feed` });
const catalogue = [
  { kind: 'country', name: 'Germany', outlets: ['berlin', 'bonn', 'trier', 'kiel'].map(outlet) },
  { kind: 'country', name: 'Ireland', outlets: ['cork'].map(outlet) },
  { kind: 'subject', name: 'Science', outlets: ['comet'].map(outlet) },
  { kind: 'subject', name: 'Sport', outlets: [{ outlet: 'relay', feed: 'https://feeds.test/relay' }] },
];

function show() {
  const services = {
    catalogue,
    addSources: vi.fn<WelcomeServices['addSources']>((sources) => Promise.resolve(succeed({ ids: sources.map(({ url }) => url), notAllowed: 0 }))),
    sites: {
      switchAllOn: vi.fn<WelcomeServices['sites']['switchAllOn']>(() => Promise.resolve(succeed(undefined))),
      switchManyOn: vi.fn<WelcomeServices['sites']['switchManyOn']>(() => Promise.resolve(succeed(undefined))),
    },
    lookInside: vi.fn<WelcomeServices['lookInside']>((url) => Promise.resolve(succeed(previewOf(url)))),
    startExample: vi.fn<WelcomeServices['startExample']>(),
    close: vi.fn(),
    locales: ['de-DE'],
  };
  const { container, unmount } = render(<WelcomeContext value={services}><Welcome /></WelcomeContext>);
  return { services, container, unmount };
}

describe('Welcome', () => {
  it('follows outlets, allows their sites and is done', async () => {
    const { services, container } = show();
    await expectAccessible(container);
    expect(screen.getByLabelText('Country or subject')).toHaveValue('Germany');
    await userEvent.click(screen.getByRole('checkbox', { name: /trier/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Follow these 2' }));
    expect(services.addSources).toHaveBeenCalledExactlyOnceWith([
      { url: 'https://berlin.test/feed', title: 'berlin', link: 'https://berlin.test' },
      { url: 'https://bonn.test/feed', title: 'bonn', link: 'https://bonn.test' },
    ]);
    expect(await screen.findByText(/^You follow 2 outlets now/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'On the sites of these outlets' }));
    expect(services.sites.switchManyOn).toHaveBeenCalledExactlyOnceWith(['https://berlin.test/*', 'https://bonn.test/*']);
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Start reading' }));
    expect(services.close).toHaveBeenCalledOnce();
  });

  it('says that hosts were not allowed, and asks for them again', async () => {
    const { services, container } = show();
    services.addSources.mockResolvedValueOnce(succeed({ ids: ['a', 'b', 'c'], notAllowed: 3 }));
    await userEvent.click(screen.getByRole('button', { name: 'Follow these 3' }));
    expect(await screen.findByText('You follow 3 outlets now, but Sidelight may not fetch from them: not allowed by your browser.')).toBeVisible();
    await expectAccessible(container);
    services.addSources.mockResolvedValueOnce(succeed({ ids: [], notAllowed: 0 }));
    await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
    expect(await screen.findByText('You follow 3 outlets now. What they report comes in by itself.')).toBeVisible();
    expect(services.addSources.mock.calls[1]).toEqual(services.addSources.mock.calls[0]);
  });

  it('shows what an outlet reports now before it is followed', async () => {
    const { services, container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Preview berlin' }));
    expect(services.lookInside).toHaveBeenCalledExactlyOnceWith('https://berlin.test/feed', undefined);
    expect(await screen.findByText('Kislyak goes home')).toBeVisible();
    expect(services.addSources).not.toHaveBeenCalled();
    await expectAccessible(container);
  });

  it('offers the outlets of another country or subject', async () => {
    show();
    await userEvent.selectOptions(screen.getByLabelText('Country or subject'), 'Science');
    expect(screen.getByRole('button', { name: 'Follow this one' })).toBeVisible();
    expect(screen.getByRole('checkbox', { name: /comet/ })).toBeChecked();
  });

  it('says why nothing was allowed, and does nothing before outlets are chosen', async () => {
    const { services } = show();
    await userEvent.click(screen.getByRole('button', { name: 'On the sites of these outlets' }));
    expect(services.sites.switchManyOn).not.toHaveBeenCalled();
    services.sites.switchAllOn.mockResolvedValue(fail('no-permission'));
    await userEvent.click(screen.getByRole('button', { name: 'On all news sites I read' }));
    expect(await screen.findByText(/did not get your permission/)).toBeVisible();
  });

  it('says that it knows no site of the outlets that were chosen', async () => {
    const { services } = show();
    await userEvent.selectOptions(screen.getByLabelText('Country or subject'), 'Sport');
    await userEvent.click(screen.getByRole('button', { name: 'Follow this one' }));
    expect(await screen.findByText(/^We know no site of these outlets/)).toBeVisible();
    const button = screen.getByRole('button', { name: 'On the sites of these outlets' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
    expect(services.sites.switchManyOn).not.toHaveBeenCalled();
  });

  it('has its example annotated for as long as it is shown', () => {
    const { services, unmount } = show();
    const signal = services.startExample.mock.calls[0]?.[0];
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });
});

describe('groupFor', () => {
  it('takes the reader’s country, else the first', () => {
    expect(groupFor(catalogue, ['en-IE'])?.name).toBe('Ireland');
    expect(groupFor(catalogue, ['xx', 'ja'])?.name).toBe('Germany');
    expect(groupFor([], ['en'])).toBeUndefined();
  });
});
