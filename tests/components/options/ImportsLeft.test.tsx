import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ImportsLeft } from '../../../components/options/ImportsLeft';
import type { ListedImport } from '../../../components/services';
import { OptionsContext } from '../../../components/services-context';
import { fail } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices } from '../../support/fake-services';

const left: ListedImport = { id: 'one', kind: 'pack', title: 'names.jsonl', items: 1_234, isRunning: false };

function show(...imports: ListedImport[]) {
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><ImportsLeft /></OptionsContext>);
  act(() => fakes.lists.imports.set(imports));
  return { knowledge: fakes.services.knowledge, container };
}

describe('ImportsLeft', () => {
  it('is not there where nothing is unfinished', () => {
    expect(show().container).toBeEmptyDOMElement();
  });

  it('shows how far an import is that runs elsewhere', async () => {
    const { container } = show({ ...left, isRunning: true });
    expect(screen.getByText('Reading names.jsonl: 1,234 names so far.')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Progress of names.jsonl' })).toBeVisible();
    await expectAccessible(container);
  });

  it('goes on with one that was left behind', async () => {
    const { knowledge, container } = show(left, { ...left, id: 'two', kind: 'coverage', title: 'archive.jsonl', items: 1 });
    expect(screen.getByText(/^archive\.jsonl is not all read: 1 article so far\./)).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Go on with names.jsonl' }));
    expect(knowledge.goOn).toHaveBeenCalledExactlyOnceWith('one');
    expect(screen.getByRole('status')).toHaveTextContent('Imported names.jsonl.');
  });

  it('says why one cannot go on', async () => {
    const { knowledge } = show(left);
    knowledge.goOn.mockResolvedValue(fail('storage-full'));
    await userEvent.click(screen.getByRole('button', { name: 'Go on with names.jsonl' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Your disk has no room left.');
  });

  it('gives one up', async () => {
    const { knowledge } = show(left);
    await userEvent.click(screen.getByRole('button', { name: 'Give names.jsonl up' }));
    expect(knowledge.giveUp).toHaveBeenCalledExactlyOnceWith('one');
    expect(screen.getByRole('status')).toHaveTextContent('Gave up names.jsonl. What you had before is as it was.');
  });
});
