/** What the file says of each criterion of severity, in words. */

import type { CriterionId } from '../../company/conflict/situation.ts';
import type { CaseFile } from '../../game/caseView.ts';
import { word } from '../../text/words.ts';
import { money, number } from '../format.ts';

/** @param currency of the scenario, for the loss */
export function factWords(id: CriterionId, file: CaseFile, currency: string): string {
  switch (id) {
    case 'harm':
      return word('caseFact', id, { loss: money(file.loss, currency) });
    case 'value':
      return file.worth === null ? word('caseFact', `${id}.none`) : word('caseFact', id, { worth: number(file.worth, 1) });
    case 'spread':
      return word('caseFact', id, { others: number(file.others, 1) });
    case 'legal':
      return word('caseFact', file.duty ? id : `${id}.none`);
    case 'repeat':
      return file.priorFailures > 0 ? word('caseFact', id, { count: number(file.priorFailures) }) : word('caseFact', `${id}.none`);
    case 'heat':
      return word('caseFact', `${id}.${file.temper}`);
  }
}
