import { describe, expect, test } from 'vitest';
import { criteriaJudged, criterionFacts, fitOf, goalsServed } from '../../../src/company/review/criteriaFit.ts';
import { goalsFor } from '../../../src/company/review/reviewOrder.ts';
import { criterionChoiceIds, reviewGoalIds } from '../../../src/company/review/reviewOptions.ts';
import { hasWord } from '../../../src/text/words.ts';

describe('which goal a criterion can serve', () => {
  test.each(['newCustomers', 'followers', 'ticketsClosed', 'recordsHeld'] as const)('%s is vanity: it serves none', (criterion) => {
    expect(criterionFacts[criterion].vanity).toBe(true);
    expect(reviewGoalIds.map((goal) => fitOf(criterion, goal))).toEqual([0, 0, 0, 0, 0]);
  });

  test('every other criterion serves a goal, and every goal has one that shows it whole, leading and lagging ones', () => {
    for (const criterion of criterionChoiceIds) expect(goalsServed(criterion).length > 0).toBe(!criterionFacts[criterion].vanity);
    for (const goal of reviewGoalIds) {
      expect(criterionChoiceIds.some((criterion) => fitOf(criterion, goal) === 1)).toBe(true);
      expect(criterionChoiceIds.some((criterion) => fitOf(criterion, goal) > 0 && criterionFacts[criterion].leading)).toBe(true);
      expect(criterionChoiceIds.some((criterion) => fitOf(criterion, goal) > 0 && !criterionFacts[criterion].leading)).toBe(true);
    }
  });

  test('each has words that say why', () => {
    expect(criterionChoiceIds.filter((criterion) => !hasWord('fitReason', criterion))).toEqual([]);
  });

  test('a set is judged by what it was tied to: a wrong goal counts nothing, half a fit counts half', () => {
    const criteria = ['satisfaction', 'waiting', 'followers', 'silentExits'] as const;
    const judged = criteriaJudged(criteria, { satisfaction: 'keepCore', waiting: 'keepCore', followers: 'keepCore' });
    expect(judged).toMatchObject({
      fits: { satisfaction: 1, waiting: 0.5, followers: 0, silentExits: null },
      tied: 0.375,
      vanity: ['followers'],
      leading: true,
      lagging: true,
      seesLost: true,
      relative: false,
    });
  });

  test('a diligent hand ties each to the goal of the programme where it serves it, and vanity to none', () => {
    expect(goalsFor(['satisfaction', 'recordQuality', 'followers'], 'growCore')).toEqual({
      satisfaction: 'growCore',
      recordQuality: 'growCore',
    });
    expect(goalsFor(['waiting'], 'none')).toEqual({ waiting: 'cutCostToServe' });
  });
});
