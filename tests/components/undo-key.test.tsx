import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NoticeLine } from '../../components/forms/Notice';

function undoing(onPress: () => void) {
  return { text: 'Done.', tone: 'done' as const, action: { label: 'Undo', key: 'undo' as const, onPress } };
}

describe('NoticeLine', () => {
  it('takes back by key from wherever the focus is, but in a field of text', async () => {
    const undo = vi.fn();
    const page = (
      <>
        <button type="button">Far away</button>
        <input aria-label="Field" />
        <input type="checkbox" aria-label="Box" />
        <NoticeLine notice={undoing(undo)} />
      </>
    );
    render(page);
    screen.getByLabelText('Field').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(undo).not.toHaveBeenCalled();
    for (const focused of [screen.getByRole('button', { name: 'Far away' }), screen.getByLabelText('Box'), screen.getByRole('button', { name: 'Undo' })]) {
      undo.mockClear();
      focused.focus();
      await userEvent.keyboard('{Control>}z{/Control}');
      await userEvent.keyboard('{Meta>}z{/Meta}');
      expect(undo).toHaveBeenCalledTimes(2);
      await userEvent.keyboard('z{Control>}y{/Control}{Control>}{Shift>}z{/Shift}{/Control}{Control>}{Alt>}z{/Alt}{/Control}');
      expect(undo).toHaveBeenCalledTimes(2);
    }
  });

  it('says which key that is', () => {
    render(<NoticeLine notice={undoing(() => undefined)} />);
    expect(screen.getByRole('status')).toHaveTextContent('Done.UndoControl Z undoes it.');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-keyshortcuts', 'Control+Z Meta+Z');
  });

  it('means the last of several, and the one before once that is gone', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const [one, two] = [undoing(first), undoing(second)];
    const { rerender } = render(<><NoticeLine notice={one} /><NoticeLine notice={two} /></>);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    rerender(<><NoticeLine notice={one} /><NoticeLine notice={null} /></>);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    rerender(<><NoticeLine notice={null} /><NoticeLine notice={null} /></>);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(first).toHaveBeenCalledOnce();
  });

  it('leaves the key alone where there is nothing to take back', async () => {
    const again = vi.fn();
    render(<NoticeLine notice={{ text: 'It is as it was.', tone: 'done', action: { label: 'Do it again', key: 'redo', onPress: again } }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(again).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}y{/Control}{Control>}{Shift>}z{/Shift}{/Control}');
    expect(again).toHaveBeenCalledTimes(2);
  });
});
