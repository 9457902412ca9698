/** The five modes of conflict (Thomas & Kilmann). */

export const conflictModes = ['avoid', 'accommodate', 'compromise', 'compete', 'collaborate'] as const;
export type ConflictMode = (typeof conflictModes)[number];
