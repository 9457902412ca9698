/** Coefficients of conflicts: severity, authority, justice, score; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const severity = 'conflict: severity, six criteria';
const score = 'conflict: modes and outcome';
const proposal = 'proposal';

export const conflictParameters = {
  'severity.harm': of(0.25, 0, 1, 'weight', severity),
  'severity.value': of(0.2, 0, 1, 'weight', severity),
  'severity.spread': of(0.2, 0, 1, 'weight', severity),
  'severity.legal': of(0.15, 0, 1, 'weight', severity),
  'severity.repeat': of(0.1, 0, 1, 'weight', severity),
  'severity.heat': of(0.1, 0, 1, 'weight', severity),
  'severity.minor': of(20, 0, 100, 'points from which a case is minor', severity),
  'severity.major': of(45, 0, 100, 'points from which a case is major', severity),
  'severity.critical': of(70, 0, 100, 'points from which a case is critical', severity),
  'severity.unheard': of(3, 0, 20, 'points a half day while nobody has heard of it', 'mechanics: conflict clock'),
  'severity.owned': of(1, 0, 20, 'points a half day while somebody owns it', 'mechanics: conflict clock'),
  'authority.supervisor': of(70, 0, 100, 'points of severity that a supervisor may settle', severity),
  'mode.againstDuty': of(0.45, 0, 1, 'fit at most of a mode that bargains about a legal duty', proposal),
  'justice.surplus': of(0.1, 0, 1, 'remedy beyond the loss that still counts', 'mechanics: conflict clock'),
  'justice.peer': of(0.3, 0, 2, 'weight of what a like case got more', score),
  'justice.handOffs': of(0.7, 0, 1, 'factor on procedural justice after more than two hand-offs', score),
  'justice.date': of(0.1, 0, 1, 'procedural justice won by a date that is named', proposal),
  'justice.empathy': of(0.5, 0, 1, 'interactional justice by empathy', score),
  'justice.apology': of(0.3, 0, 1, 'interactional justice by an apology', score),
  'justice.reason': of(0.2, 0, 1, 'interactional justice by an explanation', score),
  'score.base': of(0.45, 0, 1, 'part of justice that counts whatever the mode', score),
  'score.prior': of(0.15, 0, 1, 'score lost a prior failure', score),
  'score.critical': of(0.15, 0, 1, 'score lost at severity 100', score),
  'score.delighted': of(0.75, 0, 2, 'score from which a first failure ends better than it began', score),
  'score.recovered': of(0.55, 0, 2, 'score from which it is made good', score),
  'score.partial': of(0.35, 0, 2, 'score from which it is half made good', score),
} as const satisfies Readonly<Record<string, FirmParameter>>;
