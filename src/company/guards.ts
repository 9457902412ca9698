/** A reason why something is refused: a code for the words, and the numbers that failed. */
export interface Reason {
  /** For example stock.S, information, consent, gap, cash, costLines, adoption, level, card.business, card.customer. */
  code: string;
  actual?: number;
  required?: number;
}
