import { describe, expect, test } from 'vitest';
import { Draft } from '../../src/ui/cockpit/draft.svelte.ts';
import { Forecast } from '../../src/ui/cockpit/forecast.svelte.ts';
import { draftRecord, restoreForecast } from '../../src/ui/runs/openRound.ts';
import { usualPlan } from '../company/fixtures.ts';
import { fakeKnown } from './fakeClient.ts';

const place = { tab: 'decide', card: null };
const known = fakeKnown(0).kpi.churn;
const reopened = (forecast: Forecast): Forecast => {
  const again = new Forecast('churn', known);
  restoreForecast(again, draftRecord(1, new Draft(usualPlan), forecast, place));
  return again;
};

describe('a forecast in a round that is left and opened again', () => {
  test('counts also where its range is the one that was suggested', () => {
    const forecast = new Forecast('churn', known);
    const [low, high] = forecast.range;
    forecast.setRange([low, high + 0.01]);
    forecast.setRange([low, high]);
    forecast.because = 'price';
    expect(forecast.prediction).not.toBeNull();
    expect(reopened(forecast).prediction).toEqual(forecast.prediction);
  });

  test('stays none where nobody took the suggested range for his own', () => {
    const forecast = new Forecast('churn', known);
    forecast.because = 'price';
    expect(reopened(forecast).prediction).toBeNull();
  });
});
