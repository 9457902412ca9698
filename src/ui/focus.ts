/** Keyboard and screen reader follow a change of screen. */

import type { Attachment } from 'svelte/attachments';

/** Takes the focus when its screen appears. The element needs tabindex="-1". */
export const focused: Attachment<HTMLElement> = (element) => element.focus({ preventScroll: true });
