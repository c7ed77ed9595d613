/** What a page finds where nobody has asked for anything else. */
const DEFAULTS = new Map([
  ['prefers-color-scheme', 'light'],
  ['prefers-reduced-motion', 'no-preference'],
  ['forced-colors', 'none'],
]);

const unsupported = () => new Error('emulateMedia is not supported by WebDriver');

/**
 * What the command emulateMedia asks of a page, in a browser that can emulate no media: to be as it is anyway is
 * granted, anything else is an error by which its test counts as skipped.
 */
export const defaultMedia = {
  async emulateMediaFeatures(features = []) {
    if (!features.every(({name, value}) => DEFAULTS.get(name) === value)) throw unsupported();
  },
  async emulateMediaType(type = 'screen') {
    if (type !== 'screen') throw unsupported();
  },
};
