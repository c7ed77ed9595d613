import {figureText} from '../src/figure-text.js';
import type {Report} from '../src/schema.js';
import {both, en, zh} from './bilingual.js';
import {renderHead} from './head.js';
import {html} from '../src/markup.js';

/** The whole report on one screen, without anything around it. */
export function renderPage(report: Report, site?: string): {head: string; body: string} {
  const title = `${zh(report.publisher)}：数字大屏`;
  const description = `${report.observations.length}个数字，铺满一块16:9的屏幕，不滚动、不闪动；扫码看出处。`;
  const rows = report.observations.map(
    (row) =>
      html`<li>
        ${both(`${zh(row.label)} ${figureText(row, 'zh-CN')}`, `${en(row.label)} ${figureText(row, 'en')}`)}
      </li>`,
  );
  return {
    head: renderHead({title, description, file: 'wall.html', site}).text,
    body: html`<main>
      <a class="back" href="./index.html" data-page="report">${both('返回网页版', 'Back to the page')}</a>
      <h1 class="hidden">${both(title, `${en(report.publisher)}: the figures on a wall`)}</h1>
      <qd-dashboard mode="wall" report="${report.id}" heading-level="2">
        <ul>
          ${rows}
        </ul>
      </qd-dashboard>
    </main>`.text,
  };
}
