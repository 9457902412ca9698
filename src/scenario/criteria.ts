/** Criteria that a run is judged by: four of its result (X), ten of its practice. */

export const criterionIds = ['X1', 'X2', 'X3', 'X4', 'N1', 'N2', 'N3', 'N4', 'N5', 'G1', 'V1', 'V2', 'V3', 'A1'] as const;
export type CriterionId = (typeof criterionIds)[number];
