/** Keyboard and screen reader follow a change of screen. */

import type { Attachment } from 'svelte/attachments';

/** Takes the focus when its screen appears. The element needs tabindex="-1". With the frame: asked earlier, the page is laid out twice. */
export const focused: Attachment<HTMLElement> = (element) => {
  const frame = requestAnimationFrame(() => element.focus({ preventScroll: true }));
  return () => cancelAnimationFrame(frame);
};

/** The same for a screen that opens over another one: it begins at its top. */
export const focusedAtTop: Attachment<HTMLElement> = (element) => {
  const before = document.activeElement;
  const frame = requestAnimationFrame(() => {
    const now = document.activeElement;
    // Something else has been gone to meanwhile, such as the term that the address names.
    if (now !== before && now !== document.body) return;
    window.scrollTo({ top: 0, behavior: 'instant' });
    element.focus({ preventScroll: true });
  });
  return () => cancelAnimationFrame(frame);
};
