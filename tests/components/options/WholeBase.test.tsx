import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { WholeBase } from '../../../components/options/WholeBase';
import { OptionsContext } from '../../../components/services-context';
import { fail, succeed } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices } from '../../support/fake-services';

function show() {
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><WholeBase /></OptionsContext>);
  return { ...fakes.services, container };
}

describe('WholeBase', () => {
  it('saves everything and says where it is', async () => {
    const { container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Save everything' }));

    expect(await screen.findByText(/^Saved all\.jsonl\.gz\./)).toBeVisible();
    await expectAccessible(container);
  });

  it('restores from a file', async () => {
    const { knowledge } = show();
    knowledge.restoreEverything.mockResolvedValue(succeed({ title: 'all.jsonl.gz', items: 1_234, badLines: { total: 0, listed: [] } }));
    await userEvent.upload(screen.getByLabelText('Restore from a saved file'), new File(['{}'], 'all.jsonl'));

    expect(await screen.findByText('Imported all.jsonl.gz: 1,234 lines. Everything in it is there.')).toBeVisible();
  });

  it('says what is wrong with a file that breaks off', async () => {
    const { knowledge } = show();
    knowledge.restoreEverything.mockResolvedValue(fail('not-a-base', 'it breaks off'));
    await userEvent.upload(screen.getByLabelText('Restore from a saved file'), new File(['{}'], 'all.jsonl'));

    expect(await screen.findByText('all.jsonl cannot be used to its end: it breaks off. What was read until then stays.')).toBeVisible();
  });

  it('says that what was read stays where the reader stops it', async () => {
    const { knowledge } = show();
    knowledge.restoreEverything.mockResolvedValue(fail('cancelled'));
    await userEvent.upload(screen.getByLabelText('Restore from a saved file'), new File(['{}'], 'all.jsonl'));

    expect(await screen.findByText('Stopped reading all.jsonl. What was read until then stays.')).toBeVisible();
  });

  it('says so where the file is a newer Sidelight’s', async () => {
    const { knowledge } = show();
    knowledge.restoreEverything.mockResolvedValue(fail('not-a-base', 'a newer Sidelight wrote it'));
    await userEvent.upload(screen.getByLabelText('Restore from a saved file'), new File(['{}'], 'all.jsonl'));

    expect(await screen.findByText('all.jsonl cannot be used: a newer Sidelight wrote it. Nothing was changed.')).toBeVisible();
  });
});
