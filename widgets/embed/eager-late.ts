import {AreaView} from '../area-view.js';
import {ChartView} from '../chart-view.js';
import {DashboardView} from '../dashboard-view.js';
import type {arrived as inLate, Late} from '../late.js';
import {qrCode} from '../qr-code.js';
import {SourceView} from '../source-view.js';
import {saveFigures} from '../table-file.js';
import {TableView} from '../table-view.js';
import {renderWall} from '../wall-view.js';

/** All of it is there. */
export const arrived: typeof inLate = {
  area: AreaView,
  chart: ChartView,
  dashboard: DashboardView,
  source: SourceView,
  table: TableView,
  file: {saveFigures},
  qr: {qrCode},
  wall: {renderWall},
};

/** Takes the place of `late.ts` in the embed files, as `eager.ts` does of `lazy.ts`. */
export const late: Late = {
  area: async () => AreaView,
  chart: async () => ChartView,
  dashboard: async () => DashboardView,
  source: async () => SourceView,
  table: async () => TableView,
  file: async () => ({saveFigures}),
  qr: async () => ({qrCode}),
  wall: async () => ({renderWall}),
};
