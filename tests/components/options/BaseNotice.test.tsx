import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BaseNotice } from '../../../components/options/BaseNotice';
import { OptionsContext } from '../../../components/services-context';
import { fail } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { keptOf } from '../../support/fake-names';
import { fakeOptionsServices } from '../../support/fake-services';

function show() {
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><BaseNotice /></OptionsContext>);
  return { base: fakes.services.base, state: fakes.base, container };
}

describe('BaseNotice', () => {
  it('says nothing while all is well', () => {
    const { container } = show();
    expect(container).toHaveTextContent('');
  });

  it('says that a full disk keeps nothing new, for as long as it is full', async () => {
    const { state, container } = show();
    act(() => state.set({ state: 'ready', isFull: true }));
    expect(screen.getByRole('heading', { name: 'Your disk is full' })).toBeVisible();
    await expectAccessible(container);
    act(() => state.set({ state: 'ready' }));
    expect(container).toHaveTextContent('');
  });

  it('says what a second copy has of a lost base, and restores it', async () => {
    const { base, state, container } = show();
    act(() => state.set({ state: 'lost', kept: keptOf({ corrections: 3, packs: ['US politics', 'Places'] }) }));

    expect(screen.getByRole('heading', { name: 'What Sidelight knew is gone' })).toBeVisible();
    expect(container).toHaveTextContent('A second copy has 2 sources, 1 name you changed or follow and 3 corrections.');
    expect(container).toHaveTextContent('Packs have to be imported again: US politics and Places.');
    await expectAccessible(container);

    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(base.restore).toHaveBeenCalledOnce();
    expect(screen.getByRole('status')).toHaveTextContent('Restored 2 sources and 1 name you changed or follow. The articles of your sources come in by and by. Now import again: US politics.');
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('starts fresh, and takes that back', async () => {
    const { base, state } = show();
    act(() => state.set({ state: 'lost', kept: keptOf() }));
    await userEvent.click(screen.getByRole('button', { name: 'Start fresh' }));
    expect(screen.getByRole('status')).toHaveTextContent('Sidelight starts fresh.');

    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(base.restore).toHaveBeenCalledOnce();
  });

  it('keeps the offer where restoring did not work', async () => {
    const { base, state } = show();
    base.restore.mockResolvedValue(fail('storage-full'));
    act(() => state.set({ state: 'lost', kept: keptOf() }));
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));

    expect(screen.getByRole('alert')).toHaveTextContent('Your disk has no room left.');
    expect(screen.getByRole('button', { name: 'Restore' })).toBeVisible();
  });

  it('offers nothing to restore where only packs were lost', () => {
    const { state } = show();
    act(() => state.set({ state: 'lost', kept: keptOf({ sources: 0, names: 0, packs: ['Places'] }) }));
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Start fresh' })).toBeVisible();
  });

  it.each([
    ['database-blocked', /^Another page of Sidelight still has your data open/],
    ['database-unavailable', /^Your browser does not let Sidelight open its storage/],
  ] as const)('says that the base is closed by %s, and tries again', async (kind, sentence) => {
    const { base, state, container } = show();
    act(() => state.fail(fail(kind)));
    expect(screen.getByText(sentence)).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(base.tryAgain).toHaveBeenCalledOnce();
  });

  it.each(['database-private', 'database-newer'] as const)('has no button where %s leaves nothing to be done here', (kind) => {
    const { state } = show();
    act(() => state.fail(fail(kind)));
    expect(screen.getByRole('heading', { name: 'Sidelight cannot open what it knows' })).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('deletes a base that cannot be opened only when it was said twice', async () => {
    const { base, state } = show();
    act(() => state.fail(fail('database-unavailable')));
    await userEvent.click(screen.getByRole('button', { name: 'Begin with an empty one…' }));
    expect(base.beginAnew).not.toHaveBeenCalled();
    expect(screen.getByText(/deleted for good/)).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Leave it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Begin with an empty one…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete it and begin anew' }));
    expect(base.beginAnew).toHaveBeenCalledOnce();
  });
});
