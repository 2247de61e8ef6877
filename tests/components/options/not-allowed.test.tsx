import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Sources } from '../../../components/options/Sources';
import { OptionsContext } from '../../../components/services-context';
import { succeed } from '../../../lib/errors/failure';
import { fakeOptionsServices } from '../../support/fake-services';

it('says that hosts of a list were not allowed, and asks for them again', async () => {
  const { services } = fakeOptionsServices();
  render(<OptionsContext value={services}><Sources /></OptionsContext>);
  services.sources.addAll.mockResolvedValueOnce(succeed({ ids: ['post'], notAllowed: 1 }));
  services.sources.addAll.mockResolvedValueOnce(succeed({ ids: [], notAllowed: 0 }));
  await userEvent.upload(screen.getByLabelText('Import a list of feeds'), new File(['<opml><body><outline text="Post" xmlUrl="https://post.test/feed"/></body></opml>'], 'mine.opml'));
  await userEvent.click(await screen.findByRole('button', { name: 'Add 1 source' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Added 1 source, but Sidelight may not fetch it: not allowed by your browser.');
  await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
  expect(await screen.findByText(/^Added 1 source\. /)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(services.sources.remove).toHaveBeenCalledExactlyOnceWith(['post']);
});
