/**
 * Words too common in English, German, French, Spanish, Italian, Portuguese and Dutch reporting to say what it is
 * about. Weights by rarity take care of the rest; this only keeps vectors short.
 */
const commonWords = new Set(
  (
    'a about after again all also am an and any are as at be because been before being between both but by can could ' +
    'd did do does doing down during each few for from further get got had has have having he her here hers him his ' +
    'how i if in into is it its just ll m may me might more most my n nor not now of off on once one only or other our ' +
    'out over own re s said same say says she should so some such t than that the their them then there these they ' +
    'this those through to told too two under until up us ve very was we were what when where which while who whom ' +
    'why will with would you your mr mrs ms ' +
    'der die das den dem des ein eine einen einem einer und oder aber ist sind war mit auf für von zu im bei nach aus ' +
    'als auch wie sich nicht es er sie wir ihr hat haben wird werden ' +
    'le la les un une des du et ou mais est sont dans pour par sur avec au aux ce cette ces qui que il elle ils ne pas ' +
    'plus se son sa ses el los las una unos y o pero es en con por para del al lo como su sus no más ' +
    'di che il lo gli e ma è sono per da dal della delle non si più uno ' +
    'os as do da dos das em ao na nas nos não het een van en op te dat niet zijn met voor'
  ).split(' '),
);

const anyWord = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;
/** The same for texts in Latin letters, spelled out: three times as fast, since no character takes two units. */
const latinWord =
  /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:['’.][0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*/g;
/** All else than Latin letters, punctuation and currencies. */
const beyondLatin = /[^\u0000-\u024f\u2000-\u206f\u20a0-\u20bf]/;
/** Of scripts that put no spaces between words, and all else. */
const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー`;
const unspacedRun = new RegExp(`[${unspacedScripts}]+|[^${unspacedScripts}]+`, 'gu');
const hasUnspaced = new RegExp(`[${unspacedScripts}]`, 'u');
/** Of Japanese, what is written so says how words hang together. */
const hiraganaOnly = /^\p{Script=Hiragana}+$/u;
const marks = /\p{M}+/gu;
const sentenceStart = /[.!?:\n“"«‘`]/;

/** Words met before and their terms: a language's news uses few words very often. Emptied when it grows too large. */
const known = new Map<string, string>();
const mostKnown = 50_000;

export interface Token {
  /** Folded and stemmed, for comparing. */
  readonly term: string;
  /** Written with a capital although no sentence begins there. */
  readonly isName: boolean;
}

/** The words of a text that say what it is about, in order. Linear in the text's length. */
export function readTerms(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const isBeyond = beyondLatin.test(text);
  for (const match of text.matchAll(isBeyond ? anyWord : latinWord)) {
    const written = match[0];
    const start = match.index;
    if (isBeyond && hasUnspaced.test(written)) {
      for (const term of unspacedTerms(written)) tokens.push({ term, isName: false });
      end = start + written.length;
      continue;
    }
    const term = termOf(written);
    if (term !== '') {
      const isCapital = beginsWithCapital(written);
      tokens.push({ term, isName: isCapital && !startsSentence(text, end, start) });
    }
    end = start + written.length;
  }
  return tokens;
}

/** Where no space parts words, two characters beside each other stand for one (bigrams, as search engines have them). */
function unspacedTerms(written: string): string[] {
  return [...written.matchAll(unspacedRun)].flatMap(([run]) => {
    if (!hasUnspaced.test(run)) return termOf(run) === '' ? [] : [termOf(run)];
    const characters = Array.from(run.normalize('NFKC'));
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`).filter((pair) => !hiraganaOnly.test(pair));
  });
}

/** Whether what stands between one word's end and the next one's start ends a sentence. */
function startsSentence(text: string, end: number, start: number): boolean {
  return end === 0 || (text.slice(end, start) !== ' ' && sentenceStart.test(text.slice(end, start)));
}

/** Empty for what says nothing of a text's subject. */
function termOf(written: string): string {
  let term = known.get(written);
  if (term === undefined) {
    const folded = fold(written);
    term = folded.length < 2 || commonWords.has(folded) ? '' : stem(folded);
    if (known.size >= mostKnown) known.clear();
    known.set(written, term);
  }
  return term;
}

function beginsWithCapital(written: string): boolean {
  const unit = written.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(written);
}

function fold(written: string): string {
  const lower = written.toLowerCase().replace(/['’]s$/, '').replace(/['’.]/g, '');
  // Only what is beyond ASCII can carry marks.
  return /[^a-z0-9]/.test(lower) ? lower.normalize('NFKD').replace(marks, '') : lower;
}

/**
 * Takes the commonest English endings off, so that "resigns", "resigned" and "resigning" meet. Light on purpose: a
 * stem that two words share wrongly costs more here than two stems for one word.
 */
function stem(term: string): string {
  if (term.length < 5 || /\d/.test(term)) return term.length === 4 && /[^siu]s$/.test(term) ? term.slice(0, -1) : term;
  let base = term
    .replace(/(ss|x|sh|ch)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/([^siu])s$/, '$1');
  if (base.length > 5) base = base.replace(/(?:ing|ed)$/, '').replace(/([bdgklmnprt])\1$/, '$1');
  return base.replace(/e$/, '').replace(/y$/, 'i');
}
