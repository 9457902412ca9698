/** A part of the comparison of customers with the truth: sentences, and tables whose numbers may open. */

export interface CustomerTable {
  caption: string;
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly string[] }[];
}

export interface CustomerPart {
  readings: readonly string[];
  tables: readonly CustomerTable[];
}
