/*
 * What runs inside the page, sent there as source text: nothing from outside, and nothing newer than
 * Chromium 83.
 */

/** Waits until every tag, in shadow roots too, has its data, and the page has been laid out. */
export async function settled() {
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const waiting = () => {
    const tags = all(document).filter(({localName}) => /^qd-/.test(localName));
    if (tags.length === 0 || document.readyState !== 'complete') return ['the page'];
    return tags.filter(({state}) => !state || state === 'loading').map(({localName}) => localName);
  };
  for (let tries = 0; tries < 400 && waiting().length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  if (waiting().length > 0) throw new Error(`not ready: ${waiting()}`);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Waits for the drawing of the page's one chart, and tells how many of its pixels have ink. */
export async function ink() {
  for (let tries = 0; tries < 400; tries++) {
    const canvas = document.querySelector('qd-chart').shadowRoot.querySelector('canvas');
    if (canvas && canvas.width > 0) {
      const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const inked = new Uint32Array(data.buffer).filter(Boolean).length;
      if (inked > 0) return inked;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return 0;
}

/** State and text of each outermost tag; the text without white space, that of inner tags among it. */
export function told() {
  const hidden = new Set(['style', 'script', 'template']);
  const text = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (hidden.has(node.localName)) return '';
    if (node.localName === 'slot') return node.assignedNodes({flatten: true}).map(text).join('');
    return [...(node.shadowRoot || node).childNodes].map(text).join('');
  };
  return [...document.querySelectorAll('*')]
    .filter(({localName, parentElement}) => localName.startsWith('qd-') && !parentElement.closest('[report]'))
    .map((tag) => ({tag: tag.localName, state: tag.state, text: text(tag).replace(/\s/g, '')}));
}

/**
 * What a reader would find wrong with the sizes: a card without height, a figure outside its card, cut or
 * broken across lines, label and figure over each other, a page that scrolls sideways.
 */
export function misplaced() {
  const faults = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > window.innerWidth) faults.push(`the page is ${page.scrollWidth} px wide`);
  const isOver = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      const {localName, shadowRoot} = element;
      const box = element.getBoundingClientRect();
      if (localName !== 'qd-report' && localName !== 'qd-qr' && !(box.width > 20 && box.height > 10)) {
        faults.push(`<${localName}> is ${box.width} × ${box.height} px`);
      }
      for (const figure of shadowRoot.querySelectorAll('.f, [part~="figure"]')) {
        const words = figure.textContent;
        const rect = figure.getBoundingClientRect();
        if (!rect.width) continue;
        if (rect.left < box.left - 1 || rect.right > box.right + 1 || rect.bottom > box.bottom + 1) {
          faults.push(`${words} is outside its <${localName}>`);
        }
        // A box clips nothing that is wider than it, yet the reader sees it run into the next one.
        if (figure.scrollWidth > figure.clientWidth + 1 && figure.clientWidth) {
          faults.push(`${words} is wider than its place by ${figure.scrollWidth - figure.clientWidth} px`);
        }
        for (const numeral of figure.querySelectorAll('.n')) {
          if (numeral.getClientRects().length > 1) faults.push(`${words} is broken across lines`);
        }
      }
      for (const card of shadowRoot.querySelectorAll('.m, .cell, .standing')) {
        const parts = [...card.querySelectorAll('.label, .f, .note, .source')].map((part) => [
          part.className + ' ' + part.textContent,
          part.getBoundingClientRect(),
        ]);
        parts.forEach(([name, one], i) =>
          parts.slice(i + 1).forEach(([other, two]) => {
            if (isOver(one, two)) faults.push(`${name} is over ${other}`);
          }),
        );
      }
      look(shadowRoot);
    }
  };
  look(document);
  return faults;
}
