/** Steps that ask for more than that they are taken, and the form of each. */

import type { Component } from 'svelte';
import type { CaseStepId } from '../../company/conflict/steps.ts';
import CodeForm from './CodeForm.svelte';
import FixForm from './FixForm.svelte';
import ModeForm from './ModeForm.svelte';
import OfferForm from './OfferForm.svelte';
import type { StepFormProps } from './stepForm.ts';
import WeighForm from './WeighForm.svelte';

export const stepForms: Readonly<Partial<Record<CaseStepId, Component<StepFormProps>>>> = {
  weigh: WeighForm,
  code: CodeForm,
  mode: ModeForm,
  offer: OfferForm,
  fix: FixForm,
};
