import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import { ReadingContext } from '../../../components/services-context';
import { fail } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeReadingServices } from '../../support/fake-services';

const entity = { id: 'james-comey', name: 'James Comey' };

describe('Panel', () => {
  it('lists the names on the page in front, also where its address is not known', async () => {
    const { services } = fakeReadingServices(
      { state: 'annotated', page: { url: 'http://herald.test/', title: '' }, annotations: [{ text: 'Comey', count: 2, confidence: 1, entity }] },
      { id: 3 },
    );
    const { container } = render(<ReadingContext value={services}><Panel /></ReadingContext>);
    const name = await screen.findByRole('button', { name: /James Comey/ });
    expect(name).toHaveTextContent('2 times');
    await expectAccessible(container);
    services.pages.reveal.mockResolvedValue(fail('not-found'));
    await userEvent.click(name);
    expect(await screen.findByRole('alert')).toHaveTextContent('That is not there any more.');
    await expectAccessible(container);
  });
});
