import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Sources } from '../../../components/options/Sources';
import { OptionsContext } from '../../../components/services-context';
import { fakeOptionsServices, sourceOf } from '../../support/fake-services';

describe('Sources, by key', () => {
  it('leaves who removes by key at the source that takes the place, or the last', async () => {
    const { lists, services } = fakeOptionsServices();
    render(<OptionsContext value={services}><Sources /></OptionsContext>);
    lists.sources.set(['One', 'Two', 'Three'].map((title) => sourceOf({ title })));
    (await screen.findByRole('button', { name: 'Remove Two' })).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Removed Two.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Remove Three' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Removed Three.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Remove One' })).toHaveFocus();
  });
});
