/* What the tests with hostile pages share: cards of every kind, and how a reader sees them. */

/** One of every tag, and the forms of a card. */
export const CARDS = `
  <qd-metric report="qingdao-2024-h1" indicator="data-resource-calls"></qd-metric>
  <qd-metric report="qingdao-2024-h1" indicator="video-feeds" variant="tile"></qd-metric>
  <qd-metric report="qingdao-2024-h1" indicator="drone-flights" variant="hero" text="large"></qd-metric>
  <qd-metric report="qingdao-2024-h1" indicator="video-feeds" locale="en" theme="dark" framed></qd-metric>
  <qd-metric label="常住人口" value="1044.27" scale="万" unit="人" qualifier="约"></qd-metric>
  <qd-metric report="qingdao-2024-h1" indicator="no-such-figure"></qd-metric>
  <qd-progress report="qingdao-2024-h1" indicator="ocean-data-share"></qd-progress>
  <qd-progress report="qingdao-2024-h1" indicator="ocean-data-share" variant="ring"></qd-progress>
  <qd-issue-list report="qingdao-2024-h1"></qd-issue-list>
  <qd-plan-list report="qingdao-2024-h1"></qd-plan-list>
  <qd-standings report="qingdao-2024-h1"></qd-standings>
  <qd-document-list report="qingdao-2024-h1"></qd-document-list>
  <qd-platform-list report="qingdao-2024-h1"></qd-platform-list>
  <qd-table report="qingdao-2024-h1" area="data-elements"></qd-table>
  <qd-source report="qingdao-2024-h1" area="data-elements"></qd-source>
  <qd-area report="qingdao-2024-h1" area="data-elements"></qd-area>
  <qd-qr href="https://portal.example/"></qd-qr>`;

/** A selector for all of our tags. */
export const TAGS =
  'qd-metric,qd-progress,qd-issue-list,qd-plan-list,qd-standings,qd-document-list,qd-platform-list,qd-table,qd-source,qd-area,qd-qr';

/**
 * In the page: gives it a global `cards` with what the tests ask of it. Keeps its own hold of what hostile scripts
 * replace, so it must run before them.
 */
export function installCards() {
  const {slice} = Array.prototype;
  const list = (items) => slice.call(items);
  const wait = globalThis.setTimeout.bind(globalThis);
  const stringify = JSON.stringify.bind(JSON);

  function shown(tag) {
    const host = tag.getBoundingClientRect();
    const runs = [];
    const walker = document.createTreeWalker(tag.shadowRoot, 4);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      const parent = node.parentElement;
      if (!text || !parent || parent.closest('style,script,title')) continue;
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      const style = getComputedStyle(parent);
      // Hidden from sight on purpose, for those who listen.
      let isHidden = style.visibility !== 'visible';
      for (let at = parent; at; at = at.parentElement) {
        const {clipPath, opacity, width, overflow} = getComputedStyle(at);
        if (clipPath.startsWith('inset(50%') || opacity === '0') isHidden = true;
        if (width === '1px' && overflow === 'hidden') isHidden = true;
      }
      if (isHidden || rect.width === 0 || rect.height === 0) continue;
      runs.push({
        text: text.replace(/\s+/g, ' '),
        x: rect.x - host.x,
        y: rect.y - host.y,
        width: rect.width,
        height: rect.height,
        size: parseFloat(style.fontSize),
        color: style.color,
        family: style.fontFamily,
        spacing: style.letterSpacing,
      });
    }
    return {
      tag: tag.localName,
      state: tag.getAttribute('state'),
      text: runs.map(({text}) => text).join(' '),
      runs,
      // Several where the page's columns cut it.
      boxes: list(tag.getClientRects()).map(({x, y, width, height}) => ({x, y, width, height})),
      width: host.width,
      height: host.height,
      opacity: getComputedStyle(tag).opacity,
    };
  }

  globalThis.cards = {
    /** Waits until every tag has found its state. */
    async settle(selector) {
      const tags = list(document.querySelectorAll(selector));
      const isDone = (tag) =>
        /ready|absent|error/.test(tag.getAttribute('state')) || tag.localName === 'qd-qr';
      for (let tries = 0; tries < 400 && !tags.every(isDone); tries++) {
        await new Promise((resolve) => wait(resolve, 25));
      }
      return tags.filter((tag) => !isDone(tag)).map((tag) => tag.outerHTML.slice(0, 200));
    },
    /** What a reader sees of each tag, as a JSON text: a page may have replaced what would carry an object. */
    look: (selector) => stringify(list(document.querySelectorAll(selector)).map(shown)),
  };
}
