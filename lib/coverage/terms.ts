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

/** Of Latin characters: 1 for letters and digits, 2 for what may join two of them to one word. */
const latinParts = Uint8Array.from({ length: 0x250 }, (_, code) => (/[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : /['.]/.test(String.fromCharCode(code)) ? 2 : 0));
const curlyApostrophe = 0x2019;

/** Words met before and their terms, by a hash of the word: a language's news uses few words very often. */
const slots = 1 << 16;
const knownWords = new Array<string>(slots).fill('');
const knownTerms = new Array<string>(slots).fill('');

export interface Token {
  /** Folded and stemmed, for comparing. */
  readonly term: string;
  /** Written with a capital although no sentence begins there. */
  readonly isName: boolean;
}

/** The words of a text that say what it is about, in order. Linear in the text's length. */
export function readTerms(text: string): Token[] {
  const tokens: Token[] = [];
  eachTerm(text, (term, isName) => tokens.push({ term, isName }));
  return tokens;
}

/** The same, told one by one: nothing is made for each. */
export function eachTerm(text: string, tell: (term: string, isName: boolean) => void): void {
  if (beyondLatin.test(text)) eachTermBeyond(text, tell);
  else eachLatinTerm(text, tell);
}

/**
 * Reads units instead of matching a pattern, and knows a word by the hash of its units, so that neither matches nor the
 * words themselves are made: three times as fast.
 */
function eachLatinTerm(text: string, tell: (term: string, isName: boolean) => void): void {
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (latinParts[unit] !== 1) continue;
    const start = at;
    const isCapital = unit < 128 && unit >= 65 && unit <= 90;
    let hash = 0x811c9dc5;
    for (;;) {
      do {
        hash = Math.imul(hash ^ unit, 0x01000193);
        unit = text.charCodeAt(++at);
      } while (latinParts[unit] === 1);
      if ((latinParts[unit] !== 2 && unit !== curlyApostrophe) || latinParts[text.charCodeAt(at + 1)] !== 1) break;
    }
    const slot = (hash ^ (hash >>> 16)) & (slots - 1);
    let word = knownWords[slot] ?? '';
    if (word.length !== at - start || !text.startsWith(word, start)) {
      word = text.slice(start, at);
      knownWords[slot] = word;
      knownTerms[slot] = makeTerm(word);
    }
    const term = knownTerms[slot] ?? '';
    if (term !== '') tell(term, (isCapital || beginsWithCapital(word)) && !startsSentence(text, end, start));
    end = at;
  }
}

function eachTermBeyond(text: string, tell: (term: string, isName: boolean) => void): void {
  let end = 0;
  for (const match of text.matchAll(anyWord)) {
    const written = match[0];
    const start = match.index;
    if (hasUnspaced.test(written)) {
      for (const term of unspacedTerms(written)) tell(term, false);
    } else {
      const term = makeTerm(written);
      if (term !== '') tell(term, beginsWithCapital(written) && !startsSentence(text, end, start));
    }
    end = start + written.length;
  }
}

/** Where no space parts words, two characters beside each other stand for one (bigrams, as search engines have them). */
function unspacedTerms(written: string): string[] {
  return [...written.matchAll(unspacedRun)].flatMap(([run]) => {
    if (!hasUnspaced.test(run)) return [makeTerm(run)].filter((term) => term !== '');
    const characters = Array.from(run.normalize('NFKC'));
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`).filter((pair) => !hiraganaOnly.test(pair));
  });
}

/** Whether what stands between one word's end and the next one's start ends a sentence. */
function startsSentence(text: string, end: number, start: number): boolean {
  if (end === 0) return true;
  const isOneSpace = start - end === 1 && text.charCodeAt(end) === 32;
  return !isOneSpace && sentenceStart.test(text.slice(end, start));
}

/** Empty for what says nothing of a text's subject. */
function makeTerm(written: string): string {
  const folded = fold(written);
  return folded.length < 2 || commonWords.has(folded) ? '' : stem(folded);
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
