/**
 * Kinds of numbers that do not open, with the reason. `place` is matched against `screen › heading › row › column: text`.
 * What opens elsewhere, or is nothing that could be reckoned, is an honest exception.
 */

const DATE = 'a date or a count of what stands right beside it';
const SET = 'what was decided or is asked for, nothing that was reckoned';
const ENDS = 'ends of an interval, which open with the figure in the same row';

export const shutNumbers: readonly { place: RegExp; why: string }[] = [
  { place: / › Quarter › dd: /, why: DATE },
  { place: / › (n|Quarter|Level|Draws): /, why: DATE },
  { place: / › (80% interval|#% interval): /, why: ENDS },
  { place: /: (of (its )?\d|\/ ?\d)/, why: 'the whole that the figure beside it is of' },
  { place: /: [^\d]*((per|in) [\d,]+ contacts|of every [\d,]+ of)[^\d]*$/, why: 'what the figure beside it is reckoned for' },
  { place: /: (quarter \d+,|[^\d]*\(?(in |of )?quarters? \d+(–\d+)?[^\d]*)$/, why: DATE },
  { place: /^truth › .* › h#: .*(P\d|numbers can be opened)/, why: 'names of paths, and a count of what stands under it' },
  { place: /^truth › Your cards .* › You decided: .*(grain \d|segments$|Prices may differ|for the own list)/, why: SET },
  { place: /^truth › Your cards .*where relations gain most › You decided: /, why: SET },
  { place: /^truth › Your cards .* › You decided: P\d/, why: 'names of paths' },
  { place: /^decisions › .* › h#: Round \d+ made$/, why: DATE },
  { place: /^mirror › .* › h#: .*cases ended well/, why: 'a count of what stands under it' },
  { place: /^data › .* › h#: /, why: DATE },
  { place: /^whatIf › .* › h#: /, why: 'a count of draws, and ends of the interval of the figure that opens in the same sentence' },
  { place: /^lessons › .* › h#: /, why: DATE },
  { place: /^luck › .* › h#: /, why: 'counts of draws, and a repetition of the score' },
  { place: /^luck › .* › (STAY|best known path) › /, why: 'draws of other ways are not shown, so nothing could be reckoned from them' },
  { place: /^review › .*› If: /, why: SET },
  { place: /^review › What was asked, and whom/, why: SET },
  { place: /^round › .* › (If|To|figcaption|strong): /, why: SET },
  { place: /^round › .*Sponsor's hours › /, why: SET },
  { place: /^round › .* › (Value|Loyalty) › dd: /, why: ENDS },
  { place: /^(decisions|report) › .* › dd: /, why: SET },
  {
    place: /^report › .* › (Programme|Evidence|Intervals that missed|True): /,
    why: 'a sheet to print: the figures open in their chapters',
  },
];
