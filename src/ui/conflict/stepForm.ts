/** What every form of a step is given. */

import type { CaseStep } from '../../company/conflict/steps.ts';
import type { CasePlayView, CaseView } from '../../game/caseView.ts';
import type { Session } from '../session.svelte.ts';

export interface StepFormProps {
  session: Session;
  view: CaseView;
  play: CasePlayView;
  /** Hears the step as far as it has been filled in; null while something is lacking. */
  onmade: (step: CaseStep | null) => void;
}
