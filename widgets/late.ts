import type * as qr from './qr-code.js';
import type * as wall from './wall-view.js';

/** What comes late to widgets other than the cards. */
export interface Late {
  qr(): Promise<Pick<typeof qr, 'qrCode'>>;
  wall(): Promise<Pick<typeof wall, 'renderWall'>>;
}

/** What has come already: the next element has it at once. */
export const arrived: {[Name in keyof Late]?: Awaited<ReturnType<Late[Name]>>} = {};

/**
 * Apart from `lazy.ts`, so that a page with one card does not carry these lines either. The embed files have
 * the parts inside (`embed/eager-late.ts`).
 */
export const late: Late = {
  qr: async () => (arrived.qr ??= await import('./qr-code.js')),
  wall: async () => (arrived.wall ??= await import('./wall-view.js')),
};
