import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { KeptArticles } from '../../../components/options/KeptArticles';
import { OptionsContext } from '../../../components/services-context';
import { fail, succeed } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeNames } from '../../support/fake-names';
import { fakeOptionsServices } from '../../support/fake-services';

const hearing = { id: 'a1', title: 'A hearing', outlet: 'Sample Post', url: 'https://post.test/1', published: '2017-11-14T10:00:00Z', isKept: true };

function show() {
  const { names, kept } = fakeNames([]);
  const { services } = fakeOptionsServices();
  const { container } = render(<OptionsContext value={{ ...services, names }}><KeptArticles /></OptionsContext>);
  return { names, kept, container };
}

describe('KeptArticles', () => {
  it('lists what stays, lets it go, and takes that back', async () => {
    const { names, kept, container } = show();
    expect(screen.getByText('None yet.')).toBeVisible();
    act(() => kept.set({ total: 1, newest: [hearing] }));
    expect(screen.getByText('1 article')).toBeVisible();
    expect(screen.getByRole('link', { name: 'A hearing' })).toHaveAttribute('href', 'https://post.test/1');
    await expectAccessible(container);

    const undo = [{ does: 'keep' as const, article: 'a1', isKept: true }];
    names.change.mockResolvedValueOnce(succeed(undo));
    await userEvent.click(screen.getByRole('button', { name: 'Keep: A hearing', pressed: true }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'keep', article: 'a1', isKept: false }]);
    act(() => kept.set({ total: 0, newest: [] }));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(names.change).toHaveBeenLastCalledWith(undo);
  });

  it('says why they cannot be read', () => {
    const { kept } = show();
    act(() => kept.fail(fail('database-unavailable')));
    expect(screen.getByText(/does not let Sidelight open its storage/)).toBeVisible();
  });
});
