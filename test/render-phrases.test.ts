import {expect, fixture, html} from '@open-wc/testing';
import {renderPhrases} from '../widgets/render-phrases.js';

const drawn = (text: string, language = 'zh-CN') => fixture(html`<p>${renderPhrases(text, language)}</p>`);

/** What stands between the places to break. */
async function phrases(text: string): Promise<string[]> {
  const el = await drawn(text);
  for (const wbr of el.querySelectorAll('wbr')) wbr.replaceWith('|');
  return el.textContent.split('|').filter(Boolean);
}

describe('renderPhrases', () => {
  for (const text of [
    '加快推进数字青岛规划落地',
    '接入“山东通”应用数量全省位次',
    '“一盘棋”格局(SMILE)',
    '🙂',
    '',
  ]) {
    it(`keeps the text: ${text}`, async () => {
      expect((await drawn(text)).textContent).to.equal(text);
    });
  }

  it('breaks between words, not within them', async () => {
    expect(await phrases('加快推进数字青岛规划落地')).to.include.members(['数字', '青岛', '规划']);
  });

  it('never begins a line with a closing sign or ends one with an opening sign', async () => {
    const found = await phrases('接入“山东通”应用、《办法》（试行）落地');
    for (const phrase of found) {
      expect(phrase).not.to.match(/^[”》、）]/);
      expect(phrase).not.to.match(/[“《（]$/);
    }
  });

  it('leaves other languages as they are', async () => {
    expect((await drawn('Speed up delivery', 'en')).children).to.have.length(0);
  });

  it('leaves the text whole in browsers that know no words', async () => {
    const {Segmenter} = Intl;
    Object.defineProperty(Intl, 'Segmenter', {value: undefined, configurable: true, writable: true});
    try {
      expect(renderPhrases('加快推进', 'zh-CN')).to.equal('加快推进');
    } finally {
      Object.defineProperty(Intl, 'Segmenter', {value: Segmenter, configurable: true, writable: true});
    }
  });
});
