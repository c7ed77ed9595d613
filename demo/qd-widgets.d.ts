// Vite leads this name to the sources; TypeScript would look for a build.
declare module 'qd-widgets/widgets/index.js';
declare module 'qd-widgets/widgets/qd-dashboard.js';
declare module 'qd-widgets/seeds/index.js' {
  export const bundledReports: Record<string, () => Promise<{default: unknown}>>;
}
