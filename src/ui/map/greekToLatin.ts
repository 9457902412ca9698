/** Greek names in Latin letters after ELOT 743 (ISO 843), the way they stand in passports. */

const letters: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};
const voiceless = 'θκξπσςτφχψ';

/** Two letters that are written as one sound. */
function pair(first: string, second: string, after: string | undefined, atStart: boolean): string | null {
  if (first === 'ο' && second === 'υ') return 'ou';
  if (second === 'υ' && 'αεη'.includes(first)) return letters[first] + (after === undefined || voiceless.includes(after) ? 'f' : 'v');
  if (first === 'γ' && second === 'γ') return 'ng';
  if (first === 'γ' && second === 'ξ') return 'nx';
  if (first === 'γ' && second === 'χ') return 'nch';
  if (first === 'μ' && second === 'π') return atStart ? 'b' : 'mp';
  return null;
}

function latinWord(word: string): string {
  const plain = word.normalize('NFD').toLowerCase();
  // A mark parts two vowels that would else be one sound.
  const marked = plain.replace(/([αεο])([υι])\u0308/g, '$1|$2').replace(/\u0301|\u0308/g, '');
  let latin = '';
  for (let i = 0; i < marked.length; i += 1) {
    const both = i + 1 < marked.length ? pair(marked[i], marked[i + 1], marked[i + 2], i === 0) : null;
    latin += both ?? letters[marked[i]] ?? (marked[i] === '|' ? '' : marked[i]);
    if (both !== null) i += 1;
  }
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}

export const greekToLatin = (name: string): string => name.split(' ').map(latinWord).join(' ');
