/** Vietnamese names: family name first. */

import { vi } from '@faker-js/faker';
import type { NameLists } from './nameLists.ts';

const family = vi.person?.last_name?.generic ?? [];

/** Towns that the list writes in English. */
const written: Readonly<Record<string, string>> = { Haiphong: 'Hải Phòng', Hanoi: 'Hà Nội', 'Ho Chi Minh City': 'TP. Hồ Chí Minh' };

export const lists: NameLists = {
  female: { given: vi.person?.first_name?.female ?? [], family },
  male: { given: vi.person?.first_name?.male ?? [], family },
  towns: (vi.location?.city_name ?? []).map((town) => written[town] ?? town),
  name: (given, surname) => `${surname} ${given}`,
};
