/**
 * What a page and the embed page in its frame say to each other, by `postMessage`. The page greets; the frame
 * then answers with its height, and again whenever it changes. Neither says anything else.
 *
 *     page → frame   {"type": "qd-frame-hello", "version": 1}
 *     frame → page   {"type": "qd-frame-height", "version": 1, "height": 248}
 *
 * `height` is a whole number of CSS pixels, at least 1 and at most 20000.
 */
export const HELLO = {type: 'qd-frame-hello', version: 1};

export const heightMessage = (height: number) => ({type: 'qd-frame-height', version: 1, height});

/** A height within what a page can be made to give. */
export const clampHeight = (height: number) => Math.max(1, Math.min(20_000, Math.ceil(height)));

/** Whether a message is of a type, with exactly the keys it has to have. */
function isMessage(data: unknown, type: string, keys: number): data is {height?: unknown} {
  if (typeof data !== 'object' || !data) return false;
  const message = data as {type?: unknown; version?: unknown};
  return message.type === type && message.version === 1 && Object.keys(message).length === keys;
}

export const isHello = (data: unknown) => isMessage(data, HELLO.type, 2);

/** The height that a message tells, brought within bounds; nothing for any other message. */
export function readHeight(data: unknown): number | undefined {
  if (!isMessage(data, 'qd-frame-height', 3)) return undefined;
  const {height} = data;
  return Number.isInteger(height) ? clampHeight(height as number) : undefined;
}
