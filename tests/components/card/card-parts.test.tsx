import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CardFoot } from '../../../components/card/CardFoot';
import { CoverageTabs } from '../../../components/card/CoverageTabs';
import { createDateFormat } from '../../../components/date-format';
import type { CardCoverage } from '../../../lib/card/card-content';
import { expectAccessible } from '../../support/accessibility';
import { listOf, noActions } from '../../support/card-fixtures';

const coverage: CardCoverage = {
  before: listOf(3),
  since: listOf(0),
  said: { items: [{ text: 'I did not have communications with the Russians,', said: '2017-01-10T18:00:00Z', outlet: 'Sample Wire', url: 'http://wire.test/hearing', title: 'Nominee denies contacts' }], total: 1 },
  published: '2017-03-14T00:00:00Z',
  timeline: {
    step: 'month',
    bars: [
      { from: '2017-01-01T00:00:00Z', to: '2017-02-01T00:00:00Z', articles: 1 },
      { from: '2017-02-01T00:00:00Z', to: '2017-03-01T00:00:00Z', articles: 0 },
      { from: '2017-03-01T00:00:00Z', to: '2017-04-01T00:00:00Z', articles: 2 },
    ],
  },
};

function showTabs(tab: 'before' | 'since' | 'said' = 'before') {
  return render(<CoverageTabs coverage={coverage} tab={tab} formatDate={createDateFormat(['en-GB'], 'UTC')} locales={['en-GB']} onTab={vi.fn()} />);
}

describe('CoverageTabs', () => {
  it('narrows the lists to the time of a bar, and lets go of it', async () => {
    const { container } = showTabs();
    const list = within(screen.getByRole('tabpanel', { name: /Before/ }));
    const march = screen.getByRole('button', { name: 'Mar 2017: 2 reports, this article' });
    await userEvent.click(march);
    expect(march).toHaveAttribute('aria-pressed', 'true');
    expect(list.getAllByRole('listitem')).toHaveLength(2);
    await userEvent.click(march);
    expect(list.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'Feb 2017: 0 reports' })).toBeDisabled();
    await expectAccessible(container);
  });

  it('shows what was said, dated, with the report that has it', () => {
    showTabs('said');
    const said = within(screen.getByRole('tabpanel', { name: 'Said 1' }));
    expect(said.getByText('“I did not have communications with the Russians”')).toBeInTheDocument();
    expect(said.getByRole('listitem')).toHaveTextContent('10 Jan 2017 · Sample Wire');
    expect(said.getByRole('link', { name: 'Nominee denies contacts' })).toHaveAttribute('rel', 'noopener noreferrer');
  });
});

describe('CardFoot', () => {
  const undo = vi.fn(() => Promise.resolve(true));
  const kept = () => Promise.resolve({ undo });

  it('follows, says so, and takes it back', async () => {
    const follow = vi.fn(kept);
    const { container } = render(<CardFoot subject="Jeff Sessions" kind="person" isFollowed={false} actions={{ ...noActions, follow }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(follow).toHaveBeenCalledWith(true);
    expect(screen.getByRole('status')).toHaveTextContent('You follow Jeff Sessions now.');
    expect(screen.getByRole('button', { name: 'Following' })).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Follow' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('offers the others of the name, and nobody', async () => {
    const correct = vi.fn(kept);
    const others = () => Promise.resolve([{ id: 'pete', name: 'Pete Sessions', description: 'representative of Texas' }]);
    const { container } = render(<CardFoot subject="Jeff Sessions" kind="person" isFollowed={false} actions={{ ...noActions, others, correct }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Someone else?' }));
    await expectAccessible(container);
    await userEvent.click(await screen.findByRole('button', { name: /Pete Sessions/ }));
    expect(correct).toHaveBeenCalledWith({ is: 'pete', everywhere: false });
    expect(screen.getByRole('status')).toHaveTextContent('Noted for this page.');
  });

  it('says when nothing could be kept', async () => {
    render(<CardFoot subject="Jeff Sessions" kind="person" isFollowed={false} actions={noActions} />);
    await userEvent.click(screen.getByRole('button', { name: 'Mute' }));
    expect(screen.getByRole('status')).toHaveTextContent('That could not be kept just now. Nothing was changed.');
  });
});
