import type * as qr from './qr-code.js';
import type * as wall from './wall-view.js';

/** What comes late to widgets other than the cards. */
export interface Late {
  qr(): Promise<Pick<typeof qr, 'qrCode'>>;
  wall(): Promise<Pick<typeof wall, 'renderWall'>>;
}

/**
 * Apart from `lazy.ts`, so that a page with one card does not carry these lines either. The embed files have
 * the parts inside (`embed/eager-late.ts`).
 */
export const late: Late = {
  qr: () => import('./qr-code.js'),
  wall: () => import('./wall-view.js'),
};
