import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, boundOf, opening, piecesOf, unmarked } from '../../src/ui/glassBox/opening.ts';

test('numbers that open are found again in a sentence, in their order, with what is aimed at', () => {
  const sentence = `Cash ${opening('money.cash', '173.4', { quarter: 8, side: 'known' })} and ${opening('score.total', '85')}.`;
  expect(piecesOf(sentence)).toEqual([
    { words: 'Cash ' },
    { id: 'money.cash', aim: { quarter: 8, side: 'known' }, value: '173.4' },
    { words: ' and ' },
    { id: 'score.total', aim: {}, value: '85' },
    { words: '.' },
  ]);
  expect(unmarked(sentence)).toBe('Cash 173.4 and 85.');
  expect(bare('score.total', '85')).toBe('85');
});

test('a sentence without such numbers is one piece, an empty one none', () => {
  expect(piecesOf('Nothing opens.')).toEqual([{ words: 'Nothing opens.' }]);
  expect(piecesOf('')).toEqual([]);
});

test('whatever stands around a number and however it is aimed, nothing of it is lost', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((each) => !/[\uE000-\uE002]/.test(each));
  fc.assert(
    fc.property(words, words, words, fc.double({ noNaN: true, noDefaultInfinity: true }), (before, value, after, own) => {
      const aim = { given: { own: own === 0 ? 0 : own } };
      const sentence = before + opening('difference.score', value, aim) + after;
      expect(unmarked(sentence)).toBe(before + value + after);
      expect(piecesOf(sentence).find((piece) => 'id' in piece)).toEqual({ id: 'difference.score', aim, value });
    }),
  );
});

const n = (value: string): string => opening('score.total', value);
const shown = (sentence: string): string[] =>
  boundOf(sentence).map((part) =>
    'words' in part ? part.words : `[${part.close.map((piece) => ('words' in piece ? piece.words : piece.value)).join('|')}]`,
  );

test.each([
  [`It was ${n('61')}, ${n('−4.5')} less.`, ['It was ', '[61|,]', ' ', '[−4.5]', ' less.']],
  [`(${n('3')}–${n('5')})`, ['[(|3|–|5|)]']],
  [`Grain ${n('50')}/100 of all`, ['Grain ', '[50|/100]', ' of all']],
  [`${n('12')}\u00A0tỷ, nay`, ['[12|\u00A0tỷ,]', ' nay']],
  ['No number, (none).', ['No number, (none).']],
])('what is written close to a number stays on its line, and a line may end at every other space: %#', (sentence, parts) => {
  expect(shown(sentence)).toEqual(parts);
});
