import { describe, expect, it } from 'vitest';
import { actReader, sameAct } from '../../../lib/coverage/speech-acts';

const own = (text: string, surname = 'Okoro'): string[] => actReader(surname, { goesBack: false })(text).map(({ kind }) => kind);
const gone = (text: string, surname = 'Okoro'): string[] => actReader(surname, { goesBack: true })(text).map(({ kind }) => kind);

describe('actReader', () => {
  it.each([
    ['Okoro denies taking money from the harbour company', ['denial']],
    ['Mayor Ada Okoro, who faces a vote in May, denied the claim on Tuesday.', ['denial']],
    ['Okoro told the council that she had never met the builder.', ['denial']],
    ['Okoro tells council she had no contact with the builder', ['denial']],
    ['Okoro promised a new bridge.', ['promise']],
    ['Okoro on Tuesday admitted that the bridge was late.', ['admission']],
    ['Okoro pleaded guilty to fraud.', ['guilty plea']],
    ['Okoro apologised to the families.', ['apology']],
    ['Okoro warned of a hard winter.', ['warning']],
    ['Okoro accused the builder of delay.', ['accusation']],
  ])('finds in “%s” what was done', (text, kinds) => {
    expect(own(text)).toEqual(kinds);
  });

  it.each([
    'Okoro was denied bail.',
    'Okoro denied bail to nobody.',
    'The judge denied Okoro a hearing.',
    'Critics of Okoro denied it.',
    'Okoro said that she had not yet read the report.',
    'Okoro said that she did not know the builder’s name.',
    'Okoro said that she was not sure.',
    'Okoro, said Lindqvist, promised nothing.',
    'Okoro’s lawyer denied the claim.',
    'Lindqvist denied the claim. Okoro listened.',
    'Okoro met Lindqvist, who denied it.',
  ])('takes “%s” for nothing of hers', (text) => {
    expect(own(text)).toEqual([]);
  });

  it('leaves out what a report only goes back to, unless it is asked for', () => {
    const texts = ['In January, Okoro denied the claim.', 'Okoro had denied the claim.', 'Last year Okoro promised a bridge.'];
    expect(texts.flatMap((text) => own(text))).toEqual([]);
    expect(texts.flatMap((text) => gone(text))).toEqual(['denial', 'denial', 'promise']);
  });

  it('takes “she” for the speaker on a page that named her a sentence before, and no further', () => {
    expect(gone('Okoro came late. In January she denied the claim.')).toEqual(['denial']);
    expect(gone('Okoro came late. The council waited. In January she denied the claim.')).toEqual([]);
    expect(own('Okoro came late. She denied the claim.')).toEqual([]);
  });

  it('reads names as they are written', () => {
    expect(own('O’Brien (ret.) denied it. O.K denied it.', 'O.K')).toEqual(['denial']);
    expect(own('Anything denied.', '')).toEqual([]);
  });
});

describe('sameAct', () => {
  const acts = (text: string) => actReader('Okoro', { goesBack: true })(text);

  it('is of one kind and about the same', () => {
    const page = acts('In January, Okoro assured the council that she had had no contact with the harbour company.');
    expect(sameAct(page, acts('Okoro tells council she had no contact with harbour builders'))?.kind).toBe('denial');
    expect(sameAct(page, acts('Okoro denies a rift with the police'))).toBeUndefined();
    expect(sameAct(page, acts('Okoro admitted contact with the harbour company'))).toBeUndefined();
  });

  it('is no sentence that every report repeats', () => {
    const repeated = acts('Okoro apologised in a video for remarks about fishermen made decades before.');
    expect(sameAct(repeated, repeated)).toBeUndefined();
  });
});
