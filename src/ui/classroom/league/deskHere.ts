/** The one class on the table: it stays while the lecturer looks at other pages. */

import { LeagueDesk } from './leagueDesk.svelte.ts';

let desk: LeagueDesk | null = null;

export const leagueDesk = (): LeagueDesk => (desk ??= new LeagueDesk());
