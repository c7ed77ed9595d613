/*
 * Where a page puts a card and what it does with it, how its script comes or does not come, what the page's server says
 * in its headers, and how a reader looks at it.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {openPortal, shownText, STRICT_POLICY} from '../embed/portal.mjs';

const REPORT = readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8');
const INLINE = JSON.stringify(JSON.parse(REPORT)).replace(/</g, '\\u003c');
const CARD =
  '<qd-metric report="qingdao-2024-h1" indicator="data-resource-calls">数据资源调用 921.61亿次</qd-metric>';
const FILE = '/qd/qd.iife.js';
const SCRIPT = `<script defer src="${FILE}"></script>`;
const CHART =
  '<qd-chart report="qingdao-2024-h1" indicators="rubber-industry-data-share ocean-data-share"></qd-chart>';
const LOOSE = "default-src 'self' 'unsafe-inline'";
const FIGURE = /数据资源调用921\.61亿次/;

describe('a card', () => {
  let portal;
  let opened;
  before(async () => {
    portal = await openPortal();
    portal.files.set('/report.json', REPORT);
    portal.files.set('/elsewhere', '<!doctype html><title>elsewhere</title>');
  });
  after(() => portal.close());
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
    for (const name of Object.keys(portal.headers)) delete portal.headers[name];
  });

  const open = async (html, options) =>
    (opened = await portal.open(html, {policy: LOOSE, before: remember, waitUntil: 'load', ...options}));
  /** Every card of the page and of its shadow roots and frames is there, once, with its figure. */
  async function isShown(count = 1) {
    const told = await opened.page.evaluate((expected) => settled(expected), count);
    assert.equal(told.length, count, JSON.stringify(told));
    for (const {state, text, isSeen} of told) {
      assert.equal(state, 'ready', text);
      assert.match(text, FIGURE);
      assert.ok(isSeen, 'it has a size');
    }
    assert.deepEqual(opened.seen.errors, []);
  }

  describe('is shown', () => {
    const PLACES = {
      'before its script': CARD + SCRIPT,
      'after its script': SCRIPT + CARD,
      'after an async script': `<script async src="${FILE}"></script>${CARD}`,
      'after a script that blocks': `<script src="${FILE}"></script>${CARD}`,
      'before a script at the end': `${CARD}<script src="${FILE}"></script>`,
      'by document.write': `${SCRIPT}<script>document.write('${CARD}')</script>`,
      'by a script that document.write brought': `${CARD}<script>document.write('<script src="${FILE}"><\\/script>')</script>`,
      'by a script that a script added': `${CARD}<script>document.head.append(Object.assign(document.createElement('script'), {src: '${FILE}'}))</script>`,
      'out of a template': `<p></p><template>${CARD}</template><script>document.body.append(document.querySelector('template').content.cloneNode(true))</script>${SCRIPT}`,
      'in a closed shadow root': `<div></div><script>document.querySelector('div').attachShadow({mode: 'closed'}).innerHTML = '${CARD}'</script>${SCRIPT}`,
      'in a declarative shadow root': `<div><template shadowrootmode="open">${CARD}</template></div>${SCRIPT}`,
      'as what a slot holds': `<div><template shadowrootmode="open"><b><slot></slot></b></template>${CARD}</div>${SCRIPT}`,
      'in an SVG': `<svg width="400" height="300"><foreignObject width="400" height="300">${CARD}</foreignObject></svg>${SCRIPT}`,
      'in a table': `<table><tr><td>${CARD}</td></tr></table>${SCRIPT}`,
      'in a list, a quote and a button’s label': `<ul><li><blockquote><label>${CARD}</label></blockquote></ul>${SCRIPT}`,
      'in open details': `<details open><summary>x</summary>${CARD}</details>${SCRIPT}`,
      'in details that are opened later': `<details><summary>x</summary>${CARD}</details>${SCRIPT}<script>addEventListener('load', () => { document.querySelector('details').open = true })</script>`,
      'in a dialog': `<dialog>${CARD}</dialog>${SCRIPT}<script>addEventListener('load', () => document.querySelector('dialog').showModal())</script>`,
      'in what was hidden at first': `<div hidden>${CARD}</div>${SCRIPT}<script>addEventListener('load', () => { document.querySelector('div').hidden = false })</script>`,
      'in a scaled and turned box': `<div style="transform: scale(0.4) rotate(20deg)">${CARD}</div>${SCRIPT}`,
      'in content-visibility: auto': `<div style="content-visibility: auto">${CARD}</div>${SCRIPT}`,
      'in an inert part': `<div inert>${CARD}</div>${SCRIPT}`,
      'in an editable part': `<div contenteditable>${CARD}</div>${SCRIPT}`,
      'in a page with a base address': `<base href="https://elsewhere.example/x/">${CARD}<script defer src="ORIGIN${FILE}"></script>`,
    };
    for (const [where, html] of Object.entries(PLACES)) {
      it(where, async () => {
        await open(html.replace('ORIGIN', portal.origin), {
          policy: `${LOOSE} ${portal.origin}; base-uri *`,
        });
        await isShown();
      });
    }

    for (const [how, attributes] of [
      ['a sandboxed frame', 'sandbox="allow-scripts" src="/framed" width="600" height="400"'],
      ['a frame without cookies of its own', 'credentialless src="/framed" width="600" height="400"'],
      ['a frame that is lazy', 'loading="lazy" src="/framed" width="600" height="400"'],
      ['a frame of 0 × 0', 'src="/framed" width="0" height="0"'],
    ]) {
      it(`in ${how}`, async () => {
        portal.files.set(
          '/framed',
          `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${CARD}${SCRIPT}`,
        );
        await open(`<iframe ${attributes}></iframe>`);
        const frame = await opened.page.waitForFrame((one) => one.url().endsWith('/framed'));
        await frame.waitForFunction(() => document.querySelector('qd-metric')?.state === 'ready');
        assert.match(await frame.$eval('qd-metric', (tag) => tag.shadowRoot.textContent), FIGURE);
        assert.deepEqual(opened.seen.errors, []);
      });
    }

    it('with the headers of an isolated page', async () => {
      Object.assign(portal.headers, {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'clipboard-write=(), fullscreen=()',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      await open(CARD + SCRIPT, {policy: STRICT_POLICY});
      assert.equal(await opened.page.evaluate(() => crossOriginIsolated), true);
      await isShown();
      assert.deepEqual(await opened.violations(), []);
    });

    it('where the policy forbids requests, and a card with src says so', async () => {
      const src = '<qd-progress src="/report.json" indicator="ocean-data-share">约为25%</qd-progress>';
      const policy = STRICT_POLICY.replace("connect-src 'self'", "connect-src 'none'");
      await open(CARD + src + SCRIPT, {policy});
      await isShown();
      const [progress] = await shownText(opened.page, 'qd-progress');
      assert.equal(progress.state, 'error');
      assert.match(progress.text, /report\.json/);
      assert.deepEqual(
        (await opened.violations()).filter((line) => !line.startsWith('connect-src')),
        [],
      );
    });
  });

  describe('stays what it is', () => {
    const DEEDS = {
      'moved 100 times': () => {
        const [tag] = document.querySelectorAll('qd-metric');
        for (let i = 0; i < 100; i++) (i % 2 ? document.body : document.querySelector('#room')).append(tag);
      },
      'cloned, whole and alone': () => {
        const [tag] = document.querySelectorAll('qd-metric');
        document.body.append(tag.cloneNode(true), tag.cloneNode(false), document.importNode(tag, true));
        return 4;
      },
      'adopted by another document and back': async () => {
        const [tag] = document.querySelectorAll('qd-metric');
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.contentDocument.body.append(tag);
        await new Promise((resolve) => setTimeout(resolve, 50));
        document.body.append(tag);
        frame.remove();
      },
      'drawn again 200 times by its page': async () => {
        const room = document.querySelector('#room');
        const html = document.querySelector('qd-metric').outerHTML;
        document.querySelector('qd-metric').remove();
        for (let i = 0; i < 200; i++) {
          room.innerHTML = html;
          if (i % 20 === 0) await new Promise(requestAnimationFrame);
        }
      },
      'changed 300 times': async () => {
        const [tag] = document.querySelectorAll('qd-metric');
        const values = {
          indicator: ['video-feeds', 'no-such-figure', 'drone-flights', ''],
          report: ['no-such-report', 'qingdao-2024-h1', ''],
          locale: ['en', 'xx'],
          variant: ['hero', 'tile', 'inline', 'nonsense'],
          theme: ['dark', 'wall'],
        };
        for (let i = 0; i < 300; i++) {
          const [name, list] = Object.entries(values)[i % 5];
          if (i % 7 === 0) tag.removeAttribute(name);
          else tag.setAttribute(name, list[i % list.length]);
          if (i % 30 === 0) await new Promise(requestAnimationFrame);
        }
        for (const name of Object.keys(values)) tag.removeAttribute(name);
        tag.setAttribute('report', 'qingdao-2024-h1');
        tag.setAttribute('indicator', 'data-resource-calls');
      },
      'in a page that went and came back': async () => {
        // Its document is the same: out of the tree with all that is in it.
        const root = document.documentElement;
        root.remove();
        await new Promise((resolve) => setTimeout(resolve, 20));
        document.append(root);
      },
      'put apart by normalize and a walk over all nodes': () => {
        document.body.normalize();
        for (const node of document.querySelectorAll('*')) node.id ||= `n${Math.random()}`;
      },
      'taken into full screen, made a popover, and back': async () => {
        const [tag] = document.querySelectorAll('qd-metric');
        tag.popover = 'manual';
        tag.showPopover();
        await new Promise(requestAnimationFrame);
        tag.hidePopover();
        tag.popover = null;
      },
    };
    for (const [how, deed] of Object.entries(DEEDS)) {
      it(how, async () => {
        await open(`<div id="room"></div>${CARD}${SCRIPT}`);
        await isShown();
        const count = (await opened.page.evaluate(deed)) ?? 1;
        await isShown(count);
      });
    }

    it('removed at once, or while its report comes: nothing is told any more', async () => {
      await open(`<div id="room"></div>${SCRIPT}`);
      const told = await opened.page.evaluate(async () => {
        const events = [];
        for (const name of ['qd-ready', 'qd-error'])
          document.addEventListener(name, ({target}) => events.push(`${name} ${target.outerHTML}`));
        const tags = [
          'report="qingdao-2024-h1"',
          'src="/report.json"',
          'src="/missing.json"',
          'report="x"',
        ].map((source) => {
          room.innerHTML = `<qd-metric ${source} indicator="video-feeds"></qd-metric>`;
          return room.firstChild;
        });
        room.append(...tags);
        tags[0].remove();
        tags[3].remove();
        await new Promise((resolve) => setTimeout(resolve));
        tags[1].remove();
        tags[2].remove();
        for (const tag of tags) tag.addEventListener('qd-ready', () => events.push('late'));
        await new Promise((resolve) => setTimeout(resolve, 300));
        return events;
      });
      assert.deepEqual(told, []);
      assert.deepEqual(opened.seen.errors, []);
    });

    it('when the reader goes on and comes back', async () => {
      await open(CARD + SCRIPT);
      await isShown();
      await opened.page.goto(`${portal.origin}/elsewhere`);
      await opened.page.goBack();
      await isShown();
    });

    it('in a page that document.open writes anew', async () => {
      await open(CARD + SCRIPT);
      await isShown();
      await opened.page.evaluate((html) => {
        document.open();
        document.write(`<!doctype html><html lang="zh-CN">${html}`);
        document.close();
      }, CARD);
      await isShown();
    });

    it('in a tab in the background', async () => {
      await open('');
      const other = await opened.page.browser().newPage();
      await other.bringToFront();
      await opened.page.evaluate((html) => {
        document.body.innerHTML = html;
        document.head.append(Object.assign(document.createElement('script'), {src: '/qd/qd.iife.js'}));
      }, CARD);
      await isShown();
      await other.close();
    });
  });

  describe('leaves its words where the script', () => {
    const WORDS = `${CARD}<qd-progress indicator="ocean-data-share"><script type="application/json">${INLINE}</script>约为25%</qd-progress>`;
    const CASES = {
      'is not there': [WORDS],
      'is not allowed': [WORDS + SCRIPT, {policy: "default-src 'none'; style-src 'self'"}],
      'is a 404': [`${WORDS}<script defer src="/qd/no-such-file.js"></script>`],
      'is a page to log in': [`${WORDS}<script defer src="/elsewhere"></script>`],
      'does not have the hash': [
        `${WORDS}<script defer src="${FILE}" integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous"></script>`,
      ],
      'is the module with another hash': [
        `${WORDS}<script type="module" src="/qd/qd.js" integrity="sha384-${'A'.repeat(64)}"></script>`,
      ],
      'has syntax the browser does not know': [`${WORDS}<script defer src="/broken.js"></script>`],
      'is cut off': [`${WORDS}<script defer src="/cut.js"></script>`],
    };
    for (const [how, [html, options]] of Object.entries(CASES)) {
      it(how, async () => {
        portal.files.set('/broken.js', 'let a = #b ?? @c;');
        portal.files.set(
          '/cut.js',
          readFileSync(new URL('../../dist/embed/qd.iife.js', import.meta.url), 'utf8').slice(0, 200_000),
        );
        await open(html, options);
        const told = await opened.page.evaluate(() => ({
          text: document.body.innerText,
          isDefined: Boolean(customElements.get('qd-metric')),
        }));
        assert.match(told.text, /数据资源调用 921\.61亿次/);
        assert.match(told.text, /约为25%/);
        assert.doesNotMatch(told.text, /observations/);
        assert.equal(told.isDefined, false);
      });
    }
  });

  describe('reads the same', () => {
    const LOOKS = {
      'in print': (page) => page.emulateMediaType('print'),
      'on a dark system': (page) =>
        page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'dark'}]),
      'with more contrast': async (page, session) =>
        session.send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-contrast', value: 'more'}]}),
      'in forced colours': async (page, session) =>
        session.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]}),
      'with less motion': (page) =>
        page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}]),
      'at 3 pixels a pixel': (page) => page.setViewport({width: 640, height: 900, deviceScaleFactor: 3}),
      'at 200 %': (page) => page.setViewport({width: 640, height: 450, deviceScaleFactor: 2}),
      'at 400 %': (page) => page.setViewport({width: 320, height: 256, deviceScaleFactor: 4}),
      'at 320 pixels': (page) => page.setViewport({width: 320, height: 900}),
    };
    for (const [how, look] of Object.entries(LOOKS)) {
      it(how, async () => {
        await open(`<meta name="viewport" content="width=device-width">${CARD}${CHART}${SCRIPT}`);
        await isShown();
        const session = await opened.page.createCDPSession();
        await look(opened.page, session);
        await opened.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
        );
        await isShown();
        const [chart] = await shownText(opened.page, 'qd-chart');
        assert.match(chart.text, /25%/);
        const wide = await opened.page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} px too wide`);
      });
    }
  });

  it('with a chart follows 120 sizes of its box, without a loop and without growing', async () => {
    await open(`<div id="room" style="float: left">${CHART}</div>${SCRIPT}`);
    await shownText(opened.page, 'qd-chart');
    const told = await opened.page.evaluate(async () => {
      const [chart] = document.querySelectorAll('qd-chart');
      const frame = () => new Promise(requestAnimationFrame);
      const hasInk = () => {
        const canvas = chart.shadowRoot.querySelector('canvas');
        const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      };
      for (let i = 0; i < 120; i++) {
        room.style.width = i % 11 === 10 ? '0px' : `${200 + ((i * 137) % 700)}px`;
        room.hidden = i % 13 === 12;
        await frame();
      }
      room.hidden = false;
      room.style.width = '500px';
      for (let tries = 0; tries < 100; tries++) {
        await frame();
        if (chart.shadowRoot.querySelector('canvas') && hasInk()) break;
      }
      const heights = [];
      for (let i = 0; i < 5; i++) {
        await frame();
        heights.push(chart.offsetHeight);
      }
      return {hasInk: hasInk(), heights: new Set(heights).size, width: chart.offsetWidth};
    });
    assert.deepEqual(told, {hasInk: true, heights: 1, width: 500});
    // "ResizeObserver loop completed with undelivered notifications" is one of them.
    assert.deepEqual(opened.seen.errors, []);
  });
});

/** In the page, before its scripts: knows every shadow root, closed ones too, and what cards are in them. */
function remember() {
  const {attachShadow} = Element.prototype;
  const roots = new Set([document]);
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.add(root);
    return root;
  };
  globalThis.settled = async (count) => {
    const all = () => {
      for (const {shadowRoot} of document.querySelectorAll('div')) if (shadowRoot) roots.add(shadowRoot);
      return [...roots]
        .filter((root) => root === document || root.isConnected)
        .flatMap((root) => [...root.querySelectorAll('qd-metric')]);
    };
    const isDone = () => all().length === count && all().every((tag) => /ready|error|absent/.test(tag.state));
    for (let tries = 0; tries < 100 && !isDone(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return all().map((tag) => ({
      state: tag.state,
      text: (tag.shadowRoot ?? tag).textContent.replace(/\s+/g, ' ').trim(),
      isSeen: tag.offsetWidth > 0 && tag.offsetHeight > 0,
    }));
  };
}
