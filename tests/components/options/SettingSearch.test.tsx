import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { OptionsPage } from '../../../components/options/OptionsPage';
import { addressOf, findSettings, settingIndex } from '../../../components/options/setting-index';
import { OptionsContext } from '../../../components/services-context';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices, sourceOf } from '../../support/fake-services';

afterEach(() => {
  location.hash = '';
});

describe('SettingSearch', () => {
  it('finds a setting by what it may be called, and goes to it by key', async () => {
    const { services } = fakeOptionsServices();
    const { container } = render(<OptionsContext value={services}><OptionsPage /></OptionsContext>);
    await userEvent.type(screen.getByLabelText('Find a setting'), 'hover');
    expect(screen.getByRole('list', { name: 'Settings found' })).toHaveTextContent('How a card opens');
    await expectAccessible(container);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Reading' })).toBeVisible();
    expect(document.getElementById('opening')).toHaveFocus();
  });

  it('opens what can be set of a source, and lets it be closed again', async () => {
    const { services, lists } = fakeOptionsServices();
    render(<OptionsContext value={services}><OptionsPage /></OptionsContext>);
    act(() => lists.sources.set([sourceOf({ id: 'a', title: 'A' }), sourceOf({ id: 'b', title: 'B' })]));
    await userEvent.type(screen.getByLabelText('Find a setting'), 'full text{Enter}');
    expect(await screen.findByRole('button', { name: 'More about A', expanded: true })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /^Fetch whole articles/ })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'More about A' }));
    expect(screen.queryByRole('checkbox', { name: /^Fetch whole articles/ })).toBeNull();
  });

  it('says so when there is none', async () => {
    const { services } = fakeOptionsServices();
    render(<OptionsContext value={services}><OptionsPage /></OptionsContext>);
    await userEvent.type(screen.getByLabelText('Find a setting'), 'submarine');
    expect(screen.getByText('No setting is called that.')).toBeVisible();
  });

  it.each(settingIndex.filter(({ part }) => part !== undefined).map((entry) => [addressOf(entry), entry.part ?? ''] as const))(
    'leads with %s to something that is there', (address, part) => {
      location.hash = address;
      const { services, lists } = fakeOptionsServices();
      render(<OptionsContext value={services}><OptionsPage /></OptionsContext>);
      act(() => lists.sources.set([sourceOf({ id: 'a', title: 'A' }), sourceOf({ id: 'b', title: 'B' })]));
      expect(document.getElementById(part)).not.toBeNull();
    },
  );
});

describe('findSettings', () => {
  it('puts first what is called so', () => {
    expect(findSettings('sites')[0]?.title).toBe('Sites');
    expect(findSettings('dark').map(({ part }) => part)).toEqual(['appearance']);
    expect(findSettings('')).toEqual([]);
  });
});
