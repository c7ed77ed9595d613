/** Columns that a block takes of the three beside the rail. */
export type Columns = 1 | 2 | 3;

interface AreaEdition {
  /** The figure that stands for the area in the navigation. */
  key: string;
  /** Items, and `documents`, in the order in which the page shows them. */
  blocks: ReadonlyArray<readonly [block: string, columns: Columns]>;
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
      ['data-as-assets', 3],
      ['documents', 3],
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
  'rubber-industry-data',
  'rubber-industry-data-share',
  'ocean-data-records',
  'ocean-data-share',
  'ocean-data-volume',
  'shandongtong-apps-rank',
];
