import type {arrived as inLate, Late} from '../late.js';
import {qrCode} from '../qr-code.js';
import {renderWall} from '../wall-view.js';

/** All of it is there. */
export const arrived: typeof inLate = {qr: {qrCode}, wall: {renderWall}};

/** Takes the place of `late.ts` in the embed files, as `eager.ts` does of `lazy.ts`. */
export const late: Late = {
  qr: async () => ({qrCode}),
  wall: async () => ({renderWall}),
};
