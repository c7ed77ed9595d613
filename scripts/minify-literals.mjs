import {Features, transform} from 'lightningcss';

/**
 * Minifies what stands in a module's css`…` and html`…` literals, which to a bundler are plain strings.
 *
 * White space with a line break in it is layout of our sources, never content: between two tags it would be a
 * text node on every card.
 *
 * @param {string} code - A JavaScript or TypeScript module, formatted by prettier or tsc.
 * @param {string} file - Its name, for messages.
 * @returns {string}
 */
export function minifyLiterals(code, file) {
  return code
    .replace(/\bcss\s*`([^`\\]*)`/g, (_whole, body) => {
      if (body.includes('${')) throw new Error(`${file}: a css literal must be static`);
      // For Chromium 83, so that no shorthand is made that it does not know: inset, margin-block.
      const {code: out} = transform({
        filename: file,
        code: Buffer.from(body),
        minify: true,
        include: Features.Nesting,
        exclude: Features.LightDark,
        targets: {chrome: 83 << 16},
      });
      return 'css`' + out.toString().replace(/[\\`]/g, '\\$&') + '`';
    })
    .replace(/(html|svg)`\s*\n\s*</g, '$1`<')
    .replace(/([>}])[ \t]*\n\s*(?=<)/g, '$1')
    .replace(/>\s*\n\s*(?=\$\{)/g, '>')
    .replace(/>\s*\n\s*`/g, '>`')
    .replace(/\n\s+(?=[@.?]?[\w-]+=["$])/g, ' ')
    .replace(/(["}])\s*\n\s*>/g, '$1>');
}
