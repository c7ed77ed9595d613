import {html} from '../src/markup.js';
import {both} from './bilingual.js';

/**
 * The check page: what stands in it before its script runs, which is what an administrator sees where no script
 * may run at all.
 */
export function renderCheckPage(): {body: string} {
  return {
    body: html`<header class="bar">
        <b>${both('数字卡片', 'Figure cards')}</b>
        <p class="seg" role="group" aria-label="语言 Language">
          <button type="button" value="zh-CN" lang="zh-CN" aria-pressed="true">中文</button
          ><button type="button" value="en" lang="en" aria-pressed="false">English</button>
        </p>
      </header>
      <main>
        <h1>${both('装好了吗？', 'Is it installed?')}</h1>
        <p class="lede">
          ${both(
            '请在你们的网站上打开这一页，不要从电脑里直接打开。每一行是一项检查：✓是好的，✗后面写着怎么办。',
            'Open this page on your own site, not as a file on your computer. Each line is a check: ✓ is well; after ✗ stands what to do.',
          )}
        </p>
        <p class="sum" id="sum" role="status">
          ${both(
            '✗ 这一页的脚本没有运行：网站或浏览器不让运行脚本，或者check.js不在这一页旁边。卡片也不会出现，读者看到的是文字和链接。',
            '✗ The script of this page has not run: the site or the browser forbids scripts, or check.js is not beside this page. Cards will not appear either; readers see the words and the links.',
          )}
        </p>
        <ul class="lines" id="lines"></ul>
        <section class="samples" aria-labelledby="samples-title">
          <h2 id="samples-title">${both('每种卡片一张', 'One card of each kind')}</h2>
          <div id="samples"></div>
        </section>
      </main>`.text,
  };
}
