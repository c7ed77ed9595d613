import {defineWords} from './words.js';

interface MetricWords {
  since: (date: string) => string;
  basis: Record<string, string>;
  among: (count: string) => string;
}

/** The words by language. The English ones come with the looks, which no card in another language than Chinese is without. */
export const metricTable: {'zh-CN': MetricWords; en?: MetricWords} = {
  'zh-CN': {
    since: (date) =>
      `${date
        .split('-')
        .map((part, i) => +part + '年月日'[i]!)
        .join('')}以来`,
    basis: {cumulative: '累计', 'year-to-date': '本年累计', point: '时点数'},
    among: (count) => `共${count}`,
  },
};

/** What a card says besides its figure. */
export const metricWords = defineWords('metric', metricTable);
