import remapping from '@jridgewell/remapping';
import {Features, transform} from 'lightningcss';
import {MagicString} from 'magic-string';

/** A style sheet as short as it gets. */
function minifyCss(file, body) {
  if (body.includes('${')) throw new Error(`${file}: a css literal must be static`);
  // For Chromium 83, so that no shorthand is made that it does not know: inset, margin-block.
  const {code} = transform({
    filename: file,
    code: Buffer.from(body),
    minify: true,
    include: Features.Nesting,
    exclude: Features.LightDark,
    targets: {chrome: 83 << 16},
  });
  return 'css`' + code.toString().replace(/[\\`]/g, '\\$&') + '`';
}

/** One after the other: what one leaves, the next one finds. */
const STEPS = [
  [/(?<!\.)\bcss\s*`([^`\\]*)`/g, (file) => (_whole, body) => minifyCss(file, body)],
  [/(html|svg)`\s*\n\s*</g, () => '$1`<'],
  [/([>}])[ \t]*\n\s*(?=<)/g, () => '$1'],
  [/>\s*\n\s*(?=\$\{)/g, () => '>'],
  [/>\s*\n\s*`/g, () => '>`'],
  [/\n\s+(?=[@.?]?[\w-]+=["$])/g, () => ' '],
  [/(["}])\s*\n\s*>/g, () => '$1>'],
];

/**
 * Minifies what stands in a module's css`…` and html`…` literals, which to a bundler are plain strings.
 *
 * White space with a line break in it is layout of our sources, never content: between two tags it would be a
 * text node on every card.
 *
 * @param {string} code - A JavaScript or TypeScript module, formatted by prettier or tsc.
 * @param {string} file - Its name, for messages.
 * @param {object} [map] - The module's source map, if it has one.
 * @returns {{code: string, map?: import('@jridgewell/remapping').SourceMap}} With a map, the one from the result to
 *   the sources of that map.
 */
export function minifyLiterals(code, file, map) {
  const maps = [];
  let result = code;
  for (const [pattern, replacement] of STEPS) {
    const text = new MagicString(result).replace(pattern, replacement(file));
    if (!text.hasChanged()) continue;
    result = text.toString();
    if (map) maps.unshift(text.generateMap({hires: 'boundary'}));
  }
  return {code: result, ...(map && {map: remapping([...maps, map], () => null)})};
}
