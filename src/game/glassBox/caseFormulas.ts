/** The clock of a case: known as it runs, so that it opens during play too. */

import { firm, type Formula } from './formula.ts';
import { shownFormulas } from './shownFormulas.ts';

const bands = firm('severity.minor', 'severity.major', 'severity.critical');

export const caseFormulas: readonly Formula[] = shownFormulas({
  'case.waited': { unit: 'count', group: 'customers', unreckoned: 'books' },
  'case.clock': { unit: 'count', group: 'customers', unreckoned: 'books', inputs: { halfDaysOwed: 'count' } },
  'case.owed': { unit: 'count', group: 'customers', unreckoned: 'rules', parameters: bands },
  'case.handOffs': { unit: 'count', group: 'customers', unreckoned: 'books' },
  'case.hours': { unit: 'count', group: 'customers', unreckoned: 'books' },
  'case.guess': { unit: 'points', group: 'customers', unreckoned: 'file', about: 'case.severity' },
  'case.weighed': { unit: 'points', group: 'customers', unreckoned: 'file', about: 'case.severity' },
});
