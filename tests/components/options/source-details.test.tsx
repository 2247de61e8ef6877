import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { SourceDetails } from '../../../components/options/sources/SourceDetails';
import { OptionsContext } from '../../../components/services-context';
import { fakeOptionsServices, now, sourceOf } from '../../support/fake-services';

it('leaves a folder with a slash in its name as it is when the outlet is renamed', async () => {
  const onChange = vi.fn();
  const source = sourceOf({ title: 'Power', folder: ['Music', 'AC/DC'] });
  const details = <SourceDetails source={source} isFirst context={{ now, locales: ['en-GB'] }} onChange={onChange} />;
  render(<OptionsContext value={fakeOptionsServices().services}>{details}</OptionsContext>);
  await userEvent.type(screen.getByLabelText('Name of the outlet'), 'age');
  await userEvent.tab();
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ title: 'Powerage', folder: ['Music', 'AC/DC'] });
});
