// Vite leads this name to the sources; TypeScript would look for a build.
declare module 'qd-widgets/widgets/index.js';
declare module 'qd-widgets/widgets/qd-dashboard.js';
