import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {QdQr} from '../widgets/qd-qr.js';
import '../widgets/qd-qr.js';
import '../widgets/qd-report.js';
import {qrCode} from '../widgets/qr-code.js';
import {inState, isShown, listen, part, textOf, until, type Told} from './fixtures.js';

async function aQr(attributes: Record<string, string> = {}): Promise<QdQr> {
  const el = document.createElement('qd-qr');
  for (const [name, value] of Object.entries({locale: 'zh-CN', ...attributes})) el.setAttribute(name, value);
  const parent = await fixture(html`<div></div>`);
  parent.append(el);
  return inState(el, 'ready');
}

const code = (el: Element) => el.shadowRoot!.querySelector<SVGElement>('svg');
const link = (el: Element) => el.shadowRoot!.querySelector('a');
const pageAddress = () => location.href.replace(/#.*$/, '');

describe('<qd-qr>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(async () => {
    told.stop();
    history.replaceState(null, '', pageAddress());
    await setViewport({width: 800, height: 600});
  });

  it('opens the page itself, without its hash, and writes the address beside the code', async () => {
    location.hash = '#somewhere';
    const el = await aQr();
    expect(link(el)!.href).to.equal(pageAddress());
    expect(link(el)!.rel).to.equal('noopener');
    expect(textOf(el)).to.equal(`扫一扫在手机打开当前页 ${pageAddress()}`);
    expect(code(el)!.getAttribute('role')).to.equal('img');
    expect(code(el)!.getAttribute('aria-label')).to.equal(`二维码：${pageAddress()}`);
    expect(told.ready).to.have.length(1);
    await expect(el).to.be.accessible();
  });

  it('draws the very modules of the address, with a quiet zone of four around', async () => {
    const el = await aQr({href: 'https://parks.example/report'});
    const {size, path} = qrCode('https://parks.example/report');
    expect(code(el)!.getAttribute('viewBox')).to.equal(`0 0 ${size} ${size}`);
    expect(code(el)!.querySelector('path')!.getAttribute('d')).to.equal(path);
    // The three finder patterns: seven modules, four from the edge.
    for (const corner of ['M4 4h7v1h-7z', `M${size - 11} 4h7v1h-7z`, `M4 ${size - 5}h7v1h-7z`]) {
      expect(path).to.include(corner);
    }
    expect(Math.min(...path.match(/(?<=M)\d+/g)!.map(Number))).to.equal(4);
  });

  const addresses: Array<[what: string, href: string, address: () => string]> = [
    ['a place in the page', '#data-resource-calls', () => `${pageAddress()}#data-resource-calls`],
    ['a relative address', 'other.html?a=1', () => new URL('other.html?a=1', document.baseURI).href],
    ['an absolute one', 'https://parks.example/x#y', () => 'https://parks.example/x#y'],
    ['one in Chinese', 'https://parks.example/报告', () => 'https://parks.example/%E6%8A%A5%E5%91%8A'],
  ];
  for (const [what, href, address] of addresses) {
    it(`leads to ${what}`, async () => {
      const el = await aQr({href});
      expect(link(el)!.href).to.equal(address());
      expect(link(el)!.textContent).to.equal(address());
      expect(code(el)!.getAttribute('aria-label')).to.equal(`二维码：${address()}`);
      expect(part(el, 'label')!.textContent).to.equal('扫一扫在手机打开');
    });
  }

  const refused = [
    'javascript:alert(1)',
    'data:text/html,<b>x</b>',
    'mailto:a@b.example',
    'https://user@parks.example/',
    'https://user:secret@parks.example/',
    'http://',
    'file:///etc/passwd',
  ];
  for (const href of refused) {
    it(`shows ${href} as text, without a link or a code`, async () => {
      const el = await aQr({href});
      expect(link(el)).to.equal(null);
      expect(code(el)).to.equal(null);
      expect(textOf(el)).to.equal(`${href} 只有 http 或 https 网址才画二维码。`);
      expect(el.shadowRoot!.querySelector('b')).to.equal(null);
    });
  }

  it('says in words that an address is too long, and keeps the link', async () => {
    const href = `https://parks.example/${'a'.repeat(700)}`;
    const el = await aQr({href});
    expect(code(el)).to.equal(null);
    expect(link(el)!.href).to.equal(href);
    expect(textOf(el)).to.include('地址太长');
    el.locale = 'en';
    await until(() => textOf(el).includes('too long for a code'));
    await expect(el).to.be.accessible();
  });

  it('draws the longest address that it takes at two pixels a module', async () => {
    const el = await aQr({href: `https://parks.example/${'a'.repeat(578)}`});
    const modules = Number(code(el)!.getAttribute('viewBox')!.split(' ')[2]);
    expect(code(el)!.getBoundingClientRect().width).to.be.at.least(modules * 2);
  });

  it('follows its href', async () => {
    const el = await aQr({href: 'https://parks.example/1'});
    const before = code(el)!.querySelector('path')!.getAttribute('d');
    el.href = 'https://parks.example/2';
    await el.updateComplete;
    expect(link(el)!.href).to.equal('https://parks.example/2');
    expect(code(el)!.querySelector('path')!.getAttribute('d')).not.to.equal(before);
    el.href = 'mailto:a@b.example';
    await el.updateComplete;
    expect(code(el)).to.equal(null);
    el.href = 'https://parks.example/1';
    await el.updateComplete;
    expect(code(el)!.querySelector('path')!.getAttribute('d')).to.equal(before);
  });

  it('stands on white in a dark page', async () => {
    const el = await aQr({theme: 'dark'});
    const {backgroundColor, fill} = getComputedStyle(code(el)!);
    expect(backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(fill).to.equal('rgb(0, 0, 0)');
    el.parentElement!.style.background = '#10171d';
    await expect(el).to.be.accessible();
  });

  it('leaves only the address on a phone-sized screen, and draws the code once there is room', async () => {
    await setViewport({width: 480, height: 800});
    const el = await aQr();
    expect(code(el)).to.equal(null);
    expect(part(el, 'label')).to.equal(null);
    expect(isShown(link(el))).to.be.true;
    await setViewport({width: 500, height: 800});
    await until(() => code(el));
    expect(isShown(code(el))).to.be.true;
    await setViewport({width: 480, height: 800});
    expect(isShown(code(el))).to.be.false;
    expect(isShown(link(el))).to.be.true;
  });

  it('speaks English, and what it is told to say', async () => {
    const el = await aQr({locale: 'en'});
    await until(() => textOf(el).startsWith('Scan to open this page on a phone'));
    el.label = 'All sources';
    await el.updateComplete;
    expect(part(el, 'label')!.textContent).to.equal('All sources');
  });

  it('needs no report, and ignores one around it that cannot be had', async () => {
    const page = await fixture(html`<qd-report report="no-such"><qd-qr locale="zh-CN"></qd-qr></qd-report>`);
    const el = await inState(page.querySelector('qd-qr')!, 'ready');
    expect(code(el)).not.to.equal(null);
    expect(told.events.filter(({target}) => target === el).map(({detail}) => detail.code)).to.deep.equal([]);
  });
});
