/** Groups into which a firm's lists put the people of a segment: treated as the segment, on the list, scored and left off it. */

export const LIST_GROUPS = 3;
