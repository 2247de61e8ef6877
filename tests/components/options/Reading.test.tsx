import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Reading } from '../../../components/options/Reading';
import { OptionsContext } from '../../../components/services-context';
import { defaultSettings } from '../../../lib/settings/settings';
import { expectAccessible } from '../../support/accessibility';
import { fakeSettings } from '../../support/fake-names';
import { fakeOptionsServices } from '../../support/fake-services';

function show() {
  const settings = fakeSettings();
  const { services } = fakeOptionsServices();
  const { container } = render(<OptionsContext value={{ ...services, settings }}><Reading /></OptionsContext>);
  const marks = () => within(screen.getByLabelText('Preview')).queryAllByRole('button').map(({ textContent }) => textContent);
  return { settings, container, marks };
}

describe('Reading', () => {
  it('changes at once, and shows in a text what it comes to', async () => {
    const { settings, marks, container } = show();
    await expectAccessible(container);
    expect(marks()).toHaveLength(8);
    await userEvent.click(screen.getByLabelText(/^Little/));
    expect(settings.value().density).toBe('few');
    expect(marks()).toEqual(['Ada Lindqvist', 'Brook Valley Council', 'Harbourton', 'flood defences']);
    await userEvent.click(screen.getByLabelText(/^All/));
    expect(marks()).toHaveLength(9);
    await userEvent.click(screen.getByLabelText('People'));
    expect(settings.value().hiddenKinds).toEqual(['person']);
    expect(marks()).not.toContain('Lindqvist');
    await userEvent.click(screen.getByLabelText('Dark'));
    expect(settings.value().scheme).toBe('dark');
  });

  it('opens a sample card by pointer, and only while the chosen key is held', async () => {
    const { settings } = show();
    await userEvent.click(screen.getByLabelText('Rest the pointer while holding Alt'));
    expect(settings.value().modifier).toBe('alt');
    const [mark] = within(screen.getByLabelText('Preview')).getAllByRole('button');
    const pointer = userEvent.setup();
    await pointer.hover(mark!);
    expect(screen.queryByText('Mayor of Harbourton')).toBeNull();
    await pointer.unhover(mark!);
    await pointer.keyboard('{Alt>}');
    await pointer.hover(mark!);
    expect(await screen.findByText('Mayor of Harbourton')).toBeVisible();
  });

  it('sets all of it back, and takes that back', async () => {
    const { settings } = show();
    await userEvent.click(screen.getByLabelText('Dark'));
    await userEvent.click(screen.getByLabelText(/^Little/));
    const chosen = settings.value();
    await userEvent.click(screen.getByRole('button', { name: 'Set all of it back' }));
    expect(settings.value()).toEqual({ ...defaultSettings, scheme: undefined });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(settings.value()).toEqual(chosen);
  });
});
