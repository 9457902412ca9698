/** Whose facts stand in a file that is wrong: those of a fixed other person, so far off in the list. */
export const SOMEBODY_ELSE = 7919;
