import type * as area from './area-view.js';
import type * as chart from './chart-view.js';
import type * as dashboard from './dashboard-view.js';
import type * as qr from './qr-code.js';
import type * as source from './source-view.js';
import type * as file from './table-file.js';
import type * as table from './table-view.js';
import type * as wall from './wall-view.js';

/** The views of the large tags, by the names they are asked for. */
export interface LateViews {
  area: typeof area.AreaView;
  chart: typeof chart.ChartView;
  dashboard: typeof dashboard.DashboardView;
  source: typeof source.SourceView;
  table: typeof table.TableView;
}

interface LateParts extends LateViews {
  file: Pick<typeof file, 'saveFigures'>;
  qr: Pick<typeof qr, 'qrCode'>;
  wall: Pick<typeof wall, 'renderWall'>;
}

/** What comes late to widgets other than the cards. */
export type Late = {[Name in keyof LateParts]: () => Promise<LateParts[Name]>};

/** What has come already: the next element has it at once. */
export const arrived: Partial<LateParts> = {};

/**
 * Apart from `lazy.ts`, so that a page with one card does not carry these lines either. The embed files have
 * the parts inside (`embed/eager-late.ts`).
 */
export const late: Late = {
  area: async () => (arrived.area ??= (await import('./area-view.js')).AreaView),
  chart: async () => (arrived.chart ??= (await import('./chart-view.js')).ChartView),
  dashboard: async () => (arrived.dashboard ??= (await import('./dashboard-view.js')).DashboardView),
  source: async () => (arrived.source ??= (await import('./source-view.js')).SourceView),
  table: async () => (arrived.table ??= (await import('./table-view.js')).TableView),
  file: async () => (arrived.file ??= await import('./table-file.js')),
  qr: async () => (arrived.qr ??= await import('./qr-code.js')),
  wall: async () => (arrived.wall ??= await import('./wall-view.js')),
};
