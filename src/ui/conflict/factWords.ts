/** What the file says of each criterion of severity, in words. */

import type { ConflictKind, CriterionId } from '../../company/conflict/situation.ts';
import type { CaseFile } from '../../game/caseView.ts';
import { word } from '../../text/words.ts';
import { money, number } from '../format.ts';
import { wordFor } from './caseWords.ts';

/**
 * @param currency of the scenario, for the loss
 * @param kind in a dispute nobody is a customer, and what is counted are disputes
 */
export function factWords(id: CriterionId, file: CaseFile, currency: string, kind: ConflictKind = 'customer'): string {
  switch (id) {
    case 'harm':
      return file.loss > 0 ? word('caseFact', id, { loss: money(file.loss, currency) }) : word('caseFact', `${id}.none`);
    case 'value':
      return file.worth === null ? wordFor('caseFact', `${id}.none`, kind) : word('caseFact', id, { worth: number(file.worth, 1) });
    case 'spread':
      return word('caseFact', kind === 'customer' ? id : `${id}.dispute`, { others: number(file.others, 1) });
    case 'legal':
      return word('caseFact', file.duty ? id : `${id}.none`);
    case 'repeat':
      return file.priorFailures > 0 ? word('caseFact', id, { count: number(file.priorFailures) }) : word('caseFact', `${id}.none`);
    case 'heat':
      return word('caseFact', `${id}.${file.temper}`);
  }
}
