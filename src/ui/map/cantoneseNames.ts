/** Names of Hong Kong as they stand on identity cards there: family name first, given names in the spelling of the city. */

import type { NameLists } from './nameLists.ts';

const words = (list: string): string[] => list.split(' ');

const family = words(
  'Chan Wong Lee Cheung Lau Ho Leung Ng Lam Yeung Tang Tsang Kwok Cheng Mak Lo Chow Fung Yip Tse Kwan Siu Poon Szeto Au Choi Hui Pang Law Yuen Chiu Tam',
);

export const lists: NameLists = {
  female: {
    given: words(
      'Ka-yan Wing-yan Hoi-ting Tsz-ching Mei-ling Suk-fong Yuk-lan Wai-sze Pui-shan Sau-ying Lai-kuen Man-yee Hiu-tung Lok-yi Yuen-ting Kit-ying Shuk-yee Wing-sum Ching-man Yee-man Siu-fong Mei-yin Po-chu Wai-han',
    ),
    family,
  },
  male: {
    given: words(
      'Chi-ho Ka-ming Kwok-keung Wai-man Tsz-hin Ho-yin Chun-kit Siu-kei Man-fai Wing-hong Yiu-cho Kin-man Chi-wai Lok-hei Tin-yau Kam-wing Shu-fai Hon-man Pak-lam Wai-lun Yat-long Ching-fung Tak-shing Kai-ming',
    ),
    family,
  },
  towns: [
    'North Point',
    'Aberdeen',
    'Mong Kok',
    'Sham Shui Po',
    'Kwun Tong',
    'Sha Tin',
    'Tai Po',
    'Tuen Mun',
    'Yuen Long',
    'Tsuen Wan',
    'Cheung Chau',
  ],
  name: (given, surname) => `${surname} ${given}`,
};
