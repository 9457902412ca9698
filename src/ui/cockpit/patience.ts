/** The patience of those who pay: where its mark stands, and what it says. */

import { usualParameters } from '../../company/parameters.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { number } from '../format.ts';

/** Points under which slow decisions land late and a roll-out stalls. */
export const patienceMark = usualParameters['programme.stallLeadership'];

export const patienceWords = (): string => m.patience_hint({ stock: word('stock', 'L'), mark: number(patienceMark) });
