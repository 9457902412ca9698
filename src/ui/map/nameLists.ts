/** Lists of one country to draw names from; `name` puts a family and a given name into the order of the country. */
export interface NameLists {
  female: { given: readonly string[]; family: readonly string[] };
  male: { given: readonly string[]; family: readonly string[] };
  towns: readonly string[];
  name: (given: string, family: string) => string;
}
