import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { ListedSource } from '../../../components/services';
import { SourceDetails } from '../../../components/options/sources/SourceDetails';
import { OptionsContext } from '../../../components/services-context';
import { fakeOptionsServices, now, sourceOf } from '../../support/fake-services';

function show(source: ListedSource, onChange = vi.fn()) {
  const details = <SourceDetails source={source} isFirst context={{ now, locales: ['en-GB'] }} onChange={onChange} />;
  render(<OptionsContext value={fakeOptionsServices().services}>{details}</OptionsContext>);
  return onChange;
}

it('leaves a folder with a slash in its name as it is when the outlet is renamed', async () => {
  const onChange = show(sourceOf({ title: 'Power', folder: ['Music', 'AC/DC'] }));
  await userEvent.type(screen.getByLabelText('Name of the outlet'), 'age');
  await userEvent.tab();
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ title: 'Powerage', folder: ['Music', 'AC/DC'] });
});

it.each([
  ['the later of its own time and its host’s', { hostNotBefore: '2017-11-20T12:00:00Z' }, /^20 Nov/],
  ['its own time once the host’s is over', { hostNotBefore: '2017-11-01T12:00:00Z' }, /^18 Nov/],
  ['nothing while it is paused', { paused: true }, 'When you let it go on'],
])('says of the next fetch %s', (_what, { paused, ...told }: { paused?: boolean; hostNotBefore?: string }, words) => {
  const fetching = { sourceId: 'a', nextFetch: '2017-11-18T12:00:00Z', lastSuccess: '2017-11-14T12:00:00Z', failuresInRow: 0, ...told };
  show(sourceOf({ title: 'Post', paused, fetching }));
  const name = screen.getAllByRole('term').find(({ textContent }) => textContent === 'Next fetch');
  expect(name?.nextElementSibling).toHaveTextContent(words);
});
