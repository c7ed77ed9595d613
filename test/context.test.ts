import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {
  closestAcross,
  joinContext,
  leaveContext,
  listeners,
  nearestAttribute,
  resolveTheme,
  type ContextListener,
} from '../widgets/context.js';
import type {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/index.js';
import {aClosedRoot, base, inState, part, textOf, until} from './fixtures.js';

const card = html`<qd-metric report="qingdao-2024-h1" indicator="data-exchange-turnover"></qd-metric>`;
const drawn = (el: Element) => {
  const {lang, dataset} = base(el);
  return `${lang} ${dataset['theme']} ${dataset['text']}`;
};

async function aCard(page: Element): Promise<QdMetric> {
  return inState(page.querySelector('qd-metric')!, 'ready');
}

/** A card inside `depth` shadow roots of the given mode. */
async function aDeepCard(page: Element, mode: ShadowRootMode, depth = 2): Promise<QdMetric> {
  let host = page;
  for (let i = 0; i < depth; i++) {
    const root = host.attachShadow({mode});
    host = document.createElement('div');
    root.append(host);
  }
  const el = document.createElement('qd-metric');
  el.report = 'qingdao-2024-h1';
  el.indicator = 'data-exchange-turnover';
  host.append(el);
  return inState(el, 'ready');
}

describe('the page around a card', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('lang');
    document.documentElement.style.colorScheme = '';
    document.querySelector('meta[name=color-scheme]')?.remove();
    await emulateMedia({colorScheme: 'light'});
  });

  describe('gives its language', () => {
    it('by the nearest lang', async () => {
      const page = await fixture(
        html`<div lang="zh-CN">
          <section lang="en-GB"><p>${card}</p></section>
        </div>`,
      );
      const el = await aCard(page);
      expect(part(el, 'figure')!.textContent).to.equal('over ¥92 million');
      expect(textOf(el)).to.match(/Source$/);
      expect(base(el).lang).to.equal('en');
    });

    it('by the lang of the card itself', async () => {
      const page = await fixture(html`<div lang="en">${card}</div>`);
      const el = await aCard(page);
      el.lang = 'zh-Hans-CN';
      await until(() => part(el, 'figure')!.textContent === '超9200万元');
    });

    for (const mode of ['open', 'closed'] as const) {
      it(`across ${mode} shadow roots, and follows a change there`, async () => {
        const page = await fixture(html`<div lang="en"></div>`);
        const el = await aDeepCard(page, mode);
        expect(base(el).lang).to.equal('en');
        page.setAttribute('lang', 'zh-CN');
        await until(() => base(el).lang === 'zh-CN');
        el.parentElement!.lang = 'en';
        await until(() => base(el).lang === 'en');
      });
    }

    it('by the lang of the document, and by the report where there is none', async () => {
      const page = await fixture(html`<div>${card}</div>`);
      const el = await aCard(page);
      expect(base(el).lang).to.equal('zh-CN');
      document.documentElement.lang = 'en';
      await until(() => base(el).lang === 'en');
      document.documentElement.removeAttribute('lang');
      await until(() => base(el).lang === 'zh-CN');
    });

    it('less than the tag’s own locale', async () => {
      const page = await fixture(html`<div lang="zh-CN">${card}</div>`);
      const el = await aCard(page);
      el.setAttribute('locale', 'en');
      await until(() => base(el).lang === 'en');
      page.setAttribute('lang', 'zh');
      await el.updateComplete;
      expect(base(el).lang).to.equal('en');
      el.removeAttribute('locale');
      await until(() => base(el).lang === 'zh-CN');
    });

    const tags: Array<[lang: string, language: string]> = [
      ['zh', 'zh-CN'],
      ['zh-TW', 'zh-CN'],
      ['zh_CN', 'zh-CN'],
      ['ZH-hans', 'zh-CN'],
      ['', 'zh-CN'],
      ['en-US', 'en'],
      ['fr', 'en'],
      ['x-klingon', 'en'],
      ['zhx', 'en'],
    ];
    for (const [lang, language] of tags) {
      it(`as ${language} for lang="${lang}"`, async () => {
        const page = await fixture(html`<div lang=${lang}>${card}</div>`);
        const el = await aCard(page);
        expect(base(el).lang).to.equal(language);
      });
    }

    it('also to a card that is moved', async () => {
      const page = await fixture(
        html`<div>
          <p lang="zh-CN">${card}</p>
          <p lang="en"></p>
        </div>`,
      );
      const el = await aCard(page);
      page.lastElementChild!.append(el);
      await until(() => base(el).lang === 'en');
      expect(part(el, 'figure')!.textContent).to.equal('over ¥92 million');
    });

    it('also to cards whose surroundings are moved, or drawn anew beside a card that is there', async () => {
      const page = await fixture(
        html`<div>
          <div lang="zh-CN"><p>${card}</p></div>
          <div lang="en"></div>
        </div>`,
      );
      const el = await aCard(page);
      const around = el.parentElement!;
      page.lastElementChild!.append(around);
      await until(() => base(el).lang === 'en');
      around.parentElement!.lang = 'zh-CN';
      const other = el.cloneNode() as QdMetric;
      around.append(other);
      await inState(other, 'ready');
      expect(base(other).lang).to.equal('zh-CN');
      await until(() => base(el).lang === 'zh-CN');
    });
  });

  describe('gives its theme and text size', () => {
    it('by the nearest data-qd-theme and data-qd-text, and follows them', async () => {
      const page = await fixture(
        html`<div lang="zh-CN" data-qd-theme="dark" data-qd-text="large">
          <p data-qd-theme="wall">${card}</p>
        </div>`,
      );
      const el = await aCard(page);
      expect(drawn(el)).to.equal('zh-CN wall large');
      page.firstElementChild!.removeAttribute('data-qd-theme');
      await until(() => drawn(el) === 'zh-CN dark large');
      page.setAttribute('data-qd-theme', 'light');
      page.setAttribute('data-qd-text', 'standard');
      await until(() => drawn(el) === 'zh-CN light standard');
    });

    it('across shadow roots', async () => {
      const page = await fixture(html`<div lang="zh-CN" data-qd-theme="dark" data-qd-text="large"></div>`);
      const el = await aDeepCard(page, 'closed');
      expect(drawn(el)).to.equal('zh-CN dark large');
      page.setAttribute('data-qd-theme', 'wall');
      await until(() => drawn(el) === 'zh-CN wall large');
    });

    it('less than the tag’s own theme and text', async () => {
      const page = await fixture(
        html`<div lang="zh-CN" data-qd-theme="dark" data-qd-text="large">${card}</div>`,
      );
      const el = await aCard(page);
      el.setAttribute('theme', 'light');
      el.setAttribute('text', 'standard');
      await until(() => drawn(el) === 'zh-CN light standard');
    });

    it('of which unknown ones are light and standard', async () => {
      const page = await fixture(
        html`<div lang="zh-CN" data-qd-theme="pink" data-qd-text="huge">${card}</div>`,
      );
      const el = await aCard(page);
      expect(drawn(el)).to.equal('zh-CN light standard');
    });

    it('large makes letters and targets larger', async () => {
      const page = await fixture(html`<div lang="zh-CN">${card}</div>`);
      const el = await aCard(page);
      const sizes = () => ({
        label: parseFloat(getComputedStyle(part(el, 'label')!).fontSize),
        target: parseFloat(getComputedStyle(part(el, 'source')!, '::after').height),
      });
      const before = sizes();
      expect(before.label).to.be.at.least(16);
      expect(before.target).to.be.at.least(44);
      page.setAttribute('data-qd-text', 'large');
      await until(() => drawn(el) === 'zh-CN light large');
      expect(sizes().label).to.be.at.least(24);
      expect(sizes().target).to.be.at.least(60);
    });

    it('dark draws light letters', async () => {
      const page = await fixture(html`<div lang="zh-CN" data-qd-theme="dark">${card}</div>`);
      const el = await aCard(page);
      const [red] = /\d+/.exec(getComputedStyle(part(el, 'label')!).color)!;
      expect(Number(red)).to.be.above(200);
    });
  });

  describe('on a dark system', () => {
    beforeEach(() => emulateMedia({colorScheme: 'dark'}));

    it('keeps a card light where the page says nothing', async () => {
      const el = await aCard(await fixture(html`<div lang="zh-CN">${card}</div>`));
      expect(drawn(el)).to.equal('zh-CN light standard');
    });

    it('draws a card dark where the page declares that it can be', async () => {
      document.documentElement.style.colorScheme = 'light dark';
      const el = await aCard(await fixture(html`<div lang="zh-CN">${card}</div>`));
      expect(drawn(el)).to.equal('zh-CN dark standard');
    });

    it('draws a card dark where the page declares so in its head', async () => {
      const meta = document.createElement('meta');
      meta.name = 'color-scheme';
      meta.content = 'light dark';
      document.head.append(meta);
      const el = await aCard(await fixture(html`<div lang="zh-CN">${card}</div>`));
      expect(drawn(el)).to.equal('zh-CN dark standard');
    });

    it('follows the system with auto', async () => {
      const el = await aCard(await fixture(html`<div lang="zh-CN" data-qd-theme="auto">${card}</div>`));
      expect(drawn(el)).to.equal('zh-CN dark standard');
      await emulateMedia({colorScheme: 'light'});
      await until(() => drawn(el) === 'zh-CN light standard');
      await emulateMedia({colorScheme: 'dark'});
      await until(() => drawn(el) === 'zh-CN dark standard');
    });

    it('leaves a theme that is asked for', async () => {
      const el = await aCard(await fixture(html`<div lang="zh-CN" data-qd-theme="light">${card}</div>`));
      expect(drawn(el)).to.equal('zh-CN light standard');
    });
  });

  describe('hides a card', () => {
    const tags = ['qd-metric', 'qd-progress', 'qd-issue-list', 'qd-report'];
    for (const tag of tags) {
      it(`<${tag}> by the attribute hidden, against display: block !important`, async () => {
        const page = await fixture(
          html`<div>
            <style>
              qd-metric,
              qd-progress,
              qd-issue-list,
              qd-report {
                display: block !important;
              }
            </style>
          </div>`,
        );
        const el = document.createElement(tag);
        el.setAttribute('report', 'qingdao-2024-h1');
        el.setAttribute('indicator', 'ocean-data-share');
        page.append(el);
        await inState(el, 'ready');
        expect(getComputedStyle(el).display).not.to.equal('none');
        el.hidden = true;
        expect(getComputedStyle(el).display).to.equal('none');
        el.hidden = false;
        expect(getComputedStyle(el).display).not.to.equal('none');
      });
    }

    it('by the attribute hidden also as an inline figure', async () => {
      const page = await fixture(html`<p lang="zh-CN">${card}</p>`);
      const el = await aCard(page);
      el.variant = 'inline';
      await until(() => getComputedStyle(el).display === 'inline');
      el.hidden = true;
      expect(getComputedStyle(el).display).to.equal('none');
    });

    it('by visibility: hidden around it', async () => {
      const page = await fixture<HTMLElement>(
        html`<div lang="zh-CN" style="visibility: hidden">${card}</div>`,
      );
      const el = await aCard(page);
      expect(getComputedStyle(part(el, 'figure')!).visibility).to.equal('hidden');
      expect(getComputedStyle(part(el, 'source')!).visibility).to.equal('hidden');
      page.style.visibility = '';
      expect(getComputedStyle(part(el, 'figure')!).visibility).to.equal('visible');
    });
  });

  it('does not reach a card with its own type, colour or layout', async () => {
    const page = await fixture(
      html`<div lang="zh-CN">
        <style>
          .hostile * {
            all: initial;
            font-size: 0 !important;
            line-height: 0 !important;
            color: transparent !important;
            letter-spacing: 2em !important;
            text-transform: uppercase !important;
            text-indent: -999px !important;
            float: left !important;
            writing-mode: vertical-rl !important;
            opacity: 0 !important;
          }
        </style>
        <div class="hostile">${card}</div>
      </div>`,
    );
    const el = await aCard(page);
    const style = getComputedStyle(part(el, 'label')!);
    expect(parseFloat(style.fontSize)).to.be.at.least(11);
    expect(style.color).to.equal('rgb(21, 32, 42)');
    expect(style.letterSpacing).to.equal('normal');
    expect(style.textTransform).to.equal('none');
    expect(style.textIndent).to.equal('0px');
    expect(style.writingMode).to.equal('horizontal-tb');
    expect(getComputedStyle(el).opacity).to.equal('1');
    expect(getComputedStyle(el).float).to.equal('none');
  });
});

describe('closestAcross and nearestAttribute', () => {
  it('go upwards and out through shadow roots, and take what is nearest', async () => {
    const page = await fixture(html`<div class="a" lang="en"></div>`);
    const root = aClosedRoot(page);
    const inner = document.createElement('p');
    root.append(inner);
    expect(closestAcross(inner, '.a')).to.equal(page);
    expect(closestAcross(inner, 'p')).to.equal(inner);
    expect(closestAcross(inner, '.no-such')).to.equal(null);
    expect(nearestAttribute(inner, 'lang')).to.equal('en');
    inner.lang = '';
    expect(nearestAttribute(inner, 'lang')).to.equal('');
    expect(nearestAttribute(inner, 'data-no-such')).to.equal(null);
  });

  it('work on an element that is not in a page', () => {
    const el = document.createElement('p');
    expect(closestAcross(el, 'div')).to.equal(null);
  });
});

describe('joinContext', () => {
  function aListener(): ContextListener & {changes: number} {
    const el = document.createElement('section') as HTMLElement as ContextListener & {changes: number};
    el.changes = 0;
    el.contextChanged = () => void el.changes++;
    return el;
  }

  it('tells of changes until it is left, and observes only while somebody listens', async () => {
    const {observe, disconnect} = MutationObserver.prototype;
    let observing = 0;
    MutationObserver.prototype.observe = function (...args) {
      observing++;
      observe.apply(this, args);
    };
    MutationObserver.prototype.disconnect = function () {
      observing = 0;
      disconnect.call(this);
    };
    try {
      expect(listeners()).to.have.length(0);
      const page = await fixture(html`<div></div>`);
      const [first, second] = [aListener(), aListener()];
      page.append(first, second);
      joinContext(first);
      joinContext(second);
      // One observer for one root, however many listen.
      expect(observing).to.equal(1);
      page.setAttribute('data-qd-theme', 'dark');
      await until(() => first.changes === 1 && second.changes === 1);
      leaveContext(first);
      page.setAttribute('lang', 'en');
      await until(() => second.changes === 2);
      expect(first.changes).to.equal(1);
      page.setAttribute('class', 'other');
      leaveContext(second);
      expect(observing).to.equal(0);
      expect(listeners()).to.be.empty;
      page.setAttribute('lang', 'zh');
      const control = aListener();
      page.append(control);
      joinContext(control);
      page.setAttribute('lang', 'fr');
      await until(() => control.changes === 1);
      expect(second.changes).to.equal(2);
      leaveContext(control);
    } finally {
      Object.assign(MutationObserver.prototype, {observe, disconnect});
    }
  });

  it('knows who is inside an element, also in shadow roots', async () => {
    const page = await fixture(
      html`<div>
        <p></p>
        <p></p>
      </div>`,
    );
    const [inside, outside] = [aListener(), aListener()];
    aClosedRoot(page.firstElementChild!).append(inside);
    page.lastElementChild!.append(outside);
    joinContext(inside);
    joinContext(outside);
    expect(listeners(page.firstElementChild!)).to.deep.equal([inside]);
    expect(listeners(page)).to.deep.equal([inside, outside]);
    leaveContext(inside);
    leaveContext(outside);
  });
});

describe('resolveTheme', () => {
  for (const theme of ['light', 'dark', 'wall'] as const) {
    it(`is ${theme} where that is asked for`, () => expect(resolveTheme(theme)).to.equal(theme));
  }

  it('is light for anything else on a light system', () => {
    for (const asked of ['auto', '', 'DARK', 'no-such', null]) expect(resolveTheme(asked)).to.equal('light');
  });
});
