/**
 * In the page: the smallest type, line spacing, target and contrast of all that is shown of our tags, for the theme and
 * the text size it has. Lengths in CSS pixels.
 */
export function measureLooks(page, theme, text) {
  return page.evaluate(
    async (wantedTheme, wantedText) => {
      document.documentElement.dataset.qdTheme = wantedTheme;
      document.documentElement.dataset.qdText = wantedText;
      const everywhere = (root) => {
        const all = [...root.querySelectorAll('*')];
        return all.concat(all.flatMap(({shadowRoot}) => (shadowRoot ? everywhere(shadowRoot) : [])));
      };
      const tags = () => everywhere(document).filter(({localName}) => localName.startsWith('qd-'));
      const isDressed = (tag) => {
        const base = tag.shadowRoot.querySelector('.qd');
        return !base || (base.dataset.theme === wantedTheme && base.dataset.text === wantedText);
      };
      const walls = (tag) => tag.closest('[mode=wall]') || tag.getRootNode().host?.closest?.('[mode=wall]');
      while (!tags().every((tag) => walls(tag) || isDressed(tag))) await new Promise(requestAnimationFrame);

      // A drawing surface turns any notation of a colour into numbers.
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
      const known = new Map();
      const channels = (colour) => {
        if (!known.has(colour)) {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
        }
        return known.get(colour);
      };
      const luminance = ([r, g, b]) =>
        [r, g, b]
          .map((value) => value / 255)
          .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
          .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
      const bare = {light: '#ffffff', dark: '#10171d', wall: '#0b1219'}[wantedTheme];
      const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
      const ground = (element) => {
        for (let at = element; at; at = around(at)) {
          const colour = getComputedStyle(at).backgroundColor;
          if (channels(colour)[3] === 255) return colour;
        }
        return bare;
      };
      const contrast = (element, ink, on = element) => {
        const [a, b] = [ink, ground(on)].map((colour) => luminance(channels(colour))).sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      };

      const least = {};
      const isLarge = wantedText === 'large';
      const limits = {
        type: isLarge ? 24 : 14,
        target: 24,
        line: 1.3,
        contrast: 4.5,
        graphic: 3,
      };
      const take = (name, value, element) => {
        const {host} = element.getRootNode();
        const shown = Math.round(value * 100) / 100;
        const words = element.textContent.trim().slice(0, 20);
        const where = `${host?.localName} ${element.localName}.${element.getAttribute('class')} ${words}`;
        least[name] ??= {value: Infinity, where: '', short: []};
        if (shown < least[name].value) Object.assign(least[name], {value: shown, where});
        // All that fall short are told, not only the worst.
        if (shown < limits[name]) least[name].short.push(`${shown} ${where}`);
      };
      /** Whether it has lines one above the other. */
      const hasLines = (element, lineHeight) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().height > 1.8 * lineHeight;
      };
      const isUnseen = (element) => {
        if (element.checkVisibility && !element.checkVisibility()) return true;
        for (let at = element; at; at = around(at)) {
          const {clipPath, visibility, opacity, width} = getComputedStyle(at);
          if (clipPath !== 'none' && width === '1px') return true;
          if (visibility !== 'visible' || opacity === '0') return true;
        }
        return false;
      };
      for (const tag of tags()) {
        if (walls(tag)) continue;
        for (const element of tag.shadowRoot.querySelectorAll(
          '.bar i, .part:not(.soft, .softer), .button, input, select',
        )) {
          if (!element.getClientRects().length || isUnseen(element)) continue;
          const {backgroundColor, stroke, borderBottomColor} = getComputedStyle(element);
          const ink = element.matches('i')
            ? backgroundColor
            : element.matches('.part')
              ? stroke
              : borderBottomColor;
          take('graphic', contrast(element, ink, around(element)), element);
        }
        const inSentence = tag.getAttribute('variant') === 'inline';
        for (const element of tag.shadowRoot.querySelectorAll('*')) {
          const isText = [...element.childNodes].some(({nodeType, data}) => nodeType === 3 && data.trim());
          const isTarget = element.matches('button, a[href], summary, input, select, [tabindex="0"]');
          if ((!isText && !isTarget) || element.closest('style') || !element.getClientRects().length)
            continue;
          if (isUnseen(element)) continue;
          const style = getComputedStyle(element);
          const size = parseFloat(style.fontSize);
          if (isText && !inSentence) {
            take('type', size, element);
            const lineHeight = parseFloat(style.lineHeight);
            if (!element.closest('svg') && hasLines(element, lineHeight))
              take('line', lineHeight / size, element);
            take('contrast', contrast(element, style.color), element);
          }
          if (isTarget) {
            const {width, height} = element.getBoundingClientRect();
            const after = getComputedStyle(element, '::after');
            const reach = after.position === 'absolute' && after.content !== 'none' ? after : undefined;
            const side = Math.min(
              Math.max(width, parseFloat(reach?.width) || 0),
              Math.max(height, parseFloat(reach?.height) || 0),
            );
            // A place in running text is as high as its line.
            const inText = inSentence || (style.display === 'inline' && !reach);
            if (!inText) take('target', side, element);
          }
        }
      }
      return least;
    },
    theme,
    text,
  );
}
