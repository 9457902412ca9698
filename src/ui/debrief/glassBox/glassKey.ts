/** Hands the session of a round or a debrief to the openers beside its numbers, however deep they lie. */

import { getContext, setContext } from 'svelte';
import type { Session } from '../../session.svelte.ts';

const key = Symbol('glass box');

export const offerGlass = (session: () => Session): void => void setContext(key, session);
/** undefined outside a run: nothing is opened there. */
export const glassSession = (): (() => Session) | undefined => getContext(key);
