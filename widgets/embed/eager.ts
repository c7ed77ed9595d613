import {englishFigureParts, spokenEnglishFigure} from '../../src/english-figure.js';
import {drawExtras} from '../extras.js';
import type {Lazy} from '../lazy.js';
import {addLooks, renderInline} from '../looks.js';
import {ownReport} from '../own-report.js';
import {takeOver} from '../served-root.js';
import {openSource} from '../source-popover.js';
import {renderLate, renderState, tellFault} from '../state-view.js';
import {typedFigure, typedWords} from '../typed-figure.js';

/**
 * Takes the place of `lazy.ts` in the embed files. Objects written out, not module namespaces: the helper that
 * bundlers make those with walks `for…in`, and old portals add to `Object.prototype`.
 */
export const lazy: Lazy = {
  looks: async () => ({addLooks, renderInline}),
  popover: async () => ({openSource}),
  states: async () => ({renderState, renderLate, tellFault}),
  sources: async () => ({ownReport}),
  typed: async () => ({typedFigure, typedWords}),
  extras: async () => ({drawExtras}),
  served: async () => ({takeOver}),
  english: async () => ({englishFigureParts, spokenEnglishFigure}),
};
