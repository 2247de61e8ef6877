import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Card } from '../../../components/card/Card';
import type { CardProps } from '../../../components/card/Card';
import { createDateFormat } from '../../../components/date-format';
import type { OpenCard } from '../../../lib/card/card-state';
import { expectAccessible } from '../../support/accessibility';
import { kislyak, listOf, noActions, sessions } from '../../support/card-fixtures';

const open: OpenCard = {
  kind: 'open', token: 1, timer: null, script: 'here', mark: sessions, openedBy: 'press', pointer: 'away', focused: false,
  next: null, tab: 'before', content: { state: 'ready', before: listOf(3, 11), since: listOf(1) },
};

function show(card: Partial<OpenCard> = {}, more: Pick<CardProps, 'scheme'> = {}) {
  const calls = { onStep: vi.fn(), onTab: vi.fn(), onRetry: vi.fn(), onClose: vi.fn(), onAddSources: vi.fn() };
  const props: CardProps = { card: { ...open, ...card }, direction: 'ltr', formatDate: createDateFormat(['en-GB'], 'UTC'), locales: ['en-GB'], actions: noActions, ...calls };
  const view = render(<Card {...props} {...more} />);
  const reshow = (next: Partial<OpenCard>, others = more) => view.rerender(<Card {...props} {...others} card={{ ...open, ...next }} />);
  return { ...calls, reshow, container: view.container };
}

describe('Card', () => {
  it('is a dialog named after its subject that says who it is and where on the page', async () => {
    const { container } = show();
    const card = screen.getByRole('dialog', { name: 'Jeff Sessions' });
    expect(card).not.toHaveAttribute('aria-modal');
    expect(card).toHaveTextContent('US Attorney General, former senator for Alabama');
    expect(card).toHaveTextContent('2 times on this page');
    await expectAccessible(container);
  });

  it('lists coverage as links that tell the page nothing, with outlet, day and reason', () => {
    show();
    const list = within(screen.getByRole('tabpanel', { name: 'Before 11' }));
    const [first] = list.getAllByRole('listitem');
    const link = within(first!).getByRole('link', { name: /Attorney general met Russian envoy/ });
    expect(link).toHaveAttribute('href', 'http://post.test/two-meetings-0');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(first).toHaveTextContent('Sample Post · 1 Mar 2017');
    expect(first!.querySelector('time')).toHaveAttribute('datetime', '2017-03-01T22:10:00Z');
    expect(first).toHaveTextContent('also names Sergey Kislyak');
    expect(list.getByText('The closest 3 of 11.')).toBeInTheDocument();
  });

  it('shows no date where an article has none', () => {
    show({ content: { state: 'ready', before: listOf(4), since: listOf(0) } });
    expect(screen.getAllByRole('listitem')[3]!.querySelector('time')).toBeNull();
  });

  it('goes from tab to tab by pointer and by arrow key', async () => {
    const { onTab } = show();
    await userEvent.click(screen.getByRole('tab', { name: 'Since 1' }));
    expect(onTab).toHaveBeenLastCalledWith('since');
    screen.getByRole('tab', { name: 'Before 11' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onTab).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('tab', { name: 'Since 1' })).toHaveFocus();
  });

  it('keeps both lists in the document so that nothing moves, and shows one', async () => {
    const { reshow, container } = show();
    reshow({ tab: 'since' });
    expect(screen.getByRole('tabpanel', { name: 'Since 1' })).toBeVisible();
    expect(screen.queryByRole('tabpanel', { name: 'Before 11' })).toBeNull();
    expect(container.querySelectorAll('ol[data-sidelight]')).toHaveLength(2);
    await expectAccessible(container);
  });

  it('steps to the previous and next mention, and offers no steps when there is one', async () => {
    const { onStep, reshow } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Next mention' }));
    await userEvent.click(screen.getByRole('button', { name: 'Previous mention' }));
    expect(onStep.mock.calls).toEqual([[1], [-1]]);
    expect(screen.getByRole('status')).toHaveTextContent('Mention 1 of 2');
    reshow({ mark: kislyak });
    expect(screen.getByRole('dialog')).toHaveTextContent('Once on this page');
    expect(screen.queryByRole('button', { name: 'Next mention' })).toBeNull();
  });

  it('is light or dark as the reader chose, else as the system is', () => {
    const { reshow } = show({}, { scheme: 'dark' });
    expect(screen.getByRole('dialog').style.colorScheme).toBe('dark');
    reshow({}, {});
    expect(screen.getByRole('dialog').style.colorScheme).toBe('');
  });

  it('says how many reports are new', () => {
    const { reshow } = show({ content: { state: 'ready', before: listOf(3), since: listOf(1), fresh: 2 } });
    expect(screen.getByRole('dialog')).toHaveTextContent('2 new');
    reshow({});
    expect(screen.getByRole('dialog')).not.toHaveTextContent('new');
  });

  it('closes on Escape and by its button', async () => {
    const { onClose } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('keeps the place of what is still coming, also when little comes', async () => {
    const { reshow, container } = show({ content: { state: 'asking', token: 1 } });
    const card = screen.getByRole('dialog');
    expect(card).toHaveAttribute('aria-busy', 'true');
    expect(card).toHaveAttribute('data-kept-place');
    await expectAccessible(container);
    reshow({});
    expect(card).toHaveAttribute('aria-busy', 'false');
    expect(card).toHaveAttribute('data-kept-place');
    reshow({ mark: kislyak });
    expect(card).not.toHaveAttribute('data-kept-place');
  });

  it('invites to add sources where there is nothing yet', async () => {
    const { onAddSources, container } = show({ content: { state: 'empty' } });
    expect(screen.getByText('Nothing from your sources on this yet.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add a source' }));
    expect(onAddSources).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('says that nobody knows what was looked up, and offers nothing that needs somebody', async () => {
    const { container } = show({ content: { state: 'unknown' } });
    expect(screen.getByRole('dialog')).toHaveTextContent('Sidelight does not know this name.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).not.toContain(null);
    await expectAccessible(container);
  });

  it('says what happened when coverage could not be had, and tries again', async () => {
    const { onRetry, container } = show({ content: { state: 'failed', failure: { kind: 'no-answer' } } });
    expect(screen.getByRole('alert')).toHaveTextContent('Sidelight was updated or restarted. Reload this page, then try again.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('says so when one of its lists is empty', () => {
    show({ content: { state: 'ready', before: listOf(0), since: listOf(2) } });
    expect(screen.getByText('Nothing from before this article.')).toBeInTheDocument();
  });
});
