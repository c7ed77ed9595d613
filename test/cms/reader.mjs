/** What a reader of an article finds, judged in the page itself. */

/**
 * Runs in the page. For each case: how its article reads, with what has become a card.
 *
 * @param {{id: string, words: string, address: string, article: string, form: string, target: {name: string, printed: string}}[]} cases
 * @returns {Promise<Record<string, string>>} Per case id one of `card picture frame frame-without-scripts link
 *   wrong-link words code marker gone`.
 */
export async function readArticles(cases) {
  const plain = (text) => text.replace(/\s+/g, '');
  const isShown = (element) => {
    const {display, visibility} = getComputedStyle(element);
    return display !== 'none' && visibility !== 'hidden';
  };

  /** The text as it is shown: through shadow roots, pictures by their alternative text. */
  function shown(node, skipsCards = false) {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 && node.nodeType !== 11) return '';
    if (node.nodeType === 1) {
      if (/^(?:script|style|template|noscript|iframe)$/i.test(node.tagName) || !isShown(node)) return '';
      if (node.tagName === 'IMG') return node.alt;
      if (skipsCards && node.localName.startsWith('qd-') && node.shadowRoot) return '';
    }
    const assigned = node.tagName === 'SLOT' ? node.assignedNodes() : [];
    const children = assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes;
    return [...children].map((child) => shown(child, skipsCards)).join('');
  }

  const cards = () =>
    [...document.querySelectorAll('article *')].filter((el) => el.localName.startsWith('qd-'));
  const isSettled = (el) => !customElements.get(el.localName) || (el.state && el.state !== 'loading');
  for (let frames = 0; frames < 300; frames++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    // Upgrading may come after the page's load: two looks at least.
    if (frames > 2 && cards().every(isSettled)) break;
  }

  function judge({id, words, address, article: source, form, target}) {
    const article = document.getElementById(id);
    const text = plain(shown(article));
    const isRight = (href) => href.replace(/\/$/, '') === address;
    const card = article.querySelector(`qd-${target.name}[state='ready']`);
    if (card && plain(shown(card)).includes(plain(target.printed))) {
      const rest = plain(shown(article, true));
      if (form === 'text' || !rest.includes(plain(words))) return 'card';
    }
    if (/<\/?[a-z]|href=|class=|\]\(|\{[a-z-]+:/.test(text)) return 'code';
    const pictures = [...article.querySelectorAll('img')].filter(isShown);
    if (pictures.some(({alt, src}) => plain(alt) === plain(words) && src.startsWith(address)))
      return 'picture';
    const frame = article.querySelector('iframe');
    if (frame && !isRight(frame.src)) return 'wrong-link';
    if (frame) {
      const mayRun = !frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-scripts');
      return mayRun ? 'frame' : 'frame-without-scripts';
    }
    const links = [...article.querySelectorAll('a[href]')].filter((link) =>
      plain(shown(link)).includes(plain(words)),
    );
    if (links.some(({href}) => isRight(href))) return 'link';
    if (links.length > 0) return 'wrong-link';
    if (text.includes(plain(words))) return 'words';
    return form === 'marker' && text.includes(plain(source)) ? 'marker' : 'gone';
  }
  return Object.fromEntries(cases.map((entry) => [entry.id, judge(entry)]));
}

const PAGE = (
  script,
  articles,
) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Article</title>
<link rel="stylesheet" href="/qd/embed/qd.css">${script}</head><body>
${articles}
</body></html>`;

/**
 * Puts what is left of each case into a page of the portal, with and without the script, and reads it.
 *
 * @returns {Promise<Map<string, {before: string, after: string}>>} By case id.
 */
export async function readCases(site, cases) {
  const articlesOf = (list) => list.map(({id, left}) => `<article id="${id}">${left}</article>`).join('\n');
  const read = async (list, script) => {
    if (list.length === 0) return {};
    // Deeper than the editor's own page: a relative address would not do.
    site.articles.set('/art/2024/7/article.html', PAGE(script, articlesOf(list)));
    const {page, errors} = await site.open('/art/2024/7/article.html');
    const verdicts = await page.evaluate(readArticles, list);
    await page.close();
    if (errors.length > 0) throw new Error(`An article's page failed: ${errors.join('; ')}`);
    return verdicts;
  };
  const file = (flag) => `<script defer${flag} src="/qd/embed/qd.iife.js"></script>`;
  const isMarker = ({form}) => form === 'marker';
  const before = await read(cases, '');
  const after = {
    ...(await read(
      cases.filter((entry) => !isMarker(entry)),
      file(''),
    )),
    ...(await read(cases.filter(isMarker), file(' data-qd-markers'))),
  };
  return new Map(cases.map(({id}) => [id, {before: before[id], after: after[id]}]));
}
