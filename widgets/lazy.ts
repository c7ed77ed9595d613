import type * as english from '../src/english-figure.js';
import type * as extras from './extras.js';
import type * as looks from './looks.js';
import type * as sources from './own-report.js';
import type * as served from './served-root.js';
import type * as popover from './source-popover.js';
import type * as states from './state-view.js';
import type * as typed from './typed-figure.js';

/** What comes late. */
export interface Lazy {
  looks(): Promise<Pick<typeof looks, 'addLooks' | 'renderInline'>>;
  popover(): Promise<Pick<typeof popover, 'openSource'>>;
  states(): Promise<Pick<typeof states, 'renderState' | 'renderLate' | 'tellFault'>>;
  sources(): Promise<Pick<typeof sources, 'ownReport'>>;
  typed(): Promise<Pick<typeof typed, 'typedFigure' | 'typedWords'>>;
  extras(): Promise<Pick<typeof extras, 'drawExtras'>>;
  served(): Promise<Pick<typeof served, 'takeOver'>>;
  english(): Promise<Pick<typeof english, 'englishFigureParts' | 'spokenEnglishFigure'>>;
}

/**
 * What a page of plain Chinese cards, light, from a bundled report, does not need: bundlers make chunks of these. The embed
 * files, which are complete in themselves, have them inside (`embed/eager.ts`).
 */
export const lazy: Lazy = {
  looks: () => import('./looks.js'),
  popover: () => import('./source-popover.js'),
  states: () => import('./state-view.js'),
  sources: () => import('./own-report.js'),
  typed: () => import('./typed-figure.js'),
  extras: () => import('./extras.js'),
  served: () => import('./served-root.js'),
  english: () => import('../src/english-figure.js'),
};
