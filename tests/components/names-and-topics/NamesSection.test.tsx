import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { NamesSection } from '../../../components/names-and-topics/NamesSection';
import { OptionsContext } from '../../../components/services-context';
import { fail } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { detailsOf, fakeNames, jeff } from '../../support/fake-names';
import { fakeOptionsServices } from '../../support/fake-services';

function show(rest = '', fakes = fakeNames()) {
  const { services } = fakeOptionsServices();
  const at = (place: string) => <OptionsContext value={{ ...services, names: fakes.names }}><NamesSection rest={place} /></OptionsContext>;
  const { container, rerender } = render(at(rest));
  return { ...fakes, container, goTo: (place: string) => rerender(at(place)) };
}

// jsdom lays nothing out, and a list without height has no rows in sight.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
});

describe('NamesSection', () => {
  it('finds as one types, and keeps what was typed in the address', async () => {
    const { container } = show();
    expect(await screen.findByText('2 names and topics')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Find a name or topic'), 'pete');
    expect(await screen.findByText('1 of 2')).toBeVisible();
    expect(await screen.findByRole('link', { name: /Pete Sessions/ })).toHaveAttribute('href', '#names/e/pete');
    expect(location.hash).toBe('#names?text=pete');
    expect(screen.getByRole('list', { name: 'Names and topics' })).toBeVisible();
    await expectAccessible(container);
  });

  it('goes from row to row by key, and back to the field', async () => {
    show();
    await screen.findByRole('link', { name: /Jeff Sessions/ });
    await userEvent.click(screen.getByLabelText('Find a name or topic'));
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: /Jeff Sessions/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('link', { name: /Pete Sessions/ })).toHaveFocus());
    await userEvent.keyboard('{Home}');
    expect(screen.getByRole('link', { name: /Jeff Sessions/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByLabelText('Find a name or topic')).toHaveFocus();
  });

  it('opens as an address with filters says', async () => {
    show('?text=sess&kind=person');
    expect(screen.getByLabelText('Find a name or topic')).toHaveValue('sess');
    expect(screen.getByLabelText('Kind')).toHaveValue('person');
    expect(await screen.findByText('2 names and topics')).toBeVisible();
  });

  it('follows what the reader writes into the address', async () => {
    show('?text=pete');
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'person');
    act(() => {
      location.hash = '#names';
    });
    await waitFor(() => expect(screen.getByLabelText('Find a name or topic')).toHaveValue(''));
    expect(screen.getByLabelText('Kind')).toHaveValue('');
    expect(await screen.findByText('2 names and topics')).toBeVisible();
  });

  it('invites to import where nothing is known, and shows what is being made and what failed', async () => {
    const { atHand, container } = show('', fakeNames([]));
    expect(screen.getByRole('link', { name: 'Import a pack' })).toBeVisible();
    act(() => atHand.set({ state: 'making', share: 0.4 }));
    expect(screen.getByRole('progressbar')).toHaveValue(0.4);
    await expectAccessible(container);
    act(() => atHand.fail(fail('database-newer')));
    expect(await screen.findByText(/A newer Sidelight/)).toHaveAttribute('role', 'alert');
  });

  it('adds a name by hand, and takes it back', async () => {
    const { names, undo, container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a name' }));
    await userEvent.type(screen.getByLabelText('Name'), 'Ada Byron');
    await userEvent.type(screen.getByLabelText('Also written as'), 'Lovelace, Ada L.');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(names.add).toHaveBeenCalledExactlyOnceWith({ name: 'Ada Byron', kind: undefined, aliases: ['Lovelace', 'Ada L.'], description: undefined });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(names.change).toHaveBeenLastCalledWith(undo);
  });

  it('lists what was taken away, and brings it back', async () => {
    const { names, forgotten, container, goTo } = show();
    expect(screen.queryByRole('link', { name: /took away/ })).toBeNull();
    act(() => forgotten.set([{ id: 'carl', name: 'Carl Brandt' }]));
    expect(screen.getByRole('link', { name: 'One name that you took away' })).toHaveAttribute('href', '#names/forgotten');
    goTo('/forgotten');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Bring back Carl Brandt' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'forget', entity: 'carl', isForgotten: false }]);
    expect(screen.getByRole('status')).toHaveTextContent('Carl Brandt is known again.');
  });

  it('narrows to one pack, which the address tells', async () => {
    show();
    await screen.findByText('2 names and topics');
    await userEvent.selectOptions(screen.getByLabelText('From'), 'US politics');
    expect(location.hash).toBe('#names?pack=politics');
    await userEvent.selectOptions(screen.getByLabelText('From'), 'Added by you');
    expect(location.hash).toBe('#names?from=reader');
  });

  it('keeps the focus on the way to an entity and back', async () => {
    const { goTo } = show();
    expect(document.body).toHaveFocus();
    goTo('/e/jeff');
    expect(screen.getByRole('link', { name: 'All names and topics' })).toHaveFocus();
    goTo('');
    await waitFor(() => expect(screen.getByLabelText('Find a name or topic')).toHaveFocus());
  });

  it('is as far down as it was left when the reader comes back from an entity', async () => {
    const { container, goTo } = show('?text=sess');
    const rows = async (): Promise<Element> => {
      await screen.findByRole('link', { name: /Jeff Sessions/ });
      return container.querySelector('.virtual') ?? expect.fail('There are no rows');
    };
    fireEvent.scroll(await rows(), { target: { scrollTop: 40 } });
    goTo('/e/jeff');
    goTo('?text=sess');
    expect((await rows()).scrollTop).toBe(40);
    goTo('/e/jeff');
    goTo('');
    expect((await rows()).scrollTop).toBe(0);
  });

  it('asks about pairs that may be one', async () => {
    const { names, suggestions, container } = show('/merges');
    act(() => suggestions.set([{ pair: 'p', a: { id: 'learned:j', name: 'Jefferson', articles: 3 }, b: { name: 'Jeff Sessions', articles: 9 }, because: 'surname' }]));
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Jefferson and Jeff Sessions are one' }));
    expect(names.change).toHaveBeenLastCalledWith([
      { does: 'merge', entity: 'learned:j', into: 'jeff' },
      { does: 'settle', pair: 'p', state: 'merged' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Keep Jefferson and Jeff Sessions apart' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'settle', pair: 'p', state: 'declined' }]);
  });

  it('says so where one of a pair is not known any more', async () => {
    const { names, suggestions } = show('/merges');
    act(() => suggestions.set([{ pair: 'p', a: { id: 'learned:j', name: 'Jefferson', articles: 3 }, b: { name: 'Nobody Here', articles: 9 }, because: 'surname' }]));
    await userEvent.click(screen.getByRole('button', { name: 'Jefferson and Nobody Here are one' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That is not there any more.');
    expect(names.change).not.toHaveBeenCalled();
  });
});

describe('an entity', () => {
  const said = () => screen.findByRole('status');

  it('follows, mutes, renames and forgets, and offers to undo each', async () => {
    const { names, undo, container } = show('/e/jeff');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'attend', entity: 'jeff', as: 'followed' }]);
    expect(await said()).toHaveTextContent('You follow Jeff Sessions now.');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(names.change).toHaveBeenLastCalledWith(undo);
    expect(await screen.findByRole('button', { name: 'Do it again' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Mute' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'attend', entity: 'jeff', as: 'muted' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    await userEvent.clear(screen.getByLabelText('New name'));
    await userEvent.type(screen.getByLabelText('New name'), 'Beau{Enter}');
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'name', entity: 'jeff', name: 'Beau' }]);
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Place');
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'kind', entity: 'jeff', kind: 'place' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Forget this name' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'forget', entity: 'jeff', isForgotten: true }]);
  });

  it('adds, takes away and splits off ways to write it', async () => {
    const { names } = show('/e/jeff');
    await userEvent.click(screen.getByRole('button', { name: 'Take away J. B. Sessions' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'alias', entity: 'jeff', alias: 'J. B. Sessions', is: 'removed' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Add another way to write it' }));
    await userEvent.type(screen.getByLabelText('Another way to write it'), 'The senator{Enter}');
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'alias', entity: 'jeff', alias: 'The senator', is: 'added' }]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Jefferson Sessions' }));
    await userEvent.click(screen.getByRole('button', { name: 'Split off Jefferson Sessions' }));
    expect(names.change).toHaveBeenLastCalledWith([
      { does: 'alias', entity: 'jeff', alias: 'Jefferson Sessions', is: 'removed' },
      { does: 'add', entity: expect.objectContaining({ name: 'Jefferson Sessions', kind: 'person', aliases: [] }) as object },
    ]);
  });

  it('brings back a way to write it that was taken away, whoever added it', async () => {
    const { names, known } = show('/e/jeff');
    const edit = { entity: 'jeff', addedAliases: [], removedAliases: ['The senator'], changed: '2026-01-01T00:00:00Z' };
    act(() => known.get('jeff')?.set(detailsOf(jeff, { edit })));
    await userEvent.click(screen.getByRole('button', { name: 'Bring back The senator' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'alias', entity: 'jeff', alias: 'The senator', is: 'added' }]);
  });

  it('merges into another that is found by name', async () => {
    const { names, undo, goTo } = show('/e/jeff');
    await userEvent.type(screen.getByLabelText('Find whom Jeff Sessions is the same as'), 'pete');
    await userEvent.click(await screen.findByRole('button', { name: 'Merge into Pete Sessions' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'merge', entity: 'jeff', into: 'pete' }]);

    // Where it leads, it can still be taken back.
    goTo('/e/pete');
    expect(await screen.findByRole('heading', { name: 'Pete Sessions' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(names.change).toHaveBeenLastCalledWith(undo);
  });

  it('shows coverage, where it comes from, and what the reader said, each to be taken back', async () => {
    const { names, known, container } = show('/e/jeff');
    act(() =>
      known.get('jeff')?.set(
        detailsOf(jeff, {
          articles: 12, months: [{ month: '2017-01', articles: 4 }, { month: '2017-11', articles: 8 }],
          newest: [{ id: 'a1', title: 'A hearing', outlet: 'Sample Post', url: 'https://post.test/1', published: '2017-11-14T10:00:00Z', isKept: false }],
          members: [{ id: 'pete', name: 'Pete Sessions' }],
          corrections: [{ number: 4, text: 'Sessions', not: 'jeff', url: 'https://post.test/2' }],
        }),
      ),
    );
    expect(screen.getByText('12 articles, Jan 2017 to Nov 2017')).toBeVisible();
    expect(screen.getByRole('link', { name: 'A hearing' })).toHaveAttribute('href', 'https://post.test/1');
    await userEvent.click(screen.getByRole('button', { name: 'Keep: A hearing', pressed: false }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'keep', article: 'a1', isKept: true }]);
    expect(screen.getByText('It stays, however old it becomes.')).toBeVisible();
    expect(screen.getByText('The pack US politics.')).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Split off Pete Sessions' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'merge', entity: 'pete' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Take back what you said of Sessions' }));
    expect(names.change).toHaveBeenLastCalledWith([{ does: 'withdraw', correction: 4 }]);
  });

  it('goes on beside what went away with what was done by key, and undoes by key', async () => {
    const { names, undo, known } = show('/e/jeff');
    screen.getByRole('button', { name: 'Take away Jefferson Sessions' }).focus();
    await userEvent.keyboard('{Enter}');
    act(() => known.get('jeff')?.set(detailsOf({ ...jeff, aliases: ['J. B. Sessions'] })));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Take away J. B. Sessions' })).toHaveFocus());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(names.change).toHaveBeenLastCalledWith(undo);
    screen.getByRole('button', { name: 'Forget this name' }).focus();
    act(() => known.get('jeff')?.set(undefined));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Do it again' })).toHaveFocus());
  });

  it('keeps its heading for the ear while it is renamed', async () => {
    const { container } = show('/e/jeff');
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    expect(screen.getByRole('heading', { level: 2, name: 'Jeff Sessions' })).toBeInTheDocument();
    expect(screen.getByRole('article', { name: 'Jeff Sessions' })).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('says so when it is not known any more, and why nothing could be changed', async () => {
    const { known, names } = show('/e/jeff');
    names.change.mockResolvedValueOnce(fail('storage-full'));
    await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Your disk has no room left');
    act(() => known.get('jeff')?.set(undefined));
    expect(screen.getByText('That one is not known any more.')).toBeVisible();
  });
});
