/** Columns that a block takes of the three beside the rail. */
export type Columns = 1 | 2 | 3;

interface AreaEdition {
  /** The figure that stands for the area in the navigation. */
  key: string;
  /** Items, `documents` and `chart`, in the order in which the page shows them. */
  blocks: ReadonlyArray<readonly [block: string, columns: Columns]>;
  /** Figures of the area that its chart sets side by side. */
  chart?: readonly string[];
}

/**
 * The editor's choice: what leads, what stands beside what. Names only; every word and figure comes from the
 * report, and what is not named here follows in the report's own order.
 */
export const AREAS: Readonly<Record<string, AreaEdition>> = {
  coordination: {
    key: 'tasks-implemented',
    blocks: [
      ['digital-qingdao-coordination', 1],
      ['government-it-projects', 1],
      ['documents', 1],
    ],
  },
  'data-elements': {
    key: 'data-resource-calls',
    blocks: [
      ['public-data-operation', 3],
      ['data-industry', 3],
      ['industry-data-resources', 3],
      ['chart', 3],
      ['data-as-assets', 3],
      ['documents', 3],
    ],
    chart: [
      'rubber-industry-data',
      'public-data-records',
      'ningmengdou-industrial-data',
      'ocean-data-records',
    ],
  },
  'digital-government': {
    key: 'shandongtong-apps',
    blocks: [
      ['digital-office', 2],
      ['documents', 1],
      ['government-services', 3],
      ['cloud-brain', 2],
      ['certificate-free-services', 1],
      ['large-models-in-government', 3],
    ],
  },
  'digital-society': {
    key: 'mutual-recognition-times',
    blocks: [
      ['double-12-services', 2],
      ['smart-city', 1],
    ],
  },
  'digital-infrastructure': {
    key: 'video-feeds',
    blocks: [
      ['government-sensing', 2],
      ['computing-infrastructure', 1],
    ],
  },
};

/** Figures that lead their item and take two columns. */
export const LEADS: ReadonlySet<string> = new Set([
  'data-resource-calls',
  'data-exchange-turnover',
  'shandongtong-apps',
  'mutual-recognition-times',
  'video-feeds',
]);

/** Figures of an item that stand before its others, in this order: a volume beside the share it makes up. */
export const FIRST: readonly string[] = [
  ...LEADS,
  'public-data-scenarios',
  'public-data-volume',
  'public-data-records',
  'rubber-industry-data',
  'rubber-industry-data-share',
  'ocean-data-records',
  'ocean-data-share',
  'ocean-data-volume',
  'shandongtong-apps-rank',
];

/** What stands at the head, in this order. The provincial firsts stand beside what they rank. */
export const STANDINGS: readonly string[] = [
  'smart-city-rank',
  'gov-service-capability-rating',
  'digital-gov-tier',
];

/** What a card shows besides its figure: another period of the same figure, or a line over all of them. */
export const EXTRAS: Readonly<Record<string, {change?: string; trend?: boolean; also?: string}>> = {
  'public-data-records': {trend: true},
  'cloud-brain-scenarios': {change: '2023'},
  'cockpit-topics': {change: '2023'},
  'mutual-recognition-hospitals': {change: '2023'},
  'mutual-recognition-items': {change: '2023'},
};
