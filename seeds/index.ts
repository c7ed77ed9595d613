/**
 * The bundled reports, by id. To add one: put `REPORT-ID.json` and its source text beside this file, and one
 * line here. `npm test` proves every figure of it.
 */
export const bundledReports = {
  'qingdao-2024-h1': () => import('./qingdao-2024-h1.json'),
};
