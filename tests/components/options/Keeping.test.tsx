import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Keeping } from '../../../components/options/Keeping';
import { OptionsContext } from '../../../components/services-context';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices } from '../../support/fake-services';

function show() {
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><Keeping /></OptionsContext>);
  return { settings: fakes.services.settings, lists: fakes.lists, container };
}

describe('Keeping', () => {
  it('shows what there is and what there may be, in articles and megabytes', async () => {
    const { container } = show();
    expect(screen.getByText('1,204 articles now')).toBeVisible();
    expect(screen.getByText('3 MB now')).toBeVisible();
    expect(screen.getByLabelText('Articles')).toHaveDisplayValue('up to 100,000 articles');
    expect(screen.getByLabelText('Megabytes')).toHaveDisplayValue('up to 1,000 MB');
    expect(screen.getByRole('meter', { name: 'Articles kept' })).toHaveAttribute('value', '1204');
    await expectAccessible(container);
  });

  it('says what a smaller budget gives up, and takes that back', async () => {
    const { settings, lists } = show();
    act(() => lists.coverage.set({ articles: 20_000, megabytes: 90 }));
    await userEvent.selectOptions(screen.getByLabelText('Articles'), 'up to 10,000 articles');
    expect(settings.value().keep).toEqual({ articles: 10_000, megabytes: 1_000 });
    expect(screen.getByRole('status')).toHaveTextContent('The oldest articles go within five minutes.');

    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(settings.value().keep).toEqual({ articles: 100_000, megabytes: 1_000 });
    expect(screen.getByRole('status')).toHaveTextContent('As before.');
  });

  it('says nothing of a budget that all fits in', async () => {
    const { settings } = show();
    await userEvent.selectOptions(screen.getByLabelText('Megabytes'), 'up to 250 MB');
    expect(settings.value().keep.megabytes).toBe(250);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers a limit that was set elsewhere', async () => {
    const { settings } = show();
    await act(() => settings.change((before) => ({ ...before, keep: { articles: 777, megabytes: 33 } })));
    expect(screen.getByLabelText('Articles')).toHaveDisplayValue('up to 777 articles');
  });

  it('keeps what the reader reads only when told to', async () => {
    const { settings } = show();
    const box = screen.getByRole('checkbox', { name: /^Keep the articles I read/ });
    expect(box).not.toBeChecked();
    await userEvent.click(box);
    expect(settings.value().keepRead).toBe(true);
  });
});
