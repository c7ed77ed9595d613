import {displayText} from '../display-text.js';
import {figureText} from '../figure-text.js';
import {html, type Markup} from '../markup.js';
import {reportOutline, type OutlineLine} from '../report-outline.js';
import type {Area, Observation, Plan, Platform, Report, ReportDocument, SeriesEntry} from '../schema.js';
import {isStanding} from './embed-targets.js';
import {coverage, renderFigure, renderPassageLink, say} from './page-figure.js';

/** The address of a figure's own page, from the page that names it. */
export type FigureAddress = (observation: Observation) => string;

/** What a list is drawn from. */
export interface ListContext {
  report: Report;
  /** Only this area of work; absent for the whole report. */
  area?: Area | undefined;
  addressOf: FigureAddress;
}

const inArea = <T extends {area?: string | undefined}>(rows: readonly T[] | undefined, area?: Area): T[] =>
  (rows ?? []).filter((row) => !area || row.area === area.id);

/** Figures as small cards, each leading to its own page. */
function renderCards(observations: readonly Observation[], addressOf: FigureAddress): Markup {
  const cards = observations.map((observation) => {
    const note = coverage(observation);
    return html`<li>
      <a class="tile" href="${addressOf(observation)}" target="_blank" rel="noopener">
        <p class="label">${say(observation.label)}</p>
        ${renderFigure(observation)} ${note && html`<p class="note">${note}</p>`}
      </a>
    </li>`;
  });
  return html`<ul class="tiles">
    ${cards}
  </ul>`;
}

/** Ranks, tiers and verdicts. */
export function renderStandings({report, area, addressOf}: ListContext): Markup {
  const rows = inArea(report.observations, area).filter(({kind}) => isStanding(kind));
  return renderCards(rows, addressOf);
}

/** Every figure with what it covers and its sentence's place. */
export function renderTable({report, area, addressOf}: ListContext): Markup {
  const rows = inArea(report.observations, area).map((observation) => {
    const {provenance, label} = observation;
    return html`<tr>
      <th scope="row">
        <a href="${addressOf(observation)}" target="_blank" rel="noopener">${say(label)}</a>
      </th>
      <td class="number">${figureText(observation, 'zh-CN')}</td>
      <td>${coverage(observation)}</td>
      <td class="quote">${displayText(provenance.quote, 'zh-CN')}</td>
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        <th scope="col">指标</th>
        <th scope="col">数字</th>
        <th scope="col">范围</th>
        <th scope="col">原文</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function renderLine({passage, marks}: OutlineLine, addressOf: FigureAddress): Markup {
  // Sign for sign as long as the quote, so that offsets into the one hold for the other.
  const shown = displayText(passage.quote, 'zh-CN');
  const runs: Array<Markup | string> = [];
  let at = 0;
  for (const {from, to, observations} of marks) {
    runs.push(shown.slice(at, from));
    runs.push(
      html`<a href="${addressOf(observations[0]!)}" target="_blank" rel="noopener"
        ><mark>${shown.slice(from, to)}</mark></a
      >`,
    );
    at = to;
  }
  return html`${runs}${shown.slice(at)}`;
}

/** The report's text, every figure in it marked and leading to its page. */
export function renderText({report, area, addressOf}: ListContext, level: number): Markup {
  const heading = html`h${level}`;
  const {sections} = reportOutline(report);
  const shown = area ? sections.filter((section) => section.area?.id === area.id) : sections;
  return html`<div class="text" lang="${report.language}">
    ${shown.map(
      ({heading: line, lines}) =>
        html`${line && html`<${heading}>${renderLine(line, addressOf)}</${heading}>`}
        ${lines.map((entry) => html`<p>${renderLine(entry, addressOf)}</p>`)}`,
    )}
  </div>`;
}

/** Documents with what was done to them: issued is not planned, and planned is not only named. */
export function renderDocuments({report, area}: ListContext): Markup {
  const rows = inArea<ReportDocument>(report.documents, area).map(({title, verb, status, provenance}) => {
    const [name, word] = [say(title), say(verb)];
    const told = status === 'planned' && !/^[拟将]/.test(word) ? `拟${word}` : word;
    return html`<li class="row">
      <p class="tag">${told}${status === 'named' && '（报告只是提到）'}</p>
      <p class="name">${/^《.*》$/.test(name) ? name : `《${name}》`}</p>
      ${renderPassageLink(report, provenance, name)}
    </li>`;
  });
  return html`<ul class="rows">
    ${rows}
  </ul>`;
}

const KINDS: Record<Platform['kind'], string> = {
  platform: '平台',
  system: '系统',
  institution: '机构',
  park: '园区',
  model: '模型',
  project: '项目',
  event: '活动',
};

/** Platforms and systems, each with its figures. */
export function renderPlatforms({report, area, addressOf}: ListContext): Markup {
  const rows = inArea<Platform>(report.platforms, area).map(({name, kind, indicators, provenance}) => {
    const figures = report.observations
      .filter(({indicator}) => indicators.includes(indicator))
      .map(
        (observation) =>
          html`<li>
            ${say(observation.label)}
            <a href="${addressOf(observation)}" target="_blank" rel="noopener"
              ><b>${figureText(observation, 'zh-CN')}</b></a
            >
          </li>`,
      );
    return html`<li class="row">
      <p class="tag">${KINDS[kind]}</p>
      <div>
        <p class="name">${say(name)}</p>
        ${
          figures.length
            ? html`<ul class="plain">
                ${figures}
              </ul>`
            : html`<p class="tag">报告没有给出数字</p>`
        }
      </div>
      ${renderPassageLink(report, provenance, say(name))}
    </li>`;
  });
  return html`<ul class="rows">
    ${rows}
  </ul>`;
}

/** Problems, each with the plans that an editor linked to it; the report draws no such links itself. */
export function renderIssues({report}: ListContext, level: number): Markup {
  const heading = html`h${level}`;
  const rows = (report.issues ?? []).map(({title, text, plans, provenance}) => {
    const linked = plans.flatMap(({id, relation}) => {
      const plan = report.plans?.find((entry) => entry.id === id);
      const meaning = relation === 'related' ? '主题相近' : relation === 'answers' ? '直接回应' : '相关';
      return plan ? [html`<li>${say(plan.title)} <span class="tag">${meaning}，编者关联</span></li>`] : [];
    });
    return html`<li class="row long">
      <${heading}>${say(title)}</${heading}>
      <p class="body">${say(text)}</p>
      ${
        linked.length
          ? html`<p class="tag">下一步打算：</p>
              <ul class="plain">
                ${linked}
              </ul>`
          : ''
      }
      ${renderPassageLink(report, provenance, say(title))}
    </li>`;
  });
  return html`<ol class="rows counted">
    ${rows}
  </ol>`;
}

const STATUS: Record<Plan['status'], string> = {
  'not-stated': '报告未说明进展',
  planned: '计划开展',
  'in-progress': '正在推进',
  done: '已完成',
  dropped: '不再开展',
};

/** Plans with their status, which is not stated unless the data say otherwise. */
export function renderPlans({report}: ListContext, level: number): Markup {
  const heading = html`h${level}`;
  const rows = (report.plans ?? []).map(
    ({title, text, status, provenance}) =>
      html`<li class="row long">
        <${heading}>${say(title)}</${heading}>
        <p class="body">${say(text)}</p>
        <p class="tag">${STATUS[status]}</p>
        ${renderPassageLink(report, provenance, say(title))}
      </li>`,
  );
  return html`<ol class="rows counted">
    ${rows}
  </ol>`;
}

/** An area of work: its items in the report's words, each with its figures. */
export function renderArea({report, addressOf}: ListContext, area: Area, level: number): Markup {
  const heading = html`h${level}`;
  const figures = report.observations.filter((observation) => observation.area === area.id);
  const known = new Set(area.items.map(({id}) => id));
  const others = figures.filter(({item}) => !item || !known.has(item));
  const items = area.items.map((item) => {
    const own = figures.filter((observation) => observation.item === item.id);
    return html`<section>
      <${heading}>${say(item.title)}</${heading}>
      ${own.length ? renderCards(own, addressOf) : ''}
      <p class="body" lang="${report.language}">${displayText(item.quote, 'zh-CN')}</p>
    </section>`;
  });
  return html`${items} ${others.length ? renderCards(others, addressOf) : ''}`;
}

/** One indicator over its periods: those of other pages are cited with the address they were read from. */
export function renderSeries(report: Report, observation: Observation, period: string): Markup {
  const entries = (report.series ?? []).filter(
    ({indicator, notComparable}) => indicator === observation.indicator && !notComparable,
  );
  const cited = (entry: SeriesEntry) =>
    html`<a href="${entry.source.url}" target="_blank" rel="noopener"
      ><span class="hidden">${entry.period}，</span>另一处公开来源</a
    >`;
  const rows = [
    ...entries.map((entry) => ({
      at: entry.period,
      name: periodWords(entry.period),
      figure: figureText(entry, 'zh-CN'),
      source: cited(entry),
    })),
    {
      at: report.period.end,
      name: period,
      figure: figureText(observation, 'zh-CN'),
      source: html`本报告`,
    },
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return html`<table class="series">
    <caption>
      ${say(observation.label)}
    </caption>
    <thead>
      <tr>
        <th scope="col">时期</th>
        <th scope="col">数字</th>
        <th scope="col">来源</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({name, figure, source}) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${figure}</td>
            <td>${source}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** `2023`, `2025-06`, `2024-H1`, `2024-Q3` in words. */
function periodWords(period: string): string {
  const [year, part = ''] = period.split('-');
  if (!part) return `${year}年`;
  if (part === 'H1' || part === 'H2') return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  if (part.charAt(0) === 'Q') return `${year}年第${'一二三四'.charAt(Number(part.charAt(1)) - 1)}季度`;
  return `${year}年${Number(part)}月`;
}
