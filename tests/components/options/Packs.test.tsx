import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CoverageFiles } from '../../../components/options/CoverageFiles';
import { Packs } from '../../../components/options/Packs';
import type { ImportReport, ImportRequest } from '../../../components/services';
import { OptionsContext } from '../../../components/services-context';
import { fail, succeed } from '../../../lib/errors/failure';
import type { Result } from '../../../lib/errors/failure';
import { expectAccessible } from '../../support/accessibility';
import { fakeOptionsServices } from '../../support/fake-services';

function show() {
  const fakes = fakeOptionsServices();
  const { container } = render(<OptionsContext value={fakes.services}><Packs /><CoverageFiles /></OptionsContext>);
  return { ...fakes, container };
}

const packFile = new File(['{}'], 'politics.pack.jsonl');
const report: ImportReport = { title: 'US politics', items: 65_000, badLines: { total: 0, listed: [] } };

/** An import that goes on until the test ends it. */
function pendingImport() {
  let request: ImportRequest | undefined;
  let end: (imported: Result<ImportReport>) => void = () => undefined;
  const run = (asked: ImportRequest) => {
    request = asked;
    return new Promise<Result<ImportReport>>((resolve) => {
      end = resolve;
      asked.signal.addEventListener('abort', () => resolve(fail('cancelled')));
    });
  };
  const asked = () => {
    if (!request) throw new Error('Nothing was imported');
    return request;
  };
  return { run, asked, end: (imported: Result<ImportReport>) => end(imported) };
}

describe('Packs', () => {
  it('says how far an import is, and what it brought', async () => {
    const { services, container } = show();
    const running = pendingImport();
    services.knowledge.importPack.mockImplementation(running.run);
    await userEvent.upload(screen.getByLabelText('Import a pack'), packFile);
    act(() => running.asked().onProgress({ items: 12_000, share: 0.4 }));
    expect(screen.getByText('Reading politics.pack.jsonl: 12,000 names so far.')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveValue(0.4);
    await expectAccessible(container);
    running.end(succeed(report));
    expect(await screen.findByText(/^Imported US politics: 65,000 names\./)).toBeVisible();
    await expectAccessible(container);
  });

  it('stops when it is told to', async () => {
    const { services } = show();
    services.knowledge.importPack.mockImplementation(pendingImport().run);
    await userEvent.upload(screen.getByLabelText('Import a pack'), packFile);
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped reading politics.pack.jsonl. Nothing was changed.')).toBeVisible();
  });

  it('lists lines that could not be used by number and reason', async () => {
    const { services, container } = show();
    const badLines = { total: 120, listed: [{ line: 3, reason: 'name is missing or not usable' }, { line: 9, reason: 'it is not JSON' }] };
    services.knowledge.importPack.mockResolvedValue(succeed({ ...report, badLines }));
    await userEvent.upload(screen.getByLabelText('Import a pack'), packFile);
    await userEvent.click(await screen.findByText('120 lines of politics.pack.jsonl could not be used'));
    expect(screen.getByText('Line 3: name is missing or not usable')).toBeVisible();
    expect(screen.getByText('These are the first 2.')).toBeVisible();
    await expectAccessible(container);
  });

  it('says what is wrong with a file, and that nothing was changed', async () => {
    const { services, container } = show();
    services.knowledge.importPack.mockResolvedValue(fail('not-a-pack'));
    await userEvent.upload(screen.getByLabelText('Import a pack'), packFile);
    expect(await screen.findByText(/politics\.pack\.jsonl: That file is no pack/)).toBeVisible();
    services.knowledge.importPack.mockResolvedValue(fail('not-a-pack', 'it is damaged or breaks off'));
    await userEvent.upload(screen.getByLabelText('Import a pack'), packFile);
    expect(await screen.findByText('politics.pack.jsonl cannot be used: it is damaged or breaks off. Nothing was changed.')).toBeVisible();
    await expectAccessible(container);
  });

  it('removes a pack and brings it back on Undo', async () => {
    const { lists, container } = show();
    act(() => lists.packs.set([{ key: 1, title: 'US politics', entities: 65_000, licence: 'CC0' }]));
    expect(screen.getByRole('row', { name: /US politics/ })).toHaveTextContent('65,000');
    await userEvent.click(screen.getByRole('button', { name: 'Remove US politics' }));
    expect(await screen.findByText('Removed US politics.')).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('US politics is back.')).toBeVisible();
  });
});

describe('CoverageFiles', () => {
  it('imports articles', async () => {
    const { services, container } = show();
    services.knowledge.importCoverage.mockResolvedValue(succeed({ ...report, title: 'archive.jsonl.gz', items: 1 }));
    await userEvent.upload(screen.getByLabelText('Import a coverage file'), new File([''], 'archive.jsonl.gz'));
    expect(await screen.findByText(/^Imported archive\.jsonl\.gz: 1 article\./)).toBeVisible();
    await expectAccessible(container);
  });

  it('saves articles as a file, and says how many', async () => {
    const { container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Save your articles' }));
    expect(await screen.findByText(/^Saved articles\.jsonl\.gz with 1,234 articles\./)).toBeVisible();
    await expectAccessible(container);
  });

  it('says how far saving is, and stops when it is told to', async () => {
    const { services } = show();
    services.knowledge.saveCoverage.mockImplementation(({ onProgress, signal }) => {
      onProgress({ items: 500 });
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('cancelled'))));
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save your articles' }));
    expect(await screen.findByText('Gathering your articles: 500 so far.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped. Nothing was saved.')).toBeVisible();
  });

  it('says why articles could not be saved', async () => {
    const { services } = show();
    services.knowledge.saveCoverage.mockResolvedValue(fail('database-unavailable'));
    await userEvent.click(screen.getByRole('button', { name: 'Save your articles' }));
    expect(await screen.findByText(/does not let Sidelight open its storage/)).toBeVisible();
  });
});
