/** A figure of the staff's sheet in its unit. */

import type { StaffSheet } from '../../game/known/staffSheet.ts';
import { money, percent } from '../format.ts';

export const staffFigure = (measure: StaffSheet['measure'], value: number, currency: string): string =>
  measure === 'revenue' ? money(value, currency) : percent(value);
